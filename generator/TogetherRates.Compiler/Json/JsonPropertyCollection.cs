using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TogetherRates.Compiler.Json;

/// <summary>The properties of a <see cref="JsonObject"/> in the order of the text, repeated names included: values, of which each has its name.</summary>
/// <remarks>Each knows the next one: for thousands of small objects that takes less memory than a list in each.</remarks>
[SuppressMessage("Performance", "CA1815", Justification = "Nobody compares lists of properties.")]
internal readonly struct JsonPropertyCollection : IReadOnlyCollection<JsonNode>
{
    private readonly JsonNode? first;

    internal JsonPropertyCollection(JsonNode? first, int count)
    {
        this.first = first;
        Count = count;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Walks over the properties without an object that does.</summary>
    public Enumerator GetEnumerator() => new(first);

    IEnumerator<JsonNode> IEnumerable<JsonNode>.GetEnumerator()
    {
        foreach (JsonNode property in this)
        {
            yield return property;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<JsonNode>)this).GetEnumerator();

    /// <summary>A walk over the properties.</summary>
    [SuppressMessage("Performance", "CA1815", Justification = "Nobody compares walks.")]
    public struct Enumerator
    {
        private JsonNode? next;

        internal Enumerator(JsonNode? first)
        {
            next = first;
            Current = null!;
        }

        /// <summary>The property that the walk has come to.</summary>
        public JsonNode Current { readonly get; private set; }

        /// <summary>Goes on to the next property, if there is one.</summary>
        public bool MoveNext()
        {
            if (next is null)
            {
                return false;
            }

            Current = next;
            next = next.Next;
            return true;
        }
    }
}
