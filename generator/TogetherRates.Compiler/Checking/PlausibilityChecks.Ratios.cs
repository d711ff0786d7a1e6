using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Checking;

/// <content>Output that is priced oddly against input.</content>
public static partial class PlausibilityChecks
{
    // On real price lists 99 of 100 models ask less than ten times as much for output as for input.
    private const int LeastUnusualRatio = 10;

    // A slip by one digit makes a ratio ten times the others; a ratio that is a little below theirs must not hide it.
    private const int LeastTimesMedianRatio = 8;

    // Thousandths are fine enough to tell ratios apart.
    private const long RatioOne = 1_000;

    private static List<PriceRow> PassOutputs(List<PriceRow> rows, List<Finding> findings) => rows.FindAll(row =>
    {
        var isFine = row.Output == 0 || row.Output >= row.Input;
        if (!isFine)
        {
            findings.Add(Find(Rules.OutputBelowInput, row.PathOf(Meter.Output), row.TextOf(Meter.Output), row.TextOf(Meter.Input)));
        }

        return isFine;
    });

    private static void CheckRatios(List<PriceRow> rows, List<Finding> findings)
    {
        var priced = rows.FindAll(row => row.Input > 0 && row.Output > 0);
        var unusual = priced.FindAll(row => RatioOf(row) >= LeastUnusualRatio * RatioOne);
        if (priced.Count < LeastModels || unusual.Count == 0)
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

    private static long RatioOf(PriceRow row) => row.Output * RatioOne / row.Input;
}
