using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <content>Prices that no provider asks, because a unit slipped.</content>
internal static partial class PlausibilityChecks
{
    // Of 9,000 published prices of a million tokens the lowest is 0.002 and the highest 600.
    private const long LeastKnown = PriceScale.One / 2_000;
    private const long MostKnown = 1_000 * PriceScale.One;

    // What a price of another unit would have to be to look usual.
    private const long LeastUsual = PriceScale.One / 200;
    private const long MostUsual = 100 * PriceScale.One;

    // The currencies that are worth about as much as a dollar.
    private static readonly HashSet<string> LikeDollars = new(StringComparer.Ordinal) { "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD" };

    // From old graphics cards to several times the newest; an hour's price in cents, or of a minute, lies outside.
    private static readonly Rational LeastGpuHour = Rational.One / 10;
    private static readonly Rational MostGpuHour = 100;

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
                if (row.IsWritten(meter) && !IsKnown(scaled))
                {
                    findings.Add(FindUnitSlip(price, row.Quantity, scaled, row.PathOf(meter)));
                }
            }

            if (findings.Count == before)
            {
                passed.Add(row);
            }
        }

        return passed;
    }

    private static bool IsKnown(long scaled) => scaled is >= LeastKnown and <= MostKnown;

    private static Finding FindUnitSlip(Rational price, long quantity, long scaled, CardPath path)
    {
        var isLow = scaled < LeastKnown;
        return Find(
            Rules.UnitSlip,
            path,
            PriceScale.PerMillion(price, quantity).ToString(),
            isLow ? "below 0.0005" : "above 1000",
            isLow ? "low" : "high",
            AdviseUnit(scaled, quantity, isLow));
    }

    // The quantity that would make the price a usual one, if a card would write it.
    private static string AdviseUnit(long scaled, long quantity, bool isLow)
    {
        var times = (isLow ? scaled * 1_000 : scaled / 1_000) is >= LeastUsual and <= MostUsual ? 1_000 : 1_000_000;
        return (isLow ? quantity / times : quantity * times) switch
        {
            1 => "if it is the price of one token, write \"per\": \"token\"",
            1_000 => "if it is the price of 1K tokens, write \"per\": \"1K tokens\"",
            1_000_000 => "if it is the price of 1M tokens, write \"per\": \"1M tokens\"",
            _ => "check what it was converted from",
        };
    }

    private static void CheckGpuUnits(Dedicated dedicated, List<Finding> findings)
    {
        foreach (var gpu in dedicated.Gpus)
        {
            var hour = PriceScale.PerGpuHour(dedicated, gpu);
            if (!IsUsualGpuHour(hour))
            {
                var range = hour < LeastGpuHour ? "below 0.1" : "above 100";
                findings.Add(Find(Rules.GpuUnitSlip, PriceRows.PathOf(gpu), Shown(hour), range));
            }
        }
    }

    private static bool IsUsualGpuHour(Rational price) => price >= LeastGpuHour && price <= MostGpuHour;

    // With three decimals, and more where nothing would be left of the price or of what is wrong with it.
    private static string Shown(Rational price)
    {
        const int MostDecimals = 18;
        var decimals = 3;
        var shown = price.Round(decimals);
        while (decimals < MostDecimals && (shown.Sign == 0 || IsUsualGpuHour(shown)))
        {
            decimals++;
            shown = price.Round(decimals);
        }

        return shown.ToString();
    }
}
