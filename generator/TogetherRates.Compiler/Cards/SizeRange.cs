using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>A row of a table by model size: what it says about which sizes it is for.</summary>
public interface ISizeRange
{
    /// <summary>The lower bound that the provider prints, or null where none is printed.</summary>
    public Size? From { get; }

    /// <summary>The upper bound, inclusive, or null for the last row of a table without an end.</summary>
    public Size? UpTo { get; }
}

/// <summary>What rows in ascending order say together.</summary>
public static class SizeRange
{
    /// <summary>The row that a size falls in: the first whose upper bound isn't below it.</summary>
    /// <typeparam name="T">A kind of row.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <returns>The row, or null above the table.</returns>
    public static T? Find<T>(EquatableArray<T> rows, Rational parameters)
        where T : class, ISizeRange, IEquatable<T> =>
        rows.Where(row => row.UpTo is not { } upTo || parameters <= upTo.Parameters).FirstOrDefault();

    /// <summary>The sizes that a row is for, as the price page prints them.</summary>
    /// <typeparam name="T">A kind of row.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="step">The distance between an upper bound and the next row's printed lower bound.</param>
    /// <param name="row">One of the rows.</param>
    /// <returns>For instance <c>4.1B - 8B</c>.</returns>
    public static string TextOf<T>(EquatableArray<T> rows, Size? step, T row)
        where T : class, ISizeRange, IEquatable<T>
    {
        var before = rows.TakeWhile(candidate => !ReferenceEquals(candidate, row)).LastOrDefault()?.UpTo;
        var from = before is { } bound && step is { } distance ? bound.Plus(distance) : before;
        return row.UpTo is not { } upTo ? before is null ? "all sizes" : "above " + before
            : from is null ? "up to " + upTo
            : from + " - " + upTo;
    }
}
