using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Import;

/// <summary>Chooses the units in which prices are published: those in which they have few digits, and an end.</summary>
internal static class PublishedUnit
{
    private static readonly (string? Name, int Count)[] Times = [(null, 1), ("minute", 60), ("hour", 3_600)];

    /// <summary>What the token prices of a model buy: a million tokens, or the few million at which all of them have an end.</summary>
    /// <param name="terms">The prices per million tokens.</param>
    public static Per OfTokens(PriceTerms terms)
    {
        var lists = terms.Windows.Select(window => window.Prices).Concat(terms.Levels.Select(level => level.Prices).OfType<PriceList>());
        var tokens = lists.SelectMany(list => list.Contexts.Select(context => context.Tokens).Prepend(list.Tokens));
        var millions = tokens.SelectMany(prices => prices.Meters).Aggregate(BigInteger.One, (sofar, price) =>
        {
            var needed = WithoutTwosAndFives(price.Price.Denominator);
            return sofar * needed / BigInteger.GreatestCommonDivisor(sofar, needed);
        });
        return Per.MillionTokens with { Quantity = Per.MillionTokens.Quantity * (long)millions };
    }

    /// <summary>What the price of a charge buys.</summary>
    /// <param name="charge">The charge, whose prices are for one unit each.</param>
    /// <returns>The unit as a card writes it, null for one of the meter's own, and how many of those it holds.</returns>
    public static (string? Name, int Count) Of(Charge charge) => Meters.UnitOf(charge.Meter) switch
    {
        "second" => Times.MinBy(time => PricesOf(charge).Max(price => FloatNoise.CountDigits(price * time.Count) ?? int.MaxValue)),
        "character" => ("1M characters", 1_000_000),
        "pixel" => ("megapixel", 1_000_000),
        "page" => ("1K pages", 1_000),
        "search" => ("1K searches", 1_000),
        "query" => ("1K queries", 1_000),
        "request" => ("1K requests", 1_000),
        _ => (null, 1),
    };

    private static IEnumerable<Rational> PricesOf(Charge charge) => charge.Price is { } price ? [price] : charge.Bands.Select(band => band.Price);

    private static BigInteger WithoutTwosAndFives(BigInteger number)
    {
        foreach (var prime in new BigInteger[] { 2, 5 })
        {
            while ((number % prime).IsZero)
            {
                number /= prime;
            }
        }

        return number;
    }
}
