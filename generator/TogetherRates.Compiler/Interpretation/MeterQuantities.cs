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

    /// <summary>How many units of a meter were used that are in none of its parts.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>The rest; below zero when the parts are larger than the meter.</returns>
    public BigInteger WithoutParts(Meter meter)
    {
        var rest = this[meter];
        foreach (var part in Meters.All)
        {
            var wholes = Meters.WholesOf(part);
            rest -= wholes.Contains(meter) ? this[part] : 0;

            // A part of two parts of this meter is in both, so it would be taken out twice.
            rest += wholes.Count > 1 && wholes.All(whole => Meters.WholesOf(whole).Contains(meter)) ? this[part] : 0;
        }

        return rest;
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

            var excess = -WithoutParts(meter);
            if (excess > 0)
            {
                var parts = Meters.All.Where(part => Meters.WholesOf(part).Contains(meter) && this[part] > 0).ToList();
                var names = string.Join(" + ", parts.Select(Meters.NameOf));
                var verb = parts.Count == 1 ? "it is a part" : "they are parts";
                return $"{names} is {(Rational)(this[meter] + excess)} but {Meters.NameOf(meter)}, of which {verb}, is only {(Rational)this[meter]}";
            }
        }

        return null;
    }
}
