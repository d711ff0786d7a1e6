using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <summary>How many units of each meter were used. Parts are counted in their wholes too.</summary>
public sealed class MeterQuantities
{
    private readonly BigInteger[] quantities = new BigInteger[Meters.All.Count];

    /// <summary>How many units of a meter were used.</summary>
    /// <param name="meter">The meter.</param>
    public BigInteger this[Meter meter]
    {
        get => quantities[(int)meter];
        set => quantities[(int)meter] = value;
    }

    /// <summary>What is impossible about the quantities.</summary>
    /// <returns>A sentence, or null when they are fine.</returns>
    public string? FindContradiction()
    {
        foreach (var meter in Meters.All)
        {
            if (this[meter] < 0)
            {
                return $"{Meters.NameOf(meter)} is {(Rational)this[meter]}; a quantity can't be negative";
            }

            var parts = Meters.All.Where(part => Meters.WholeOf(part) == meter).ToList();
            var sum = parts.Aggregate(BigInteger.Zero, (total, part) => total + this[part]);
            if (sum > this[meter])
            {
                var names = string.Join(" + ", parts.Where(part => this[part] > 0).Select(Meters.NameOf));
                return $"{names} is {(Rational)sum} but {Meters.NameOf(meter)}, of which it is a part, is only {(Rational)this[meter]}";
            }
        }

        return null;
    }
}
