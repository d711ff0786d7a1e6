using System.Globalization;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Tokens are priced by cells and quotes by the switch: both have to say the same of every size.</summary>
public class SizeCellTests
{
    private const int Tables = 60;

    [Fact]
    public void Cells_and_the_switch_agree_on_both_sides_of_every_bound_and_anywhere()
    {
        var random = new Random(11);
        var bounds = Enumerable.Range(0, Tables).Select(_ => RandomBounds(random)).ToList();
        var text = SampleCards.WithServerless($$""" "sizes": { {{string.Join(',', bounds.Select((table, i) => Table(table, i)))}} } """);
        var card = EmittedCard.Compile(text);
        var withCells = 0;
        for (var i = 0; i < Tables; i++)
        {
            var price = card.Method<EmittedCard.TryPriceTokens>("T" + i)!;
            withCells += card.HasCells("T" + i) ? 1 : 0;
            foreach (var size in bounds[i].SelectMany(bound => new[] { bound - 1, bound, bound + 1 }).Where(size => size > 0).Concat(RandomSizes(random)).Append(1))
            {
                var tokens = Math.Max(random.NextInt64() >> random.Next(63), 1);
                var parameters = ModelSize.FromParameters(size);
                var isPriced = price(parameters, tokens, out var cost);
                var quote = card.Card.TryExplain("T" + i, parameters, new TokenUsage(input: tokens), out var explained) ? explained.Cost : (Money?)null;

                Assert.Equal(quote is not null, isPriced);
                Assert.Equal(quote ?? Money.Zero, cost);
            }
        }

        // Some of each kind, or the test would say nothing.
        Assert.InRange(withCells, 1, Tables - 1);
    }

    private static string Table(long[] bounds, int i)
    {
        var tiers = bounds.Select((bound, tier) => string.Create(CultureInfo.InvariantCulture, $$"""{ "upTo": "{{bound / 1000m}}K", "price": {{0.01m * (tier + 1)}} }"""));
        var isOpen = i % 3 == 0;
        return $$""" "T{{i}}": { {{(isOpen ? string.Empty : "\"above\": \"unpriced\", ")}}"tiers": [ {{string.Join(',', isOpen ? tiers.Append("{ \"price\": 9 }") : tiers)}} ] } """;
    }

    private static long[] RandomBounds(Random random)
    {
        // Round ones, which have cells, or any, from a parameter apart to billions apart.
        var magnitude = random.Next(1, 62);
        if (random.Next(2) == 0)
        {
            var width = random.NextInt64(1, 1L << Math.Min(magnitude, 53));
            return [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => width * random.Next(1, 385)).Distinct().Order()];
        }

        return [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.NextInt64(1, 1L << magnitude)).Append(1L << magnitude).Distinct().Order()];
    }

    private static IEnumerable<long> RandomSizes(Random random)
    {
        for (var bits = 1; bits < 63; bits++)
        {
            yield return random.NextInt64(1, 1L << bits);
        }

        yield return long.MaxValue;
    }
}
