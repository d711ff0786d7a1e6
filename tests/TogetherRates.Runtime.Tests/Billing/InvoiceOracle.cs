using System.Numerics;

namespace TogetherRates.Runtime.Tests.Billing;

/// <summary>What a bill comes to, step by step with fractions of unlimited integers.</summary>
internal static class InvoiceOracle
{
    /// <summary>The sum of the quotes at their prices.</summary>
    public static Ratio Spend(Bill bill) => Ratio.Sum(bill.Quotes.Select(Spend));

    /// <summary>What the volume discount leaves of a spend.</summary>
    public static Ratio AfterVolume(VolumeDiscount? volume, Ratio spend)
    {
        if (volume is null)
        {
            return spend;
        }

        if (volume.Mode == VolumeMode.Whole)
        {
            return spend * Kept(volume.Tiers.First(tier => tier.UpTo is not { } upTo || spend <= Ratio.Of(upTo)));
        }

        // Every tier but the first changes what is kept of the spend above its start.
        var price = spend * Kept(volume.Tiers[0]);
        foreach (var (before, tier) in volume.Tiers.Zip(volume.Tiers.Skip(1)))
        {
            price += Ratio.Max(spend - Ratio.Of(before.UpTo!.Value), Ratio.Zero) * (Kept(tier) - Kept(before));
        }

        return price;

        static Ratio Kept(VolumeTier tier) => new Ratio(1, 1) - Ratio.Percent(tier.Percent);
    }

    /// <summary>What there is to pay before credits.</summary>
    public static Ratio BeforeCredits(Bill bill)
    {
        var spend = Spend(bill);
        var price = AfterVolume(bill.Volume, spend);
        var raised = from quote in bill.Quotes
                     from minimum in quote.Lines.Where(line => line.Meter == "minimumCharge")
                     let share = spend == Ratio.Zero ? Ratio.Zero : Spend(quote) / spend
                     select Ratio.Max(Ratio.Of(minimum.Price) - (price * share), Ratio.Zero);
        return price + Ratio.Sum(raised);
    }

    /// <summary>What there is to pay, exactly.</summary>
    public static Ratio Total(Bill bill) =>
        Ratio.Max(BeforeCredits(bill) - Ratio.Of(bill.Credits?.BalanceAt(Bill.AsOf) ?? Money.Zero), Ratio.Zero);

    /// <summary>An amount that isn't negative, in units of the last digit.</summary>
    public static BigInteger Count(Ratio amount, InvoiceRounding rounding)
    {
        var scaled = amount * new Ratio(BigInteger.Pow(10, rounding.Digits), 1);
        var below = BigInteger.Divide(scaled.Above, scaled.Below);
        var rest = scaled - new Ratio(below, 1);
        var half = new Ratio(1, 2);
        var isUp = rounding.Mode switch
        {
            RoundingMode.HalfEven => rest > half || (rest == half && !below.IsEven),
            RoundingMode.HalfUp => rest >= half,
            RoundingMode.Up => rest > Ratio.Zero,
            _ => false,
        };
        return below + (isUp ? 1 : 0);
    }

    private static Ratio Spend(Quote quote) => Ratio.Sum(
        from line in quote.Lines
        where line.Meter != "minimumCharge"
        select Ratio.Of(line.Price) * new Ratio(line.Quantity, line.Per));
}
