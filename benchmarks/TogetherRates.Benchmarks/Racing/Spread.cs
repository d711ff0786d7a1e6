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

        // Between two measurements in proportion: the middle of an even number of them is that of the middle two.
        double At(double part)
        {
            var place = part * (ordered.Length - 1);
            var (below, above) = (ordered[(int)place], ordered[(int)Math.Ceiling(place)]);
            return below + ((above - below) * (place - Math.Floor(place)));
        }
    }
}
