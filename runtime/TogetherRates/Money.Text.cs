using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TogetherRates;

/// <content>Text: exact for programs, rounded for people.</content>
public readonly partial struct Money : ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<Money>
{
    /// <summary>Room for the longest text but for a culture's sign and separator: 39 digits, a slash, 18 digits and a sign.</summary>
    private const int MaxTextLength = 64;

    /// <summary>
    /// The exact amount, the same in every culture: a decimal without exponent or trailing zeros ("0.015", "0", "-1.25"),
    /// or, for a repeating fraction, "numerator/denominator" in lowest terms ("1/3"). <see cref="Parse(string, IFormatProvider?)"/>
    /// reads it back.
    /// </summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The amount as text.</summary>
    /// <param name="format">
    /// Empty or "G": the exact amount, whatever the provider. "F0" to "F15": rounded to that many decimal places, ties to even;
    /// "F" takes the provider's number of decimal places.
    /// </param>
    /// <param name="formatProvider">Sign and decimal separator for "F"; null means the invariant ones, not the current culture's.</param>
    /// <exception cref="FormatException"><paramref name="format"/> is none of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        // Most amounts. Apart from being faster, this is code that can be compiled ahead; arithmetic of 128 bits can't.
        if (format is null or "" or "G" or "g" && TryGetQuanta(out var quanta) && quanta % NonDecimalFactor == 0)
        {
            return ShortText(quanta / NonDecimalFactor);
        }

        var culture = CultureFor(formatProvider);
        var capacity = MaxTextLength + culture.NegativeSign.Length + culture.NumberDecimalSeparator.Length;
        var text = capacity <= 256 ? stackalloc char[capacity] : new char[capacity];
        _ = TryWrite(text, out var length, format, formatProvider);
        return text[..length].ToString();
    }

    /// <inheritdoc cref="ToString(string?, IFormatProvider?)"/>
    /// <param name="destination">Where the text is written.</param>
    /// <param name="charsWritten">How many characters were written; none if the text doesn't fit.</param>
    /// <param name="format">As for <see cref="ToString(string?, IFormatProvider?)"/>.</param>
    /// <param name="provider">As for <see cref="ToString(string?, IFormatProvider?)"/>.</param>
    /// <returns>False if the text doesn't fit.</returns>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        TryWrite(destination, out charsWritten, format, provider);

    /// <summary>The amount as UTF-8 text.</summary>
    /// <param name="utf8Destination">Where the text is written.</param>
    /// <param name="bytesWritten">How many bytes were written; none if the text doesn't fit.</param>
    /// <param name="format">As for <see cref="ToString(string?, IFormatProvider?)"/>.</param>
    /// <param name="provider">As for <see cref="ToString(string?, IFormatProvider?)"/>.</param>
    /// <returns>False if the text doesn't fit.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is unknown.</exception>
    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        TryWrite(utf8Destination, out bytesWritten, format, provider);

    /// <summary>Reads an exact amount: "-1.25" or "1/3".</summary>
    /// <param name="s">
    /// An optional minus sign and digits with an optional fraction after a dot, or two runs of digits with a slash between.
    /// No white space, group separators or exponent.
    /// </param>
    /// <param name="provider">Ignored: the exact text is the same in every culture.</param>
    /// <exception cref="FormatException">The text isn't an amount, isn't a whole number of quanta, or is out of range.</exception>
    public static Money Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var amount)
            ? amount
            : throw new FormatException(
                $"'{s}' is not an amount that Money can hold. Write it like 1.25 or -0.000015, with at most 15 decimal places, or "
                + $"like 1/3, with a denominator that divides {QuantaPerUnit}, below 9 x 10^20, without spaces or exponent.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Money Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads an exact amount as <see cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/> does.</summary>
    /// <returns>False if the text isn't an amount, isn't a whole number of quanta, or is out of range.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result)
    {
        var negative = s is ['-', ..];
        var magnitude = negative ? s[1..] : s;
        var slash = magnitude.IndexOf('/');
        return slash >= 0
            ? TryParseFraction(magnitude[..slash], magnitude[(slash + 1)..], negative, out result)
            : TryParseDecimal(magnitude, negative, out result);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out Money)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s.AsSpan(), provider, out result);

    private bool TryGetQuanta(out long quanta)
    {
        quanta = unchecked((long)lower);
        return upper == quanta >> 63;
    }

    private static string ShortText(long count)
    {
        const long countOfUnit = QuantaPerUnit / NonDecimalFactor;
        var units = Math.Abs(count / countOfUnit);
        var fraction = Math.Abs(count % countOfUnit);
        var text = (count < 0 ? "-" : "") + units.ToString(CultureInfo.InvariantCulture);
        return fraction == 0 ? text : text + "." + fraction.ToString("D15", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    private static NumberFormatInfo CultureFor(IFormatProvider? provider) =>
        provider is null ? NumberFormatInfo.InvariantInfo : NumberFormatInfo.GetInstance(provider);

    private bool TryWrite<TChar>(Span<TChar> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
        where TChar : unmanaged
    {
        var buffer = new TextBuffer<TChar>(destination);
        if (format is [] or ['G' or 'g'])
        {
            WriteExact(ref buffer);
        }
        else
        {
            var culture = CultureFor(provider);
            WriteRounded(ref buffer, DigitsOf(format, culture), culture);
        }

        return buffer.TryFinish(out written);
    }

    private void WriteExact<TChar>(ref TextBuffer<TChar> buffer)
        where TChar : unmanaged
    {
        if (Quanta < 0)
        {
            buffer.Append("-");
        }

        // 189 and 10 have no common factor, so the decimal ends exactly when 189 divides the quanta, and then within 15 places.
        var (decimals, repeating) = UInt128.DivRem(Magnitude, NonDecimalFactor);
        if (repeating != 0)
        {
            var divisor = GreatestCommonDivisor(Magnitude, (ulong)QuantaPerUnit);
            buffer.Append(Magnitude / divisor);
            buffer.Append("/");
            buffer.Append((UInt128)QuantaPerUnit / divisor);
            return;
        }

        var (whole, fraction) = UInt128.DivRem(decimals, (ulong)QuantaPerUnit / NonDecimalFactor);
        buffer.Append(whole);
        if (fraction != 0)
        {
            Span<char> digits = stackalloc char[MaxDigits];
            _ = ((ulong)fraction).TryFormat(digits, out _, "D15", CultureInfo.InvariantCulture);
            buffer.Append(".");
            buffer.Append(digits.TrimEnd('0'));
        }
    }

    private void WriteRounded<TChar>(ref TextBuffer<TChar> buffer, int places, NumberFormatInfo culture)
        where TChar : unmanaged
    {
        var count = RoundedCount(places, MidpointRounding.ToEven);
        if (Quanta < 0 && count != 0)
        {
            buffer.Append(culture.NegativeSign);
        }

        Span<char> digits = stackalloc char[MaxTextLength];
        _ = count.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        if (length <= places)
        {
            // 0.05 is counted as 5 hundredths: it lacks the zeros down to the units.
            var missing = places + 1 - length;
            digits[..length].CopyTo(digits[missing..]);
            digits[..missing].Fill('0');
            length += missing;
        }

        buffer.Append(digits[..(length - places)]);
        if (places > 0)
        {
            buffer.Append(culture.NumberDecimalSeparator);
            buffer.Append(digits[(length - places)..length]);
        }
    }

    private static int DigitsOf(ReadOnlySpan<char> format, NumberFormatInfo culture)
    {
        if (format is ['F' or 'f'])
        {
            return Math.Min(culture.NumberDecimalDigits, MaxDigits);
        }

        return format is ['F' or 'f', .. { Length: <= 2 } digits]
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var places)
            && places <= MaxDigits
            ? places
            : throw new FormatException(
                $"'{format}' is not a format of Money. Use G for the exact amount, or F0 to F15 for that many decimal places.");
    }

    private static bool TryParseFraction(ReadOnlySpan<char> above, ReadOnlySpan<char> below, bool negative, out Money result)
    {
        result = default;
        if (!DecimalText.TryReadDigits(above, 0, out var numerator)
            || !DecimalText.TryReadDigits(below, 0, out var denominator)
            || denominator == 0)
        {
            return false;
        }

        var divisor = GreatestCommonDivisor(numerator, denominator);
        var (quanta, rest) = UInt128.DivRem((ulong)QuantaPerUnit, denominator / divisor);
        return rest == 0 && TryScale(numerator / divisor, (ulong)quanta, negative, out result);
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> text, bool negative, out Money result)
    {
        result = default;
        return DecimalText.TryRead(text, MaxDigits, out var count, out var places)
            && TryScale(count, QuantaOf(places), negative, out result);
    }

    private static UInt128 GreatestCommonDivisor(UInt128 a, UInt128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
