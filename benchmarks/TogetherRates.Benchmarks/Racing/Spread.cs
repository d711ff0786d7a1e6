namespace TogetherRates.Benchmarks.Racing;

/// <summary>The middle of some measurements, and the middle half of them.</summary>
/// <param name="Low">A quarter lies below.</param>
/// <param name="Median">Half lies below.</param>
/// <param name="High">A quarter lies above.</param>
public readonly record struct Spread(double Low, double Median, double High)
{
    /// <summary>The spread of at least one value.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return new(At(0.25), At(0.5), At(0.75));

        double At(double part) => ordered[(int)Math.Round(part * (ordered.Length - 1), MidpointRounding.AwayFromZero)];
    }
}
