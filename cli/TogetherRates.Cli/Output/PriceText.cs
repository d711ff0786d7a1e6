using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Output;

/// <summary>Prices and what they buy, for people.</summary>
internal static class PriceText
{
    private const int CentDigits = 2;

    /// <summary>An exact price, with cents even where they are zero: <c>0.10</c>, <c>1.25</c>, <c>1/3</c>.</summary>
    public static string Of(Rational price) => price.ToString(CentDigits);

    /// <inheritdoc cref="Of(Rational)"/>
    public static string Of(Money price)
    {
        // A loop: to search in a text loads the types of vectors, which takes longer than all else here.
        var text = price.ToString();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '/':
                    return text;
                case '.':
                    return text.PadRight(i + 1 + CentDigits, '0');
            }
        }

        return text + ".00";
    }

    /// <summary>A part as a percentage, to a tenth: <c>50.0%</c>.</summary>
    public static string Percent(Ratio part) => string.Create(CultureInfo.InvariantCulture, $"{part.Round(3) * 100:0.0}%");

    /// <summary>A number of units: <c>1M tokens</c>, <c>hour</c>, <c>image</c>.</summary>
    public static string UnitsOf(long quantity, string unit) => quantity switch
    {
        3_600 when unit.EndsWith("second", StringComparison.Ordinal) => unit.Replace("second", "hour", StringComparison.Ordinal),
        60 when unit.EndsWith("second", StringComparison.Ordinal) => unit.Replace("second", "minute", StringComparison.Ordinal),
        1_000_000 when unit is "pixel" => "megapixel",
        1 => unit,
        1_000 => $"1K {Many(unit)}",
        1_000_000 => $"1M {Many(unit)}",
        1_000_000_000 => $"1B {Many(unit)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{quantity} {Many(unit)}"),
    };

    private static string Many(string unit) => BilledUnit.Find(unit)?.Plural ?? unit + "s";
}
