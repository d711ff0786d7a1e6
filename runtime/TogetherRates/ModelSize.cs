using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace TogetherRates;

/// <summary>The number of parameters of a model, all experts counted: exact, at least one.</summary>
public readonly partial struct ModelSize :
    IEquatable<ModelSize>,
    IComparable<ModelSize>,
    IComparisonOperators<ModelSize, ModelSize, bool>,
    ISpanParsable<ModelSize>
{
    private const long Million = 1_000_000;
    private const long Billion = 1_000_000_000;
    private const long Trillion = 1_000_000_000_000;

    private ModelSize(long parameters) => Parameters = parameters;

    /// <summary>The number of parameters; 0 only for the default value, which no model has.</summary>
    public long Parameters { get; }

    /// <summary>The size of <paramref name="parameters"/> parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameters"/> isn't positive.</exception>
    public static ModelSize FromParameters(long parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parameters);
        return new(parameters);
    }

    /// <summary>The size of <paramref name="count"/> Billion parameters: 4.05 is 4,050,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/> isn't positive, isn't a whole number of parameters, or is more than 2^63 - 1 parameters.
    /// </exception>
    public static ModelSize Billions(decimal count) => FromDecimal(count, Billion, 9, nameof(count));

    /// <summary>The size of <paramref name="count"/> Million parameters: 150 is 150,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/> isn't positive, isn't a whole number of parameters, or is more than 2^63 - 1 parameters.
    /// </exception>
    public static ModelSize Millions(decimal count) => FromDecimal(count, Million, 6, nameof(count));

    /// <summary>Reads a size such as "70B", "4.05B", "150M" or "1T".</summary>
    /// <param name="s">Digits with an optional fraction after a dot, then M, B or T in either case. No white space.</param>
    /// <param name="provider">Ignored: sizes are written alike in every culture.</param>
    /// <exception cref="FormatException">The text is something else, or isn't a positive whole number of parameters below 2^63.</exception>
    public static ModelSize Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var size)
            ? size
            : throw new FormatException(
                $"'{s}' is not a model size. Write a positive number and M, B or T, such as 150M, 4.05B or 1T, "
                + "that is a whole number of parameters.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static ModelSize Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out ModelSize)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out ModelSize result) => TryParse(s, null, out result);

    /// <summary>Reads a size as <see cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/> does.</summary>
    /// <returns>False if the text isn't a size.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ModelSize result)
    {
        result = default;
        var exponent = s is [.., var suffix] ? ExponentOf(suffix) : 0;
        if (exponent == 0 || !DecimalText.TryRead(s[..^1], exponent, out var count, out var places))
        {
            return false;
        }

        for (var place = places; place < exponent; place++)
        {
            if (count > long.MaxValue)
            {
                return false;
            }

            count *= 10;
        }

        if (count == 0 || count > long.MaxValue)
        {
            return false;
        }

        result = new((long)count);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out ModelSize)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ModelSize result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <summary>The exact size in the largest unit that it fills: "4.05B", "150M", "1T". The same in every culture.</summary>
    public override string ToString()
    {
        var (unit, exponent, suffix) = Parameters switch
        {
            >= Trillion => (Trillion, 12, 'T'),
            >= Billion => (Billion, 9, 'B'),
            _ => (Million, 6, 'M'),
        };
        var (whole, fraction) = Math.DivRem(Parameters, unit);
        var digits = fraction.ToString(CultureInfo.InvariantCulture).PadLeft(exponent, '0').TrimEnd('0');
        var dot = digits.Length > 0 ? "." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{whole}{dot}{digits}{suffix}");
    }

    /// <inheritdoc/>
    public bool Equals(ModelSize other) => Parameters == other.Parameters;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ModelSize other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Parameters.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(ModelSize other) => Parameters.CompareTo(other.Parameters);

    /// <summary>Whether the sizes are equal.</summary>
    public static bool operator ==(ModelSize left, ModelSize right) => left.Parameters == right.Parameters;

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(ModelSize left, ModelSize right) => left.Parameters != right.Parameters;

    /// <summary>Whether <paramref name="left"/> is smaller.</summary>
    public static bool operator <(ModelSize left, ModelSize right) => left.Parameters < right.Parameters;

    /// <summary>Whether <paramref name="left"/> is smaller or equal.</summary>
    public static bool operator <=(ModelSize left, ModelSize right) => left.Parameters <= right.Parameters;

    /// <summary>Whether <paramref name="left"/> is larger.</summary>
    public static bool operator >(ModelSize left, ModelSize right) => left.Parameters > right.Parameters;

    /// <summary>Whether <paramref name="left"/> is larger or equal.</summary>
    public static bool operator >=(ModelSize left, ModelSize right) => left.Parameters >= right.Parameters;

    private static ModelSize FromDecimal(decimal count, long unit, int places, string parameter)
    {
        if (count <= 0 || count > (decimal)long.MaxValue / unit || decimal.Round(count, places) != count)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                count,
                $"A model has a positive whole number of parameters, at most {long.MaxValue}: here, at most {places} decimal places.");
        }

        return new((long)(count * unit));
    }

    private static int ExponentOf(char suffix) => suffix switch
    {
        'M' or 'm' => 6,
        'B' or 'b' => 9,
        'T' or 't' => 12,
        _ => 0,
    };
}
