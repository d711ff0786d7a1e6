using System.Collections;

namespace TogetherRates.Compiler.Cards;

/// <summary>An immutable list that equals another one when their items do, so that a card can be compared as a value.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public readonly struct EquatableArray<T>(params T[] items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? items = items;

    /// <inheritdoc/>
    public int Count => items?.Length ?? 0;

    /// <inheritdoc/>
    public T this[int index] => (items ?? [])[index];

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!this[i].Equals(other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var item in this)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }

    /// <summary>Walks over the items without an object that does.</summary>
    /// <returns>The walk.</returns>
    public Enumerator GetEnumerator() => new(items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (items ?? []).GetEnumerator();

    /// <summary>Whether all items are of a kind.</summary>
    /// <param name="isIt">Whether one is.</param>
    /// <returns>True as well when there are none.</returns>
    public bool All(Func<T, bool> isIt)
    {
        foreach (var item in this)
        {
            if (!isIt(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether any item is of a kind.</summary>
    /// <param name="isIt">Whether one is.</param>
    /// <returns>False when there are none.</returns>
    public bool Any(Func<T, bool> isIt)
    {
        foreach (var item in this)
        {
            if (isIt(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The items as the arguments of a format string.</summary>
    /// <returns>A new array.</returns>
    internal object[] ToObjects() => [.. this.Cast<object>()];

    /// <summary>Compares two lists.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether their items are equal.</returns>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Compares two lists.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether any item differs.</returns>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>A walk over the items.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1815", Justification = "Nobody compares walks.")]
    public struct Enumerator
    {
        private readonly T[] items;
        private int index;

        internal Enumerator(T[] items)
        {
            this.items = items;
            index = -1;
        }

        /// <summary>The item that the walk has come to.</summary>
        public readonly T Current => items[index];

        /// <summary>Goes on to the next item.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++index < items.Length;
    }
}
