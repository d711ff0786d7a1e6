using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

/// <summary>Generators that reach every magnitude, not only the small numbers that FsCheck favours.</summary>
internal static class Amounts
{
    public static Gen<Int128> Quanta { get; } =
        from bits in Gen.Choose(0, 127)
        from words in Gen.ArrayOf(Gen.Choose(int.MinValue, int.MaxValue), 4)
        from special in Gen.Choose(0, 9)
        let any = new UInt128(((ulong)(uint)words[0] << 32) | (uint)words[1], ((ulong)(uint)words[2] << 32) | (uint)words[3])
        select special switch
        {
            0 => Int128.MaxValue,
            1 => Int128.MinValue,
            2 => (Int128)(any >> bits) / Money.QuantaPerUnit * Money.QuantaPerUnit,
            3 => unchecked((Int128)any) / 189 * 189,
            _ => unchecked((Int128)any) >> bits,
        };

    /// <summary>Zero to <see cref="long.MaxValue"/>.</summary>
    public static Gen<long> Counts { get; } =
        from bits in Gen.Choose(1, 63)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select (long)((((ulong)(uint)high << 32) | (uint)low) >> bits);

    public static Arbitrary<Money> Any { get; } = Quanta.Select(Money.FromQuanta).ToArbitrary();

    /// <summary>Amounts of which a hundred can be added.</summary>
    public static Arbitrary<Money> Addable { get; } = Quanta.Select(quanta => Money.FromQuanta(quanta / 100)).ToArbitrary();

    public static Arbitrary<long> AnyCount { get; } = Counts.ToArbitrary();

    public static Arbitrary<int> Digits { get; } = Gen.Choose(0, 15).ToArbitrary();

    public static BigInteger BigQuanta(this Money money) => (BigInteger)money.Quanta;
}
