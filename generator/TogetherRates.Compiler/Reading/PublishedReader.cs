using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the ranges of prices that a provider states.</summary>
internal static class PublishedReader
{
    /// <summary>Reads the ranges.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The ranges that can be read; none when the card doesn't state any.</returns>
    public static EquatableArray<PublishedRange> Read(ObjectReader card)
    {
        var ranges = new List<PublishedRange>();
        foreach (var item in card.List("published", card.Find("published"))?.Items ?? [])
        {
            if (card.Object("published", item) is { } node && ReadRange(new ObjectReader(node, Shape.PublishedRange, card.Problems)) is { } range)
            {
                ranges.Add(range);
            }
        }

        return new([.. ranges]);
    }

    private static PublishedRange? ReadRange(ObjectReader range)
    {
        var section = range.Word("of", range.Require("of", "the section that the range is about"), [.. PublishedRange.Sections]);
        var from = ReadBound(range, "from", "the lowest price that the provider states");
        var upTo = ReadBound(range, "upTo", "the highest price that the provider states");
        var per = PerReader.Read(range, "per", range.Require("per", "what the prices buy, such as \"1M tokens\" or \"minute\""));
        if (section < 0 || from is null || upTo is null || per is null)
        {
            return null;
        }

        if (from.Value.Price > upTo.Value.Price)
        {
            range.Contradiction("from", "upTo", $"the range would end at {upTo.Value.Price}, below its start at {from.Value.Price}");
        }

        var decimals = Math.Max(from.Value.Decimals, upTo.Value.Decimals);
        return new PublishedRange(PublishedRange.Sections[section], from.Value.Price, upTo.Value.Price, decimals, per);
    }

    private static (Numbers.Rational Price, int Decimals)? ReadBound(ObjectReader range, string name, string why)
    {
        if (range.Require(name, why) is not { } value || range.AsNumber(name, value) is not { } price)
        {
            return null;
        }

        var text = value is JsonNumber number ? number.Text : ((JsonString)value).Value;
        return (price, DecimalsOf(text));
    }

    // The text is a number by now: 0.10 has two decimals, 1.5e-3 has four.
    private static int DecimalsOf(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        var mantissa = e < 0 ? text : text.Substring(0, e);
        var exponent = e < 0 ? 0 : int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? 0 : mantissa.Length - point - 1;
        return Math.Max(digits - exponent, 0);
    }
}
