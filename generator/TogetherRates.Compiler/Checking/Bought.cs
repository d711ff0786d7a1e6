using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Checking;

/// <summary>What a price buys, in the card's words and in the units that are counted.</summary>
/// <param name="Words">The quantity as messages say it.</param>
/// <param name="Quantity">How many units are counted.</param>
/// <param name="Unit">What one of them is.</param>
/// <param name="Otherwise">What to do about a price that can't be billed and has no near one that can.</param>
internal sealed record Bought(string Words, long Quantity, string Unit, string Otherwise)
{
    private static readonly Bought MillionTokens = In(Per.MillionTokens);

    /// <summary>A quantity that is counted as it is written.</summary>
    /// <param name="per">The quantity.</param>
    /// <returns>The same for messages.</returns>
    public static Bought Of(Per per) => per == Per.MillionTokens ? MillionTokens : In(per);

    /// <summary>What the price of an offer that is billed on one meter buys.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="meter">Its meter.</param>
    /// <returns>The units; where steps count, one for each step of each unit.</returns>
    public static Bought By(Offer offer, Meter meter)
    {
        var unit = Meters.UnitOf(meter);
        return offer.Steps is { } steps
            ? new Bought(offer.Per.ToString(), offer.UnitsPerPrice * steps, unit + " and step", $"choose a price that {steps} steps divide")
            : new Bought(offer.Per.ToString(), offer.UnitsPerPrice, unit, $"give the price for another quantity of {offer.Unit.Plural}");
    }

    /// <summary>What the price of a charge buys.</summary>
    /// <param name="charge">The charge.</param>
    /// <returns>The units.</returns>
    public static Bought By(Charge charge)
    {
        var unit = Meters.UnitOf(charge.Meter);
        return new Bought(charge.Per.ToString(), charge.UnitsPerPrice, unit, $"give the price for another quantity of {BilledUnit.Find(unit)?.Plural ?? unit + "s"}");
    }

    private static Bought In(Per per) => new(per.ToString(), per.Quantity, per.Unit, $"give the price for 1M {per.Unit}s instead");
}
