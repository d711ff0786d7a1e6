namespace TogetherRates.Runtime.Tests.Columns;

/// <summary>The only row without a price in columns of as many rows as are priced past the caches, or of fewer.</summary>
internal sealed record UnpricedRow(int Rows, int Place, ushort Index)
{
    private const int Few = 40_000;
    private const int Many = (2 << 20) + 50;

    private static readonly Dictionary<int, (ushort[] Models, uint[] Input, uint[] Output)> Columns = new()
    {
        [Few] = ManyRates.Rows(Few),
        [Many] = ManyRates.Rows(Many),
    };

    /// <summary>Every place in the first steps of some rows, where blocks of them meet, and at the end; with an index below or above all models.</summary>
    public static IEnumerable<UnpricedRow> All =>
        from rows in (int[])[Few, Many]
        from place in Enumerable.Range(0, 41).Concat(Enumerable.Range(32_767, 3)).Concat(Enumerable.Range(rows - 36, 36))
        select new UnpricedRow(rows, place, (place % 3) switch { 0 => 0, 1 => ManyRates.Models + 1, _ => ushort.MaxValue });

    /// <summary>What a single pass says of the row.</summary>
    public string NameFromCosts()
    {
        var (_, input, output) = Columns[Rows];
        var costs = new long[Rows];
        return Reject(models => ManyRates.Columns.PriceAll(models, input, output, costs, new() { SinglePass = true }, default));
    }

    /// <summary>What a sum says of the row.</summary>
    public string NameFromSum()
    {
        var (_, input, output) = Columns[Rows];
        return Reject(models => ManyRates.Columns.Sum(models, input, output, default, default));
    }

    private string Reject(Action<ushort[]> price)
    {
        var models = (ushort[])Columns[Rows].Models.Clone();
        models[Place] = Index;
        return Assert.Throws<PriceNotFoundException>(() => price(models)).Message;
    }
}
