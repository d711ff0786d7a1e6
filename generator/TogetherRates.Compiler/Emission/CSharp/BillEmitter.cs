using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes what a bill is adjusted by: rounding, volume discounts, credits, and the limits of accounts.</summary>
internal static class BillEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        EmitRounding(writer, source.Card.Rounding);
        if (source.Card.Volume is { } volume)
        {
            EmitVolume(writer, source, volume);
        }

        if (source.Card.Credits.Count > 0)
        {
            EmitCredits(writer, source);
        }

        if (source.Card.Limits.Count > 0)
        {
            EmitLimits(writer, source);
        }
    }

    private static void EmitRounding(SourceWriter writer, Rounding rounding)
    {
        var mode = rounding.Mode switch
        {
            RoundingMode.HalfEven => "to the nearest, a half to the even digit",
            RoundingMode.HalfUp => "to the nearest, a half away from zero",
            RoundingMode.Up => "away from zero",
            _ => "towards zero",
        };
        var digits = rounding.Digits == 1 ? "1 decimal" : rounding.Digits.ToString(CultureInfo.InvariantCulture) + " decimals";
        writer.Summary($"How an invoice is rounded: to {digits}, {mode}.");
        writer.Line($"public static {Global.InvoiceRounding} Rounding => new({Number(rounding.Digits)}, {Global.RoundingMode}.{rounding.Mode});");
        writer.Line();
    }

    private static void EmitVolume(SourceWriter writer, CardSource source, Volume volume)
    {
        var part = volume.Mode == VolumeMode.Whole ? "for all of it" : "for the part of it in each row";
        writer.Line("/// <summary>");
        writer.Line($"/// What is taken off the spend of a month, {part}:");
        writer.Line("/// <list type=\"table\">");
        foreach (var tier in volume.Tiers)
        {
            writer.Line($"/// <item><term>{Literal.Xml(RangeOf(source, volume, tier))}</term><description>{Percent(tier)}%</description></item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// </summary>");
        writer.Line($"public static {Global.VolumeDiscount} Volume {{ get; }} = {Global.VolumeDiscount}.{volume.Mode}(");
        writer.Line($"    {Literal.String(source.Card.Currency)},");
        for (var i = 0; i < volume.Tiers.Count; i++)
        {
            var tier = volume.Tiers[i];
            var upTo = tier.UpTo is { } bound ? $"upTo: {Number(bound)}m, " : string.Empty;
            var end = i == volume.Tiers.Count - 1 ? ");" : ",";
            writer.Line($"    new {Global.VolumeTier}({upTo}percent: {Percent(tier)}m){end}");
        }

        writer.Line();
    }

    private static void EmitCredits(SourceWriter writer, CardSource source)
    {
        writer.Summary("What the provider grants to accounts, to be used before they are charged.");
        writer.Open("public static class Credits");
        foreach (var credit in source.Card.Credits)
        {
            var expiry = credit.ExpiresAfter is { } term ? ", which expires after " + term : string.Empty;
            writer.Summary($"{Literal.Xml(credit.Name)}: {Literal.Xml(source.Prices.Amount(credit.Amount))}{expiry}.");
            writer.Line(
                $"public static {Global.CreditOffer} {MemberName.Of(credit)} {{ get; }} = "
                + $"new({Literal.String(credit.Name)}, {Money(credit.Amount)}, {Literal.String(source.Card.Currency)}{TermOf(credit)});");
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitLimits(SourceWriter writer, CardSource source)
    {
        writer.Summary("How fast accounts may send requests, by what they have spent.");
        writer.Open("public static class Limits");
        foreach (var tier in source.Card.Limits)
        {
            var limits = new[] { (tier.RequestsPerMinute, "requests"), (tier.TokensPerMinute, "tokens") }
                .Where(limit => limit.Item1 is not null)
                .Select(limit => limit.Item1!.Value.ToString("#,0", CultureInfo.InvariantCulture) + " " + limit.Item2);
            writer.Summary(
                $"{Literal.Xml(tier.Name)}, from a spend of {Literal.Xml(source.Prices.Amount(tier.Spend))} on: {string.Join(" and ", limits)} a minute.");
            writer.Line(
                $"public static {Global.AccountTier} {MemberName.Of(tier)} {{ get; }} = new({Literal.String(tier.Name)}, {Money(tier.Spend)}, "
                + $"requestsPerMinute: {Limit(tier.RequestsPerMinute)}, tokensPerMinute: {Limit(tier.TokensPerMinute)});");
            writer.Line();
        }

        writer.Summary("The tier of an account that has spent so much; null when that is not enough for any.");
        writer.Line($"public static {Global.AccountTier}? At({Global.Money} spend) =>");
        foreach (var tier in source.Card.Limits.Reverse())
        {
            var name = MemberName.Of(tier);
            writer.Line($"    spend >= {name}.Spend ? {name} :");
        }

        writer.Line("    null;");
        writer.Close();
        writer.Line();
    }

    private static string RangeOf(CardSource source, Volume volume, VolumeTier tier) =>
        tier.UpTo is { } upTo ? "up to " + source.Prices.Amount(upTo)
        : volume.Tiers.Count == 1 ? "any spend"
        : "above " + source.Prices.Amount(volume.Tiers[volume.Tiers.Count - 2].UpTo!.Value);

    private static string Percent(VolumeTier tier) => (tier.Discount * 100).ToString();

    private static string Money(Rational amount) => $"{Global.Money}.FromDecimal({Number(amount)}m)";

    private static string TermOf(Credit credit) => credit.ExpiresAfter switch
    {
        null => string.Empty,
        { Unit: TermUnit.Day } term => $", {Global.Term}.OfDays({Number(term.Count)})",
        { Unit: TermUnit.Month } term => $", {Global.Term}.OfMonths({Number(term.Count)})",
        { } term => $", {Global.Term}.OfMonths({Number(12 * term.Count)})",
    };

    private static string Limit(int? limit) => limit is { } number ? Literal.Integer(number) : "null";

    // With thousands apart, as a price list has them: 1_000.50.
    private static string Number(Rational amount)
    {
        var text = amount.ToString();
        var point = text.IndexOf('.');
        return Literal.Integer((long)amount.Floor()) + (point < 0 ? string.Empty : text.Substring(point));
    }
}
