using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <content>Prices of quite another magnitude than the card's others, in any currency.</content>
internal static partial class PlausibilityChecks
{
    // The dearest models of real providers cost up to 500 times the median.
    private const int LeastTimesMedian = 1_000;

    private static List<PriceRow> PassMagnitudes(List<PriceRow> rows, Meter meter, List<Finding> findings)
    {
        if (!Spreads(rows, meter, LeastTimesMedian))
        {
            return rows;
        }

        var prices = rows.Select(row => row.Of(meter)).Where(price => price > 0).ToArray();
        if (prices.Length < LeastModels)
        {
            return rows;
        }

        var median = PriceScale.MedianOf(prices);
        return rows.FindAll(row =>
        {
            var price = row.Of(meter);
            var isFine = price == 0 || (price < median * LeastTimesMedian && price * LeastTimesMedian > median);
            if (!isFine)
            {
                var usual = (Rational)median / PriceScale.One;
                findings.Add(Find(Rules.FarFromOthers, row.PathOf(meter), row.TextOf(meter), PriceScale.Compare(price, median), usual.ToString()));
            }

            return isFine;
        });
    }
}
