using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Json;

/// <summary>
/// The way from the root of a card to a value in it: property names and array indices. It stays valid when white
/// space changes, so that a finding needs no position until it is shown. Immutable, compared by its steps.
/// </summary>
public sealed class CardPath : IEquatable<CardPath>
{
    private CardPath(CardPath? parent, string? name, int index)
    {
        Parent = parent;
        Name = name;
        Index = index;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>The whole card.</summary>
    public static CardPath Root { get; } = new(null, null, -1);

    /// <summary>The path without its last step; <see langword="null"/> for the root.</summary>
    public CardPath? Parent { get; }

    /// <summary>The property name that the last step goes to; <see langword="null"/> for an array item and for the root.</summary>
    public string? Name { get; }

    /// <summary>The array index that the last step goes to, from 0; -1 for a property and for the root.</summary>
    public int Index { get; }

    /// <summary>The number of steps; 0 for the root.</summary>
    public int Depth { get; }

    /// <summary>Whether this is the whole card.</summary>
    public bool IsRoot => Parent is null;

    /// <summary>One step on, to a property.</summary>
    public CardPath Property(string name) => new(this, name, -1);

    /// <summary>One step on, to an array item.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public CardPath Item(int index) => index >= 0
        ? new(this, null, index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, "an array index starts at 0");

    /// <inheritdoc/>
    public bool Equals(CardPath? other)
    {
        if (other is null || other.Depth != Depth)
        {
            return false;
        }

        CardPath? left = this;
        CardPath? right = other;
        while (!ReferenceEquals(left, right))
        {
            if (left!.Index != right!.Index || left.Name != right.Name)
            {
                return false;
            }

            left = left.Parent;
            right = right.Parent;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CardPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Parent is null ? 0 : unchecked((Parent.GetHashCode() * 31) + (Name is null ? Index : StringComparer.Ordinal.GetHashCode(Name)) + 1);

    /// <summary>The path as a JSON pointer (RFC 6901), such as <c>/serverless/sizes/Dense/tiers/1/from</c>; empty for the root.</summary>
    public override string ToString()
    {
        var pointer = new StringBuilder();
        foreach (CardPath step in Steps())
        {
            string name = step.Name?.Replace("~", "~0").Replace("/", "~1") ?? step.Index.ToString(CultureInfo.InvariantCulture);
            pointer.Append('/').Append(name);
        }

        return pointer.ToString();
    }

    /// <summary>The paths from the first step to this one.</summary>
    internal CardPath[] Steps()
    {
        var steps = new CardPath[Depth];
        CardPath step = this;
        while (step.Parent is { } parent)
        {
            steps[step.Depth - 1] = step;
            step = parent;
        }

        return steps;
    }
}
