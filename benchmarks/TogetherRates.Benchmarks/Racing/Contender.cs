namespace TogetherRates.Benchmarks.Racing;

/// <summary>One way to do a race's work.</summary>
/// <param name="Name">What the results call it.</param>
/// <param name="Run">Does all of the work once, and says what it came to.</param>
/// <param name="IsExact">Whether it comes to the same as all others that are exact; copies of memory and sums of floats don't.</param>
/// <param name="Operations">How many operations it makes, if fewer than its race: a slow one needn't do all to show its pace.</param>
public sealed record Contender(string Name, Func<decimal> Run, bool IsExact = true, int? Operations = null)
{
    /// <summary>Whether it is another program, which says itself how many nanoseconds it took: that is what <see cref="Run"/> gives.</summary>
    public bool TimesItself { get; init; }
}
