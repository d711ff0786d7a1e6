namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>A row of a column costs what it costs alone, or is refused by name.</summary>
public class EmittedColumnTests
{
    private static readonly (uint Input, uint Output)[] Rows =
        [(0, 0), (1, 0), (0, 1), (12_000, 800), (250_000, 3), (2_000_000, 7), (uint.MaxValue, 0), (0, uint.MaxValue), (uint.MaxValue, uint.MaxValue)];

    private static readonly string[] OddPrices = ["0.10", "1.25", "0.00001", "3", "75", "0.000000001", "0.3"];

    private delegate void PriceAll(
        ReadOnlySpan<ushort> models, ReadOnlySpan<uint> input, ReadOnlySpan<uint> output, Span<long> costs, ColumnOptions options, CancellationToken cancellation);

    private delegate Money Sum(
        ReadOnlySpan<ushort> models, ReadOnlySpan<uint> input, ReadOnlySpan<uint> output, ColumnOptions options, CancellationToken cancellation);

    [Fact]
    public void On_the_Together_card() => Compare(SampleCards.Together, refused: 6);

    [Fact]
    public void On_prices_that_depend_on_more_than_tokens() => Compare(TermsCards.Everything, refused: 6);

    [Fact]
    public void On_models_priced_by_their_size_and_free_ones() => Compare(
        SampleCards.WithServerless(
            """
            "sizes": { "Dense": { "tiers": [ { "upTo": "8B", "price": 0.20 }, { "price": 0.90 } ] } },
            "models": { "small": { "size": "8B", "table": "Dense" }, "free": { "free": true }, "input": { "input": 1 }, "output": { "output": 1 } }
            """),
        refused: 1);

    [Fact]
    public void On_prices_of_every_magnitude() => Compare(
        SampleCards.WithServerless($$"""
            "models": { {{string.Join(',', OddPrices.Select((price, i) => $$""" "m{{i}}": { "per": "1M tokens", "input": {{price}}, "output": {{OddPrices[^(i + 1)]}} } """))}} }
            """),
        refused: 0);

    [Fact]
    public void On_prices_that_many_models_share()
    {
        string[] prices =
        [
            """ "input": 1, "output": 2 """, """ "input": 3 """, """ "input": 1, "output": 2, "priority": { "factor": 2 } """, """ "free": true """,
            """ "input": 1, "output": 2, "contexts": [ { "above": "200K", "input": 2, "output": 3 } ] """, """ "input": 5, "output": 7, "batch": "50%" """, """ "output": 4 """,
        ];
        var models = Enumerable.Range(0, 84).Select(i => $$""" "m{{i}}": { {{prices[i % prices.Length]}} } """);
        Compare(SampleCards.WithServerless($$""" "models": { {{string.Join(',', models)}} } """), refused: 24);
    }

    [Fact]
    public void On_rates_that_need_64_bits() => Compare(
        SampleCards.WithModel(""" "per": "token", "input": 48.7, "output": 0.000000000000001 """), refused: 0);

    [Fact]
    public void A_card_of_no_models_prices_no_rows()
    {
        var card = EmittedCard.Compile(SampleCards.WithServerless(string.Empty));
        card.Static<PriceAll>("PriceAll")([], [], [], [], default, default);
        Assert.Throws<PriceNotFoundException>(void () => card.Static<PriceAll>("PriceAll")([1], [0], [0], new long[1], default, default));
    }

    private static void Compare(string text, int refused)
    {
        var card = EmittedCard.Compile(text);
        var (priceAll, sum) = (card.Static<PriceAll>("PriceAll"), card.Static<Sum>("Sum"));
        var unit = card.ColumnUnit;
        var ids = card.ModelIds;
        var neverPriced = 0;
        foreach (var (index, id) in ids)
        {
            var isPriced = false;
            foreach (var (input, output) in Rows)
            {
                var alone = card.Card.TryPrice(id, new TokenUsage(input, output), out var expected) ? expected : (Money?)null;
                var together = PriceOf(index, input, output);
                isPriced |= together is not null;
                if (together is not null)
                {
                    Assert.Equal(alone, together);
                    Assert.Equal(alone, sum([index], [input], [output], default, default));
                }
                else
                {
                    Assert.Throws<PriceNotFoundException>(void () => sum([index], [input], [output], default, default));
                }
            }

            neverPriced += isPriced ? 0 : 1;
        }

        Assert.Equal(refused, neverPriced);

        // What doesn't fit a row is told apart from what has no price, and still has a sum.
        Money? PriceOf(ushort index, uint input, uint output)
        {
            var costs = new long[1];
            try
            {
                priceAll([index], [input], [output], costs, default, default);
                return unit * costs[0];
            }
            catch (PriceNotFoundException)
            {
                return null;
            }
            catch (OverflowException)
            {
                return sum([index], [input], [output], default, default);
            }
        }
    }
}
