using BenchmarkDotNet.Attributes;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks;

/// <summary>The same contenders under BenchmarkDotNet, one by one: what each allocates, and its time by another method.</summary>
[MemoryDiagnoser]
public class RaceBenchmarks
{
    /// <summary>The contender that is measured; one operation of BenchmarkDotNet is all the work of its race.</summary>
    [ParamsSource(nameof(Entries))]
    public RaceEntry Entry { get; set; } = null!;

    /// <summary>A part of the names of the races that are run.</summary>
    internal static string Only { get; set; } = string.Empty;

    /// <summary>Every contender of every race.</summary>
    public static IEnumerable<RaceEntry> Entries => RaceList.Named(Only).SelectMany(race => race.Contenders.Where(contender => contender.Elsewhere is null).Select(contender => new RaceEntry(race, contender)));

    /// <summary>Runs the contender.</summary>
    [Benchmark]
    public decimal Run() => Entry.Contender.Run();
}

/// <summary>A contender in its race.</summary>
/// <param name="Race">The race.</param>
/// <param name="Contender">The contender.</param>
public sealed record RaceEntry(Race Race, Contender Contender)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Race.Name}: {Contender.Name}";
}
