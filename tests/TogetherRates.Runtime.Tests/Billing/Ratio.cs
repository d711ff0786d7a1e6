using System.Globalization;
using System.Numerics;

namespace TogetherRates.Runtime.Tests.Billing;

/// <summary>A fraction as schools write it, never in lowest terms: what invoices are checked against.</summary>
internal readonly record struct Ratio(BigInteger Above, BigInteger Below)
{
    public static Ratio Zero { get; } = new(0, 1);

    public static Ratio Of(Money money) => new((BigInteger)money.Quanta, Money.QuantaPerUnit);

    public static Ratio Percent(decimal percent) => Parse(percent.ToString(CultureInfo.InvariantCulture)) * new Ratio(1, 100);

    public static Ratio operator +(Ratio left, Ratio right) => new((left.Above * right.Below) + (right.Above * left.Below), left.Below * right.Below);

    public static Ratio operator -(Ratio left, Ratio right) => left + (right * new Ratio(-1, 1));

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Above * right.Above, left.Below * right.Below);

    public static Ratio operator /(Ratio left, Ratio right) => new(left.Above * right.Below, left.Below * right.Above);

    public static bool operator <(Ratio left, Ratio right) => Compare(left, right) < 0;

    public static bool operator >(Ratio left, Ratio right) => Compare(left, right) > 0;

    public static bool operator <=(Ratio left, Ratio right) => Compare(left, right) <= 0;

    public static bool operator >=(Ratio left, Ratio right) => Compare(left, right) >= 0;

    public static Ratio Min(Ratio left, Ratio right) => left < right ? left : right;

    public static Ratio Max(Ratio left, Ratio right) => left > right ? left : right;

    public static Ratio Sum(IEnumerable<Ratio> ratios) => ratios.Aggregate(Zero, (sum, ratio) => sum + ratio);

    /// <summary>Reads "1.25", "-3" or "1/3".</summary>
    public static Ratio Parse(string text)
    {
        if (text.Split('/') is [var above, var below])
        {
            return new(BigInteger.Parse(above, CultureInfo.InvariantCulture), BigInteger.Parse(below, CultureInfo.InvariantCulture));
        }

        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        return new(BigInteger.Parse(digits, CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals));
    }

    public bool Equals(Ratio other) => Compare(this, other) == 0;

    public override int GetHashCode() => (Above / Below).GetHashCode();

    public override string ToString() => $"{Above}/{Below}";

    private static int Compare(Ratio left, Ratio right) => (left.Above * right.Below).CompareTo(right.Above * left.Below);
}
