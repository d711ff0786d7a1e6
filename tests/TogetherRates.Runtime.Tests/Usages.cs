using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

/// <summary>Generators of valid usage and of rows of rates.</summary>
internal static class Usages
{
    /// <summary>Any valid usage, some without parts, of which two can be added.</summary>
    public static Arbitrary<TokenUsage> Any { get; } = (
        from input in Amounts.Counts
        from output in Amounts.Counts
        from shares in Gen.ArrayOf(Gen.Choose(0, 4), 4)
        let whole = input / 2
        let cached = whole / 4 * shares[0]
        let write = (whole - cached) / 4 * shares[1]
        select new TokenUsage(whole, output / 2, cached, write, write / 4 * shares[2], output / 8 * shares[3]))
        .ToArbitrary();

    /// <summary>Any row: rates of unpriced parts are their parents', as the generator writes them.</summary>
    public static Arbitrary<Row> Rows { get; } = (
        from mask in Gen.Choose(0, 63)
        from rates in Gen.ArrayOf(Amounts.Counts, 6)
        select Row.Resolve((TokenMeters)mask, rates))
        .ToArbitrary();
}
