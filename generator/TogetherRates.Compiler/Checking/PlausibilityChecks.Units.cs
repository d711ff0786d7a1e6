using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <content>Prices that look a thousand or a million times off, because a unit or a decimal point slipped.</content>
public static partial class PlausibilityChecks
{
    // Of 4,000 published prices per million tokens the lowest is 0.001 and the highest 600.
    private const long leastKnown = PriceScale.One / 2_000;
    private const long mostKnown = 1_000 * PriceScale.One;

    // What a price of another unit would have to be to look usual.
    private const long leastUsual = PriceScale.One / 200;
    private const long mostUsual = 100 * PriceScale.One;

    // The dearest models of real providers cost up to 500 times the median.
    private const int leastTimesMedian = 1_000;

    // The currencies that are worth about as much as a dollar.
    private static readonly HashSet<string> LikeDollars = new(StringComparer.Ordinal) { "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD" };

    private static List<PriceRow> PassUnits(List<PriceRow> rows, List<Finding> findings)
    {
        var passed = new List<PriceRow>(rows.Count);
        foreach (var row in rows)
        {
            var before = findings.Count;
            for (var i = 0; i < row.Prices.Meters.Count; i++)
            {
                var (meter, price) = row.Prices.Meters[i];
                var scaled = meter is Meter.Input or Meter.Output ? row.Of(meter) : PriceScale.Of(price, row.Quantity);
                if (scaled is < leastKnown or > mostKnown && row.IsWritten(meter))
                {
                    var isLow = scaled < leastKnown;
                    findings.Add(row.Find(
                        Rules.UnitSlip,
                        meter,
                        row.TextOf(meter),
                        isLow ? "below 0.0005" : "above 1000",
                        isLow ? "low" : "high",
                        AdviseUnit(scaled, row.Quantity, isLow)));
                }
            }

            if (findings.Count == before)
            {
                passed.Add(row);
            }
        }

        return passed;
    }

    // The quantity that would make the price a usual one, if a card would write it.
    private static string AdviseUnit(long scaled, long quantity, bool isLow)
    {
        var times = (isLow ? scaled * 1_000 : scaled / 1_000) is >= leastUsual and <= mostUsual ? 1_000 : 1_000_000;
        return (isLow ? quantity / times : quantity * times) switch
        {
            1 => "if it is the price of one token, write \"per\": \"token\"",
            1_000 => "if it is the price of 1K tokens, write \"per\": \"1K tokens\"",
            1_000_000 => "if it is the price of 1M tokens, write \"per\": \"1M tokens\"",
            _ => "check what it was converted from",
        };
    }

    private static List<PriceRow> PassMagnitudes(List<PriceRow> rows, Meter meter, List<Finding> findings)
    {
        if (!Spreads(rows, meter, leastTimesMedian))
        {
            return rows;
        }

        var prices = rows.Select(row => row.Of(meter)).Where(price => price > 0).ToArray();
        if (prices.Length < leastModels)
        {
            return rows;
        }

        var median = PriceScale.MedianOf(prices);
        return rows.FindAll(row =>
        {
            var price = row.Of(meter);
            var isFine = price == 0 || (price < median * leastTimesMedian && price * leastTimesMedian > median);
            if (!isFine)
            {
                var usual = (Rational)median / PriceScale.One;
                findings.Add(row.Find(Rules.FarFromOthers, meter, row.TextOf(meter), PriceScale.Compare(price, median), usual.ToString()));
            }

            return isFine;
        });
    }
}
