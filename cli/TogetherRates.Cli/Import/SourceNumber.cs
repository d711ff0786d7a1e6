using System.Text.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Import;

/// <summary>Reads numbers of a source from their digits.</summary>
internal static class SourceNumber
{
    /// <summary>Reads a price.</summary>
    /// <param name="value">What stands in the source.</param>
    /// <param name="name">What the source calls the price.</param>
    /// <returns>The price that was meant, and how it differs from what is written, if it does.</returns>
    /// <exception cref="EntryException">It isn't a price.</exception>
    public static (Rational Price, string? Mend) ReadPrice(JsonElement value, string name)
    {
        var written = Read(value, name);
        if (written.Sign < 0)
        {
            throw new EntryException($"{name} is {value.GetRawText()}, and a price can't be negative");
        }

        var meant = FloatNoise.Remove(written);
        return (meant, meant == written ? null : $"{name}: {value.GetRawText()} is {meant} in a binary float");
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="value">What stands in the source.</param>
    /// <param name="name">What the source calls it.</param>
    /// <exception cref="EntryException">It isn't a whole number.</exception>
    public static long ReadCount(JsonElement value, string name)
    {
        var number = Read(value, name);
        return number.IsInteger && number.Sign >= 0 && number < (Rational)long.MaxValue
            ? (long)number.Numerator
            : throw new EntryException($"{name} is {value.GetRawText()}, not a whole number");
    }

    /// <summary>Whether a value is the number zero, however it is written.</summary>
    /// <param name="value">What stands in the source.</param>
    public static bool IsZero(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && Rational.TryParseDecimal(value.GetRawText(), out var number, out _) && number.Sign == 0;

    private static Rational Read(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            throw new EntryException($"{name} is {Describe(value)}, not a number");
        }

        var text = value.GetRawText();
        return Rational.TryParseDecimal(text, out var number, out var error) ? number
            : error == NumberError.TooLong ? throw new EntryException($"{name} has more than {Rational.MaxDigits} digits")
            : throw new EntryException($"{name} is {text}, which is too {(text.Contains("e-", StringComparison.OrdinalIgnoreCase) ? "small" : "large")}");
    }

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => value.GetRawText(),
    };
}
