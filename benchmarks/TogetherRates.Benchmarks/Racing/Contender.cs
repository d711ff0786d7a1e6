namespace TogetherRates.Benchmarks.Racing;

/// <summary>One way to do a race's work.</summary>
/// <param name="Name">What the results call it.</param>
/// <param name="Run">Does all of the work once, and says what it came to.</param>
/// <param name="IsExact">Whether it comes to the same as all others that are exact; copies of memory and sums of floats don't.</param>
/// <param name="Operations">How many operations it makes, if fewer than its race: a slow one needn't do all to show its pace.</param>
public sealed record Contender(string Name, Func<decimal> Run, bool IsExact = true, int? Operations = null)
{
    /// <summary>Has the work done by another process, which times itself: the nanoseconds of one operation. Null for work of this process.</summary>
    public Func<double>? Elsewhere { get; private init; }

    /// <summary>A contender in another process, whose amounts aren't looked at.</summary>
    /// <param name="name">What the results call it.</param>
    /// <param name="nanoseconds">Has some operations done, and says what one of them took.</param>
    public static Contender InAnotherProcess(string name, Func<double> nanoseconds) =>
        new(name, () => (decimal)nanoseconds(), IsExact: false, Operations: 1) { Elsewhere = nanoseconds };
}
