using System.Text.Json;

namespace TogetherRates.Cli.Import;

/// <summary>Finds properties that stand twice with two values: JSON leaves open which of them counts.</summary>
internal static class RepeatedProperty
{
    /// <summary>The first one of an object, or null.</summary>
    /// <param name="value">The object.</param>
    public static string? Find(JsonElement value)
    {
        var known = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!known.TryAdd(property.Name, property.Value) && !JsonElement.DeepEquals(known[property.Name], property.Value))
            {
                return property.Name;
            }
        }

        return null;
    }

    /// <summary>Lets an entry pass that has none, however deep.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="EntryException">It has one.</exception>
    public static void ThrowIfAny(JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.Array)
        {
            entry.EnumerateArray().ToList().ForEach(ThrowIfAny);
        }
        else if (entry.ValueKind == JsonValueKind.Object)
        {
            if (Find(entry) is { } name)
            {
                throw new EntryException($"it has '{name}' twice, with two values");
            }

            entry.EnumerateObject().ToList().ForEach(property => ThrowIfAny(property.Value));
        }
    }
}
