using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Families 2 and 3: what a bill is adjusted by can be counted with, and says one thing for every spend.</summary>
internal static class BillChecks
{
    private const int MaxDecimals = 15;

    private static readonly Rational AmountEnd = 1_000_000_000_000;

    /// <summary>Checks the volume discount, the credits and the limits of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Card card, ProblemList problems)
    {
        if (card.Volume is { } volume)
        {
            CheckVolume(volume, CardPath.Root.Property("volume").Property("tiers"), problems);
        }

        for (var i = 0; i < card.Credits.Count; i++)
        {
            CheckCredit(card.Credits[i], CardPath.Root.Property("credits").Item(i).Property("amount"), problems);
        }

        for (var i = 0; i < card.Limits.Count; i++)
        {
            var path = CardPath.Root.Property("limits").Property("tiers").Property(card.Limits[i].Name).Property("spend");
            CheckLimit(card.Limits[i], i > 0 ? card.Limits[i - 1] : null, path, problems);
        }
    }

    private static void CheckVolume(Volume volume, CardPath path, ProblemList problems)
    {
        if (volume.Tiers.Count == 0)
        {
            problems.Add(Rules.NoTier, path, "volume");
            return;
        }

        TierRangeChecks.Check([.. volume.Tiers.Select(RangeOf)], TierMeasure.Spend, path, problems);
        for (var i = 0; i < volume.Tiers.Count; i++)
        {
            var tier = volume.Tiers[i];
            if (tier.UpTo is { } upTo)
            {
                _ = CheckHeld("this bound", upTo, path.Item(i).Property("upTo"), problems);
            }

            var percent = tier.Discount * 100;
            if (percent.Sign < 0 || tier.Discount >= Rational.One || Decimals(percent) > MaxDecimals)
            {
                problems.Add(
                    Rules.DiscountOutOfRange,
                    path.Item(i).Property("discount"),
                    percent + "%",
                    $"lie from 0% to below 100% and have at most {MaxDecimals} decimals");
            }
        }

        var last = volume.Tiers.Count - 1;
        if (volume.Tiers[last].UpTo is { } end)
        {
            problems.Add(
                Rules.NothingAbove,
                path.Item(last).Property("upTo"),
                "volume",
                end.ToString(),
                TierMeasure.Spend.Many,
                "leave 'upTo' out of the last tier");
        }
    }

    private static TierRange RangeOf(VolumeTier tier) => new(BoundOf(tier.From), BoundOf(tier.UpTo), BoundOf(tier.UpTo));

    private static Bound? BoundOf(Rational? amount) => amount is { } value ? new Bound(value, value.ToString()) : null;

    private static void CheckCredit(Credit credit, CardPath path, ProblemList problems)
    {
        var what = $"the credit '{credit.Name}'";
        if (CheckHeld(what, credit.Amount, path, problems) && credit.Amount.Sign <= 0)
        {
            problems.Add(Rules.AmountOutOfRange, path, what, credit.Amount.ToString(), "be above 0");
        }
    }

    private static void CheckLimit(AccountTier tier, AccountTier? before, CardPath path, ProblemList problems)
    {
        var what = $"the spend of '{tier.Name}'";
        if (!CheckHeld(what, tier.Spend, path, problems))
        {
            return;
        }

        if (tier.Spend.Sign < 0)
        {
            problems.Add(Rules.AmountOutOfRange, path, what, tier.Spend.ToString(), "be 0 or more");
        }
        else if (before is not null && tier.Spend <= before.Spend)
        {
            problems.Add(Rules.SpendNotAscending, path, tier.Name, tier.Spend.ToString(), before.Name, before.Spend.ToString());
        }
    }

    // Such an amount is a decimal of C# and of the money type alike, so that generated code can show it as the card does.
    private static bool CheckHeld(string what, Rational amount, CardPath path, ProblemList problems)
    {
        var wanted = Decimals(amount) > MaxDecimals ? $"have at most {MaxDecimals} decimals"
            : amount.Abs() >= AmountEnd ? $"be below {AmountEnd}"
            : null;
        if (wanted is not null)
        {
            problems.Add(Rules.AmountOutOfRange, path, what, amount.ToString(), wanted);
        }

        return wanted is null;
    }

    private static int Decimals(Rational number)
    {
        var text = number.ToString();
        var point = text.IndexOf('.');
        return point < 0 ? 0 : text.Length - point - 1;
    }
}
