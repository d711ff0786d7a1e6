namespace TogetherRates.Benchmarks.Racing;

/// <summary>What a race gave: the time of each contender in each round.</summary>
public sealed class Outcome
{
    private readonly double[][] nanoseconds;
    private readonly long[] bytes;

    internal Outcome(Race race, double[][] nanoseconds, long[] bytes)
    {
        Race = race;
        this.nanoseconds = nanoseconds;
        this.bytes = bytes;
    }

    /// <summary>The race.</summary>
    public Race Race { get; }

    /// <summary>The median time of one operation.</summary>
    public double Nanoseconds(int contender) => Spread.Of(Times(contender)).Median;

    /// <summary>What one operation allocates, in bytes; not a number for a contender in another process.</summary>
    public double Bytes(int contender) =>
        Race.Contenders[contender].Elsewhere is null ? (double)bytes[contender] / OperationsOf(contender) : double.NaN;

    /// <summary>How many times as fast one contender was as another, each round judged by itself so that a noisy one spoils no other.</summary>
    public Spread Speed(int contender, int against) =>
        Spread.Of(Times(against).Zip(Times(contender), (other, own) => other / own));

    /// <summary>How much longer one contender took than another, in nanoseconds; all of its time beside none.</summary>
    public Spread Beyond(int contender, int? other) =>
        Spread.Of(other is { } less ? Times(contender).Zip(Times(less), (own, taken) => own - taken) : Times(contender));

    /// <summary>The place of a contender by its name.</summary>
    public int Find(string name)
    {
        var place = Race.Contenders.ToList().FindIndex(contender => contender.Name == name);
        return place >= 0 ? place : throw new ArgumentException($"'{Race.Name}' has no contender '{name}'.", nameof(name));
    }

    private IEnumerable<double> Times(int contender) => nanoseconds[contender].Select(time => time / OperationsOf(contender));

    private int OperationsOf(int contender) => Race.Contenders[contender].Operations ?? Race.Operations;
}
