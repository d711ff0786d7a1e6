using System.Globalization;
using System.Numerics;

namespace TogetherRates.Cli.Output;

/// <summary>Numbers of things, for people.</summary>
internal static class Counted
{
    /// <summary>A number with its noun: <c>1 day</c>, <c>2,500 tokens</c>.</summary>
    public static string Of(BigInteger count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count.IsOne ? "" : "s")}");
}
