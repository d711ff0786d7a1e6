using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Checking;

/// <content>Output that is priced oddly against input.</content>
internal static partial class PlausibilityChecks
{
    // On real price lists 99 of 100 models ask less than ten times as much for output as for input.
    private const int LeastUnusualRatio = 10;

    // A slip by one digit makes a ratio ten times the others; a ratio that is a little below theirs must not hide it.
    private const int LeastTimesMedianRatio = 8;

    // Thousandths are fine enough to tell ratios apart.
    private const long RatioOne = 1_000;

    private static List<PriceRow> PassOutputs(List<PriceRow> rows, List<Finding> findings)
    {
        foreach (var row in rows)
        {
            if (!IsFine(row))
            {
                findings.Add(Find(Rules.OutputBelowInput, row.PathOf(Meter.Output), row.TextOf(Meter.Output), row.TextOf(Meter.Input)));
            }
        }

        return rows.TrueForAll(IsFine) ? rows : rows.FindAll(IsFine);

        static bool IsFine(PriceRow row) => row.Output == 0 || row.Output >= row.Input;
    }

    private static void CheckRatios(List<PriceRow> rows, List<Finding> findings)
    {
        var unusual = rows.FindAll(row => IsPriced(row) && RatioOf(row) >= LeastUnusualRatio * RatioOne);
        var priced = unusual.Count == 0 ? [] : rows.FindAll(IsPriced);
        if (priced.Count < LeastModels)
        {
            return;
        }

        var median = PriceScale.MedianOf(priced.Select(RatioOf).ToArray());
        foreach (var row in unusual)
        {
            if (RatioOf(row) >= median * LeastTimesMedianRatio)
            {
                findings.Add(Find(
                    Rules.RatioOutOfFamily,
                    row.PathOf(Meter.Output),
                    row.TextOf(Meter.Output),
                    PriceScale.Compare(row.Output, row.Input),
                    row.TextOf(Meter.Input),
                    PriceScale.Compare(median, RatioOne)));
            }
        }
    }

    private static bool IsPriced(PriceRow row) => row.Input > 0 && row.Output > 0;

    private static long RatioOf(PriceRow row) => row.Output * RatioOne / row.Input;
}
