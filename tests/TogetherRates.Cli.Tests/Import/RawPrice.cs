using System.Globalization;
using System.Text.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Tests.Import;

/// <summary>Prices as they stand in a collection.</summary>
internal static class RawPrice
{
    private const int MostDigits = 12;

    /// <summary>The number that a collection means. What has more than twelve digits went through a float, and goes back the way it came.</summary>
    public static Rational Of(JsonElement value)
    {
        var text = value.GetRawText();
        var exact = Read(text);
        var digits = text.Split('e', 'E')[0].Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
        if (digits <= MostDigits)
        {
            return exact;
        }

        var number = double.Parse(text, CultureInfo.InvariantCulture);
        var whole = Shortened(number);
        return double.Parse(whole, CultureInfo.InvariantCulture).Equals(number) || Near(Read(whole), exact) ? Read(whole) : ThirdOf(number, exact);
    }

    private static Rational ThirdOf(double number, Rational exact)
    {
        var third = Read(Shortened(number * 3)) / 3;
        return Near(third, exact) ? third : exact;
    }

    private static string Shortened(double number) => number.ToString("E11", CultureInfo.InvariantCulture);

    private static bool Near(Rational one, Rational other) => (one - other).Abs() * 1_000_000_000_000_000 < other;

    private static Rational Read(string text)
    {
        Assert.True(Rational.TryParseDecimal(text, out var number, out _), text);
        return number;
    }
}
