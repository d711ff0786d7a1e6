using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests.Billing;

/// <summary>What an invoice is made of, at random.</summary>
internal sealed record Bill(ImmutableArray<Quote> Quotes, InvoiceRounding Rounding, VolumeDiscount? Volume, CreditLedger? Credits)
{
    public static DateTimeOffset AsOf { get; } = new(2025, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public static Gen<InvoiceRounding> Roundings { get; } =
        from digits in Gen.Choose(0, 15)
        from cents in Gen.Elements(true, false)
        from mode in Gen.Elements(Enum.GetValues<RoundingMode>())
        select new InvoiceRounding(cents ? 2 : digits, mode);

    public static Gen<Money> Moneys { get; } =
        from quanta in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Elements(1L, 189, 1_000_003, 94_500_000_000, 1_890_000_000_000)
        select Money.FromQuanta((Int128)quanta * scale);

    public static Gen<VolumeDiscount> Volumes { get; } =
        from isWhole in Gen.Elements(true, false)
        from bounds in Gen.Choose(1, 400_000).Select(hundredths => hundredths / 100m).ListOf(3)
        from percents in Gen.Choose(0, 99_999).Select(thousandths => thousandths / 1_000m).ListOf(4)
        let ends = bounds.Distinct().Order().ToList()
        let tiers = ends.Select((end, i) => new VolumeTier(end, percents[i])).Append(new VolumeTier(percents[ends.Count])).ToArray()
        select isWhole ? VolumeDiscount.Whole("USD", tiers) : VolumeDiscount.Graduated("USD", tiers);

    public static Gen<Credit> RandomCredits { get; } =
        from name in Gen.Elements("new account", "apology", "contest")
        from amount in Moneys
        from grantedBefore in Gen.Choose(-10, 100)
        from lastsFor in Gen.Choose(0, 150)
        let grantedAt = AsOf.AddDays(-grantedBefore)
        select new Credit(name, amount + Money.FromQuanta(1), grantedAt, lastsFor == 0 ? null : grantedAt.AddDays(lastsFor));

    public static Gen<CreditLedger> Ledgers { get; } =
        from count in Gen.Choose(0, 5)
        from credits in RandomCredits.ListOf(count)
        select credits.Aggregate(CreditLedger.Empty("USD"), (ledger, credit) => ledger.Grant(credit));

    public static Arbitrary<Bill> Any { get; } = (
        from count in Gen.Choose(0, 6)
        from quotes in Gen.ListOf(RandomQuotes(), count)
        from rounding in Roundings
        from volume in Gen.Frequency((3, Volumes.Select(volume => (VolumeDiscount?)volume)), (1, Gen.Constant<VolumeDiscount?>(null)))
        from credits in Gen.Frequency((2, Ledgers.Select(ledger => (CreditLedger?)ledger)), (1, Gen.Constant<CreditLedger?>(null)))
        select new Bill([.. quotes], rounding, volume, credits)).ToArbitrary();

    public Invoice Invoice => Invoice.Create(Quotes, Rounding, AsOf, Volume, Credits);

    /// <summary>A line whose amount is its price times its quantity.</summary>
    public static LineItem Line(string meter, long quantity, string pricePerMillion)
    {
        var price = Money.Parse(pricePerMillion, null);
        return new()
        {
            Meter = meter,
            Quantity = quantity,
            Unit = "token",
            Price = price,
            Per = 1_000_000,
            Amount = Money.FromFraction((BigInteger)price.Quanta * quantity, (BigInteger)1_000_000 * Money.QuantaPerUnit),
        };
    }

    /// <summary>A training job with a minimum charge.</summary>
    public static Quote Job(string subject, string least, params LineItem[] lines)
    {
        var reached = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        return Quote(subject, [.. lines, LineItem.MinimumCharge(Money.Parse(least, null), reached, "job")]);
    }

    public static Quote Quote(string subject, params LineItem[] lines) => new()
    {
        Card = "Together AI",
        Currency = "USD",
        Edition = new DateOnly(2025, 1, 1),
        Subject = subject,
        Lines = [.. lines],
    };

    private static Gen<Quote> RandomQuotes() =>
        from subject in Gen.Elements("DeepSeek-V3", "Llama-3-70b", "job")
        from count in Gen.Choose(0, 3)
        from lines in Gen.ListOf(Lines(), count)
        from least in Gen.Elements("0.01", "4", "5", "1000")
        from isJob in Gen.Elements(true, false)
        select isJob ? Job(subject, least, [.. lines]) : Quote(subject, [.. lines]);

    private static Gen<LineItem> Lines() =>
        from meter in Gen.Elements("input", "cachedInput", "output")
        from price in Gen.Elements("1.25", "0.54", "0.008", "7/27", "48")
        from quantity in Gen.Choose(0, int.MaxValue)
        select Line(meter, quantity, price);
}
