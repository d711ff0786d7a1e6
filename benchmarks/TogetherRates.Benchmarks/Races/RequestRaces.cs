using System.Collections.Frozen;
using System.Text.Json;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks.Races;

/// <summary>What a gateway does with each request: from a model's id and its tokens to what it costs.</summary>
internal static class RequestRaces
{
    private const int Count = 8_192;

    // So few that they stay in the fastest cache.
    private const int Kept = 1_024;

    private const string Generated = "TryPrice";
    private const string Linq = "JSON, Dictionary, decimal and LINQ tiers";
    private const string Frozen = "FrozenDictionary and decimal per token";
    private const string Bound = "TryFind, then two products of 64 bits, nothing checked (the bound)";
    private const string PerMillion = "FrozenDictionary and decimal per 1M tokens";

    /// <summary>Requests of models that come again and again, or of all alike.</summary>
    /// <param name="known">The models.</param>
    /// <param name="which">What they are called.</param>
    public static Race Of(IReadOnlyList<string> known, string which)
    {
        var priced = new PricedIds(PublicIds.Known, hasContexts: true);
        var list = PriceList.Read(PriceList.Json(priced.Ids));
        var perToken = list.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Tiers.Select(tier => new TokenTier(tier.Above, tier.Input / 1_000_000m, tier.Output / 1_000_000m)).ToArray(), StringComparer.Ordinal);
        var perMillion = list.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Tiers.Select(tier => new TokenTier(tier.Above, tier.Input, tier.Output)).ToArray(), StringComparer.Ordinal);
        var inexact = list.ToFrozenDictionary(entry => entry.Key, entry => ((double)entry.Value.Tiers[^1].Input / 1e6, (double)entry.Value.Tiers[^1].Output / 1e6), StringComparer.Ordinal);
        var random = new Random(8);
        string[] ids = [.. Enumerable.Range(0, Count).Select(_ => new string(known[random.Next(known.Count)].AsSpan()))];
        TokenUsage[] usages = [.. ids.Select(_ => new TokenUsage(random.Next(1, 250_000), random.Next(1, 8_000)))];
        var costs = new Money[Kept];
        var bareCosts = new ulong[Kept];
        var decimals = new decimal[Kept];
        var doubles = new double[Kept];
        var price = priced.Card.Method<IdLoops.Price>("Price", "Loops");
        var priceBare = priced.Card.Method<IdLoops.PriceBare>("PriceBare", "Loops");
        var bareRates = Enumerable.Range(0, priced.Ids.Count + 1).SelectMany(i => new[] { (ulong)i, 4UL * (ulong)i }).ToArray();
        var priceDecimal = priced.Card.Method<IdLoops.PriceDecimal>("PriceDecimal", "Loops");
        return new()
        {
            Name = $"Requests, {which}",
            Work = $"{Count:N0} requests of a model's id, its input and its output tokens, from a card of {priced.Ids.Count:N0} models; each cost is kept in an array.",
            Operation = "request",
            Operations = Count,
            Contenders =
            [
                new(Generated, () => price(ids, usages, costs).ToDecimal()),
                new("TryPrice, then ToDecimal", () => priceDecimal(ids, usages, decimals)),
                new(Linq, PriceLinq),
                new(Frozen, () => PriceTiers(perToken, isPerMillion: false)),
                new(PerMillion, () => PriceTiers(perMillion, isPerMillion: true)),
                new("FrozenDictionary and double (inexact)", PriceDouble, IsExact: false),
                new(Bound, () => priceBare(ids, usages, bareRates, bareCosts), IsExact: false),
            ],
            Bound = Bound,
            Bars = [new(Generated, Linq, 11), new(Generated, Frozen, 3.5), new(Generated, PerMillion, 7)],
        };

        decimal PriceLinq()
        {
            for (var i = 0; i < ids.Length; i++)
            {
                var usage = usages[i];
                var tier = list[ids[i]].Tiers.First(tier => usage.Input > tier.Above);
                decimals[i % Kept] = (tier.Input * usage.Input / 1_000_000m) + (tier.Output * usage.Output / 1_000_000m);
            }

            return decimals[^1];
        }

        decimal PriceTiers(FrozenDictionary<string, TokenTier[]> prices, bool isPerMillion)
        {
            for (var i = 0; i < ids.Length; i++)
            {
                foreach (var tier in prices[ids[i]])
                {
                    if (usages[i].Input > tier.Above)
                    {
                        var cost = (tier.Input * usages[i].Input) + (tier.Output * usages[i].Output);
                        decimals[i % Kept] = isPerMillion ? cost / 1_000_000m : cost;
                        break;
                    }
                }
            }

            return decimals[^1];
        }

        decimal PriceDouble()
        {
            for (var i = 0; i < ids.Length; i++)
            {
                var (input, output) = inexact[ids[i]];
                doubles[i % Kept] = (input * usages[i].Input) + (output * usages[i].Output);
            }

            return (decimal)doubles[^1];
        }
    }

    /// <summary>The price of tokens above a length of context.</summary>
    private sealed record TokenTier(long Above, decimal Input, decimal Output);

    /// <summary>A price list as a user loads it from JSON at the start.</summary>
    private static class PriceList
    {
        public static string Json(IReadOnlyList<string> ids) =>
            JsonSerializer.Serialize(ids.Select((id, i) => (Id: id, Entry: EntryOf(i))).ToDictionary(entry => entry.Id, entry => entry.Entry));

        public static Dictionary<string, Entry> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, Entry>>(json)!;

        private static Entry EntryOf(int index)
        {
            var (input, output) = PricedIds.PriceOf(index);
            TokenTier[] longer = PricedIds.HasLongContext(index) ? [new(PricedIds.LongContext, 2 * input, 2 * output)] : [];
            return new Entry([.. longer, new(-1, input, output)]);
        }
    }

    private sealed record Entry(List<TokenTier> Tiers);
}
