using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads what a price buys, such as <c>1M tokens</c>.</summary>
internal static class PerReader
{
    // So that a price per so many megapixels can still be counted in pixels.
    private const long MaxQuantity = 1_000_000_000_000;

    /// <summary>Reads <c>per</c> of something that is priced by token.</summary>
    /// <param name="owner">The table or the model.</param>
    /// <returns>The quantity; a million tokens when nothing is said.</returns>
    public static Per ReadTokens(ObjectReader owner)
    {
        if (owner.Label("per", owner.Find("per")) is not { } text)
        {
            return Per.MillionTokens;
        }

        if (TryParse(text) is { Unit: "token" } per)
        {
            return per;
        }

        owner.Problems.Add(Rules.UnreadableUnit, owner.Find("per")!.Span, text, "a quantity of tokens", "\"1M tokens\", \"1K tokens\" or \"token\"");
        return Per.MillionTokens;
    }

    /// <summary>Reads what a price buys, whatever its unit is.</summary>
    /// <param name="owner">What has the price.</param>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>The quantity, or null.</returns>
    public static Per? Read(ObjectReader owner, string name, Json.JsonNode? value)
    {
        if (owner.Label(name, value) is not { } text)
        {
            return null;
        }

        if (TryParse(text) is { } per)
        {
            return per;
        }

        owner.Problems.Add(Rules.UnreadableUnit, value!.Span, text, "a quantity", "\"1M tokens\", \"hour\" or \"image\"");
        return null;
    }

    /// <summary>Reads <c>per</c> of an offer, which can be counted in any unit.</summary>
    /// <param name="owner">The offer.</param>
    /// <returns>The quantity, or null when it isn't there or can't be read.</returns>
    public static Per? ReadAny(ObjectReader owner)
    {
        if (owner.Label("per", owner.Require("per", "what the price buys, such as \"1M characters\", \"megapixel\" or \"minute\"")) is not { } text)
        {
            return null;
        }

        if (TryParse(text) is { Quantity: <= MaxQuantity } per && BilledUnit.Find(per.Unit) is not null)
        {
            return per;
        }

        var word = text.Substring(text.IndexOf(' ') + 1);
        var advice = NameAdvice.On(word, [.. BilledUnit.All.Select(unit => unit.Name)]);
        owner.Problems.Add(Rules.UnreadableUnit, owner.Find("per")!.Span, text, "a quantity that is billed", "\"1M characters\" or \"minute\"; " + advice);
        return null;
    }

    /// <summary>Reads <c>per</c> of a charge, whose meter is known.</summary>
    /// <param name="owner">The charge.</param>
    /// <param name="meter">The meter.</param>
    /// <returns>The quantity; one unit when nothing is said.</returns>
    public static Per ReadOf(ObjectReader owner, Meter meter)
    {
        var unit = Meters.UnitOf(meter);
        if (owner.Label("per", owner.Find("per")) is not { } text)
        {
            return new Per(1, unit);
        }

        if (TryParse(text) is { Quantity: <= MaxQuantity } per && BilledUnit.Find(per.Unit)?.Meter is { } counted && Meters.UnitOf(counted) == unit)
        {
            return per;
        }

        owner.Problems.Add(Rules.UnreadableUnit, owner.Find("per")!.Span, text, $"a quantity of {Meters.NameOf(meter)}", $"\"{unit}\" or \"{new Per(1_000, unit)}\"");
        return new Per(1, unit);
    }

    /// <summary>Reads a quantity and its unit.</summary>
    /// <param name="text">For instance <c>1M tokens</c>.</param>
    /// <returns>The quantity, or null when the text isn't one.</returns>
    private static Per? TryParse(string text)
    {
        var space = text.IndexOf(' ');
        var unit = text.Substring(space + 1);
        var quantity = 1L;
        if (space > 0 && !TokenCount.TryParse(text.Substring(0, space), out quantity))
        {
            return null;
        }

        return new Per(quantity, BilledUnit.Find(unit)?.Name ?? unit);
    }
}
