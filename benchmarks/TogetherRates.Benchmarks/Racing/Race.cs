namespace TogetherRates.Benchmarks.Racing;

/// <summary>Several ways to do the same work, run side by side.</summary>
public sealed class Race
{
    /// <summary>What the results call it.</summary>
    public required string Name { get; init; }

    /// <summary>What is done, on what, in a sentence or two.</summary>
    public required string Work { get; init; }

    /// <summary>What one operation is: a price, a row.</summary>
    public required string Operation { get; init; }

    /// <summary>How many operations one run of a contender makes.</summary>
    public required int Operations { get; init; }

    /// <summary>The contenders; ratios are to the first.</summary>
    public required IReadOnlyList<Contender> Contenders { get; init; }

    /// <summary>The contender that does less than the work, and so shows what is left to gain; null when there is none.</summary>
    public string? Bound { get; init; }

    /// <summary>What is asked of the contenders.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>What the contenders may take at most.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>Whether the race belongs to the short set: seconds, without network, data or processes.</summary>
    public bool IsShort { get; init; } = true;

    /// <summary>What the machine lacks for the race, which is then left out; null when all is there.</summary>
    public string? Missing { get; init; }

    /// <summary>Throws unless all exact contenders come to the same.</summary>
    public void Check()
    {
        var results = Contenders.Where(contender => contender.IsExact).Select(contender => (contender.Name, Result: contender.Run())).ToList();
        foreach (var (name, result) in results)
        {
            if (result != results[0].Result)
            {
                throw new InvalidOperationException($"{Name}: {name} comes to {result}, but {results[0].Name} to {results[0].Result}.");
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
