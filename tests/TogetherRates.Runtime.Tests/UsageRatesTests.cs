namespace TogetherRates.Runtime.Tests;

public sealed class UsageRatesTests
{
    private const long Searches = (long)Meter.Searches;
    private const long SearchesHigh = (long)Meter.SearchesHigh;
    private const long Queries = (long)Meter.Queries;

    [Fact]
    public void Each_unit_is_billed_once_as_the_smallest_part_that_has_a_price()
    {
        var rates = new UsageRates([Searches, 10, 1_000, SearchesHigh, 14, 1_000]);
        var usage = Usage.Of(Meter.Searches, 10).With(Meter.SearchesHigh, 3).With(Meter.SearchesLow, 2);

        Assert.True(rates.TryPrice(usage, out var cost));
        Assert.Equal(Money.FromQuanta((7 * 10) + (3 * 14)), cost);
        Assert.Equal(["searches 7", "searchesHigh 3"], rates.Explain(usage).Select(line => $"{line.Meter} {line.Quantity}"));
        Assert.Equal("searches", Assert.Single(rates.Explain(Usage.Of(Meter.Searches, 1))).Meter);
    }

    [Fact]
    public void Searches_need_no_price_where_all_of_them_are_parts_that_have_one()
    {
        var rates = new UsageRates([SearchesHigh, 14, 1_000]);

        Assert.True(rates.TryPrice(Usage.Of(Meter.Searches, 3).With(Meter.SearchesHigh, 3), out var cost));
        Assert.Equal(Money.FromQuanta(3 * 14), cost);
        Assert.False(rates.TryPrice(Usage.Of(Meter.Searches, 3).With(Meter.SearchesHigh, 2), out _));
        Assert.False(rates.TryPrice(Usage.Of(Meter.Searches, 3).With(Meter.SearchesLow, 3), out _));
    }

    [Fact]
    public void Sound_that_was_cached_is_taken_out_of_both_of_its_wholes()
    {
        var rates = new UsageRates([(long)Meter.Input, 5, 1, (long)Meter.CachedInput, 1, 1, (long)Meter.InputAudio, 8, 1, (long)Meter.CacheWriteAudio, 9, 1]);
        var usage = Usage.Of(Meter.Input, 100).With(Meter.InputAudio, 60).With(Meter.CacheWrite, 30).With(Meter.CacheWriteAudio, 20);

        // 30 text, 10 text written to the cache at the price of input, 40 sound, 20 sound written to the cache.
        Assert.True(rates.TryPrice(usage, out var cost));
        Assert.Equal(Money.FromQuanta((40 * 5) + (40 * 8) + (20 * 9)), cost);
    }

    [Theory]
    [InlineData(Meter.Queries, Meter.Results)]
    [InlineData(Meter.Images, Meter.Pixels)]
    [InlineData(Meter.Images, Meter.Steps)]
    [InlineData(Meter.Pixels, Meter.Images)]
    [InlineData(Meter.InputImages, Meter.InputPixels)]
    [InlineData(Meter.InputPixels, Meter.InputImages)]
    [InlineData(Meter.Seconds, Meter.Videos)]
    [InlineData(Meter.Videos, Meter.Seconds)]
    [InlineData(Meter.OutputVideoSeconds, Meter.Videos)]
    [InlineData(Meter.OutputVideoSeconds, Meter.Pixels)]
    public void What_only_describes_a_billed_unit_is_not_billed(Meter billed, Meter describing)
    {
        var rates = new UsageRates([(long)billed, 7, 1]);

        Assert.True(rates.TryPrice(Usage.Of(billed, 2).With(describing, 50), out var cost));
        Assert.Equal(Money.FromQuanta(14), cost);
        Assert.False(rates.TryPrice(Usage.Of(describing, 50), out _));
    }

    [Fact]
    public void What_has_no_price_is_refused()
    {
        var rates = new UsageRates([Queries, 7, 1]);

        Assert.False(rates.TryPrice(Usage.Of(Meter.Pages, 1), out _));
        Assert.False(rates.TryPrice(new TokenUsage(input: 1, output: 0), out _));
        Assert.False(default(UsageRates).TryPrice(default, out _));
        Assert.Throws<ArgumentException>(() => new UsageRates([Queries, 7, 1]).Explain(Usage.Of(Meter.Pages, 1)));
        Assert.Throws<ArgumentException>(() => new UsageRates([Queries, 7]).IsPriced);
    }

    [Fact]
    public void Parts_that_are_larger_than_their_whole_are_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new UsageRates([Searches, 10, 1]).TryPrice(Usage.Of(Meter.SearchesHigh, 1), out _));

    [Fact]
    public void Pricing_allocates_nothing()
    {
        long[] rows = [(long)Meter.Input, 5, 1, (long)Meter.InputAudio, 8, 1, Searches, 10, 1];
        var usage = Usage.Of(Meter.Input, 100).With(Meter.InputAudio, 60).With(Meter.Searches, 2);
        Price(usage);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Price(usage);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Price(in Usage usage) => Assert.True(new UsageRates(rows).TryPrice(usage, out _));
    }
}
