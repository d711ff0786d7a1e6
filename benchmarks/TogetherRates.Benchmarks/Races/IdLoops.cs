namespace TogetherRates.Benchmarks.Races;

/// <summary>Loops over a generated card, compiled together with it as a user's code is.</summary>
internal static class IdLoops
{
    /// <summary>Adds up the values of ids.</summary>
    public delegate long OfStrings(string[] ids);

    /// <summary>Adds up the values of ids in UTF-8.</summary>
    public delegate long OfUtf8(byte[][] ids);

    /// <summary>Follows ids, each found only when the one before is.</summary>
    public delegate long Chain(string[] ids);

    /// <summary>Prices requests and keeps what they cost.</summary>
    public delegate Money Price(string[] ids, TokenUsage[] usages, Money[] costs);

    /// <summary>Finds ids and multiplies the tokens of requests with two rates for each model, 64 bits of it: no price list, no context, no level, and no parts of tokens.</summary>
    public delegate ulong PriceBare(string[] ids, TokenUsage[] usages, ulong[] rates, ulong[] costs);

    /// <summary>Prices requests into decimals.</summary>
    public delegate decimal PriceDecimal(string[] ids, TokenUsage[] usages, decimal[] costs);

    /// <summary>The source file.</summary>
    public const string Source =
        $$"""
        namespace Generated;

        public static class Loops
        {
            public static long Strings(string[] ids)
            {
                long sum = 0;
                foreach (var id in ids)
                {
                    if (Prices.TryFind(id, out var model))
                    {
                        sum += (long)model;
                    }
                }

                return sum;
            }

            public static long Utf8(byte[][] ids)
            {
                long sum = 0;
                foreach (var id in ids)
                {
                    if (Prices.TryFind(id, out var model))
                    {
                        sum += (long)model;
                    }
                }

                return sum;
            }

            public static long Dependent(string[] ids)
            {
                var place = 0;
                long sum = 0;
                for (var i = 0; i < ids.Length; i++)
                {
                    Prices.TryFind(ids[place], out var model);
                    sum += (long)model;
                    place = (i + (int)((long)model >> 40)) % ids.Length;
                }

                return sum;
            }

            public static TogetherRates.Money Price(string[] ids, TogetherRates.TokenUsage[] usages, TogetherRates.Money[] costs)
            {
                for (var i = 0; i < ids.Length; i++)
                {
                    Prices.TryPrice(ids[i], usages[i], out costs[i % 1024]);
                }

                return costs[^1];
            }

            public static ulong PriceBare(string[] ids, TogetherRates.TokenUsage[] usages, ulong[] rates, ulong[] costs)
            {
                for (var i = 0; i < ids.Length; i++)
                {
                    Prices.TryFind(ids[i], out var model);
                    var (input, output) = (rates[2 * (int)model], rates[(2 * (int)model) + 1]);
                    var (forInput, forOutput) = ((ulong)usages[i].Input, (ulong)usages[i].Output);
                    costs[i % 1024] = (input * forInput) + (output * forOutput);
                }

                return costs[^1];
            }

            public static decimal PriceDecimal(string[] ids, TogetherRates.TokenUsage[] usages, decimal[] costs)
            {
                for (var i = 0; i < ids.Length; i++)
                {
                    Prices.TryPrice(ids[i], usages[i], out var cost);
                    costs[i % 1024] = cost.ToDecimal();
                }

                return costs[^1];
            }
        }
        """;
}
