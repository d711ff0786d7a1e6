using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads what is taken off a price, such as <c>50%</c>.</summary>
internal static class DiscountReader
{
    /// <summary>Reads a discount.</summary>
    /// <param name="owner">What is discounted.</param>
    /// <param name="name">The property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>The part that is taken off, or null.</returns>
    public static Rational? Read(ObjectReader owner, string name, JsonNode? value)
    {
        if (value is null || owner.Label(name, value) is not { } text)
        {
            return null;
        }

        if (text.EndsWith("%", StringComparison.Ordinal)
            && Rational.TryParsePlain(text.Substring(0, text.Length - 1), out var percent))
        {
            return percent / 100;
        }

        owner.Problems.Add(Rules.UnreadableUnit, value.Span, text, "a discount", "\"50%\"");
        return null;
    }
}
