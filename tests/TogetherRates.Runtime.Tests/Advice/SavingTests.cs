using TogetherRates.Runtime.Tests.Billing;
using Brief = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests.Advice;

public sealed class SavingTests
{
    [Theory]
    [InlineData("deepseek-v3")]
    [InlineData("llama-3-70b-turbo")]
    [InlineData("llama-3-70b-reference")]
    public void A_batch_saves_exactly_half(string id)
    {
        // "Utilize Batch Processing: Take advantage of 50% discounts where available"
        var saving = Saving.OfBatch(Brief.Card, id, new TokenUsage(input: 12_345, output: 678));

        Assert.Equal("0.5", saving.Part.ToString());
        Assert.Equal(saving.After, saving.Amount);
        Assert.Equal("USD", saving.Currency);
    }

    [Fact]
    public void What_has_no_batch_price_saves_nothing_but_an_exception() =>
        Assert.Throws<PriceNotFoundException>(() => Saving.OfBatch(Brief.Card, "qwen-2-72b", new TokenUsage(input: 1)));

    [Theory]
    [InlineData("4.166666667", "0.7")]
    [InlineData("12.5", "0.9")]
    public void Open_models_save_70_to_90_percent_of_what_a_closed_one_costs(string closedPrice, string saved)
    {
        // "70-90% Savings: Compared to similar closed models": a closed model at that price is what DeepSeek-V3 saves it against.
        var closed = new PricedCard(Money.Parse(closedPrice, null));
        Substitution[] mix =
        [
            new("closed", "deepseek-v3", new TokenUsage(input: 3_000, output: 1_000), Requests: 900),
            new("closed", "deepseek-v3", new TokenUsage(input: 20_000, output: 400), Requests: 100),
        ];
        var saving = Saving.Between(closed, Brief.Card, mix);

        Assert.Equal(decimal.Parse(saved, System.Globalization.CultureInfo.InvariantCulture), saving.Part!.Value.Round(9));
        Assert.Equal("7.05", saving.After.ToString());
    }

    [Fact]
    public void A_mix_is_the_sum_of_its_parts()
    {
        Substitution[] mix = [new("deepseek-v3", "llama-3-70b-lite", new TokenUsage(input: 1_000), 3), new("qwen-2-72b", "llama-3-70b-lite", new TokenUsage(output: 7), 0)];
        var saving = Saving.Between(Brief.Card, Brief.Card, mix);

        Assert.Equal(("0.00375", "0.00162"), (saving.Before.ToString(), saving.After.ToString()));
        Assert.Equal("0.568", saving.Part.ToString());
        Assert.Equal("0.00125", Saving.Between(Brief.Card, Brief.Card, [new("deepseek-v3", "llama-3-70b-lite", new TokenUsage(input: 1_000))]).Before.ToString());
        Assert.Equal(new Saving(Money.Zero, Money.Zero, "USD"), Saving.Between(Brief.Card, Brief.Card, []));
    }

    [Fact]
    public void The_dearer_way_saves_less_than_nothing_and_from_nothing_there_is_no_part()
    {
        var (cheap, dear) = (Bill.Quote("a", Bill.Line("input", 1, "1")), Bill.Quote("b", Bill.Line("input", 3, "1")));

        Assert.Equal("-2", Saving.Between(cheap, dear).Part.ToString());
        Assert.Equal("2/3", Saving.Between(dear, cheap).Part.ToString());
        Assert.Null(new Saving(Money.Zero, Money.FromDecimal(1), "USD").Part);
    }

    [Fact]
    public void Two_currencies_are_not_compared()
    {
        var quote = Bill.Quote("a", Bill.Line("input", 1, "1"));

        Assert.Throws<InvalidOperationException>(() => Saving.Between(quote, quote with { Currency = "EUR" }));
        Assert.Throws<InvalidOperationException>(() => Saving.Between(Brief.Card, new SmallCard { Currency = "EUR" }, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Saving.Between(Brief.Card, Brief.Card, [new("deepseek-v3", "deepseek-v3", default, -1)]));
    }

    /// <summary>A card with one model, which has one price for a million tokens.</summary>
    private sealed class PricedCard(Money price) : IRateCard
    {
        public string Provider => "Closed";

        public string Currency => "USD";

        public DateTimeOffset EffectiveFrom => default;

        public DateTimeOffset? EffectiveUntil => null;

        public IReadOnlyList<string> ModelIds => ["closed"];

        public IReadOnlyList<string> SizeTables => [];

        public bool TryPrice(ReadOnlySpan<char> modelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard)
        {
            cost = Money.FromFraction((System.Numerics.BigInteger)price.Quanta * (usage.Input + usage.Output), (System.Numerics.BigInteger)Money.QuantaPerUnit * 1_000_000);
            return true;
        }

        public bool TryPrice(ReadOnlySpan<byte> utf8ModelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard) =>
            TryPrice("closed", usage, out cost, level);

        public bool TryExplain(ReadOnlySpan<char> modelId, in TokenUsage usage, out Quote quote, ServiceLevel level = ServiceLevel.Standard) =>
            throw new NotSupportedException();

        public bool TryExplain(ReadOnlySpan<char> sizeTable, ModelSize size, in TokenUsage usage, out Quote quote) => throw new NotSupportedException();
    }
}
