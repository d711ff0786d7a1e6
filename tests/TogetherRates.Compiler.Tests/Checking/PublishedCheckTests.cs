namespace TogetherRates.Compiler.Tests.Checking;

public class PublishedCheckTests
{
    private const string Tuning =
        """ "fineTuning": { "bands": [ { "sft": { "lora": 0.48, "full": 8.00 } } ], "models": { "deepseek-ai/DeepSeek-R1": { "sft": { "lora": 10.00 } } } } """;

    [Theory]
    [InlineData("0.025", "0.083")]
    [InlineData("0.083", "0.083")]
    [InlineData("0.0831", "0.0832")]
    [InlineData("0.08", "0.08")]
    [InlineData("8.3e-2", "83e-3")]
    [InlineData("0", "1")]
    public void A_price_is_compared_at_the_precision_of_the_range(string from, string upTo) =>
        // $4.99 an hour is $0.0831666... a minute.
        Assert.Empty(CardReport.Of(WithGpu("4.99", from, upTo, "minute")));

    [Theory]
    [InlineData("0.084", "0.1", "0.083 per minute", "0.084 to 0.100")]
    [InlineData("0.025", "0.082", "0.083 per minute", "0.025 to 0.082")]
    [InlineData("0.0800", "0.0831", "0.0832 per minute", "0.0800 to 0.0831")]
    public void A_price_outside_the_range_is_found(string from, string upTo, string compared, string range)
    {
        var card = WithGpu("4.99", from, upTo, "minute");

        Assert.Equal(["RATE3007 4.99"], CardReport.TargetsOf(card));
        Assert.EndsWith(
            $"4.99 per hour, which is {compared}, lies outside the range of {range} per minute that is published for 'dedicated'; mend the price, or the range under 'published'",
            CardReport.Of(card)[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_ranges_of_a_card_have_a_limit()
    {
        Assert.Empty(CardReport.Of(WithRanges(100)));
        Assert.EndsWith(
            "error RATE1008: 101 ranges are published and at most 100 are allowed; state one for each section and unit",
            Assert.Single(CardReport.Of(WithRanges(101))),
            StringComparison.Ordinal);

        static string WithRanges(int count) => SampleCards.WithServerless(
            """ "models": { "acme/one": { "price": 1 } } """,
            $$""" "published": [ {{string.Join(", ", Enumerable.Repeat("""{ "of": "serverless", "from": 1, "upTo": 1, "per": "1M tokens" }""", count))}} ],""");
    }

    [Fact]
    public void A_price_outside_of_many_ranges_is_found_once()
    {
        var ranges = string.Join(", ", Enumerable.Range(2, 50).Select(from => $$"""{ "of": "serverless", "from": {{from}}, "upTo": 99, "per": "1M tokens" }"""));
        var card = SampleCards.WithServerless(""" "models": { "acme/one": { "price": 1 }, "acme/two": { "price": 1 } } """, $$""" "published": [ {{ranges}} ],""");

        Assert.Equal(["RATE3007 1", "RATE3007 1"], CardReport.TargetsOf(card));
    }

    [Fact]
    public void No_range_starts_below_zero() => Assert.Equal(["RATE3001 -1"], CardReport.TargetsOf(WithGpu("4.99", "-1", "0.083", "minute")));

    [Theory]
    [InlineData("0.0795")]
    [InlineData("0.0805")]
    public void Half_a_unit_counts_for_either_neighbour(string minute) => Assert.Empty(CardReport.Of(
        WithGpu("4.80", "0.080", "0.080", "minute").Replace("4.80", minute, StringComparison.Ordinal).Replace("\"hour\"", "\"minute\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("4.99", "hour")]
    [InlineData("119.76", "24 hours")]
    [InlineData("1.386111", "1K seconds")]
    public void A_range_may_be_given_for_another_time_than_the_price(string bound, string per) =>
        Assert.Empty(CardReport.Of(WithGpu("4.99", bound, bound, per)));

    [Fact]
    public void The_price_of_one_gpu_is_what_is_compared() => Assert.Empty(CardReport.Of(
        WithGpu("4.99", "4.99", "4.99", "hour").Replace("\"price\"", "\"count\": 8, \"pricePerGpu\"", StringComparison.Ordinal)));

    [Fact]
    public void Bands_lie_in_the_range_and_models_with_prices_of_their_own_are_exceptions()
    {
        Assert.Empty(CardReport.Of(WithRange(Tuning, "fineTuning", "0.48", "8.00", "1M tokens")));
        Assert.Equal(["RATE3007 8.00"], CardReport.TargetsOf(WithRange(Tuning, "fineTuning", "0.48", "7.99", "1M tokens")));
        Assert.Equal(["RATE3007 0.48"], CardReport.TargetsOf(WithRange(Tuning, "fineTuning", "0.49", "8.00", "1M tokens")));
        Assert.Equal(["RATE3007 0.48"], CardReport.TargetsOf(WithRange(Tuning, "fineTuning", "0.00049", "0.00800", "1K tokens")));
    }

    [Fact]
    public void A_price_of_the_range_s_own_quantity_is_not_converted() => Assert.Contains(
        ": 8 per 1M tokens lies outside the range of 0.48 to 7.99 per 1M tokens",
        Assert.Single(CardReport.Of(WithRange(Tuning, "fineTuning", "0.48", "7.99", "1M tokens"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("embeddings", """ "sizes": { "A": { "tiers": [ { "price": 0.03 } ] } } """)]
    [InlineData("embeddings", """ "models": { "a": { "price": 0.03 } } """)]
    [InlineData("embeddings", """ "models": { "a": { "variants": { "Small": { "price": 0.03 } } } } """)]
    [InlineData("rerank", """ "models": { "a": { "per": "1K tokens", "price": 0.03 } } """)]
    [InlineData("serverless", """ "models": { "a": { "input": 0.01, "cachedInput": 0.001, "output": 0.03 } } """)]
    [InlineData("serverless", """ "models": { "a": { "input": 0.01, "output": 0.01 }, "b": { "free": true }, "c": { "price": 0.03 } } """)]
    [InlineData("serverless", """ "models": { "a": { "windows": [ { "from": "00:00", "until": "24:00", "price": 0.03 } ], "regions": { "eu": 1.1 } } } """)]
    public void Models_and_tables_lie_in_the_range_of_their_section(string section, string content) => Assert.Equal(
        ["RATE3007 0.03"], CardReport.TargetsOf(WithRange($$""" "{{section}}": { {{content}} } """.Trim(), section, "0.008", "0.02", "1M tokens")));

    [Theory]
    [InlineData("rerank", "1M tokens")]
    [InlineData("dedicated", "minute")]
    [InlineData("fineTuning", "minute")]
    public void A_range_that_no_price_can_be_compared_with_is_found(string section, string per)
    {
        var targets = CardReport.TargetsOf(WithRange(Tuning, section, "0.48", "8.00", per));
        Assert.StartsWith("RATE4009 {", Assert.Single(targets), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "of": "finetuning", "from": 1, "upTo": 20, "per": "1M tokens" }""", "RATE1010 \"finetuning\"")]
    [InlineData("""{ "of": "fineTuning", "upTo": 20, "per": "1M tokens" }""", "RATE1003 {")]
    [InlineData("""{ "of": "fineTuning", "from": 1, "per": "1M tokens" }""", "RATE1003 {")]
    [InlineData("""{ "of": "fineTuning", "from": 1, "upTo": 20 }""", "RATE1003 {")]
    [InlineData("""{ "from": 1, "upTo": 20, "per": "1M tokens" }""", "RATE1003 {")]
    [InlineData("""{ "of": "fineTuning", "from": 20, "upTo": 1, "per": "1M tokens" }""", "RATE1011 1")]
    [InlineData("""{ "of": "fineTuning", "from": "cheap", "upTo": 1, "per": "1M tokens" }""", "RATE1006 \"cheap\"")]
    [InlineData("""{ "of": "fineTuning", "from": 0.1, "upTo": 20, "per": "many tokens" }""", "RATE1007 \"many tokens\"")]
    [InlineData("""{ "of": "fineTuning", "from": 0.1, "to": 20, "upTo": 20, "per": "1M tokens" }""", "RATE1002 \"to\"")]
    [InlineData("""7""", "RATE1004 7")]
    public void A_mistake_in_a_range_is_found(string range, string problem) =>
        Assert.Equal([problem], CardReport.TargetsOf(SampleCards.WithSections($"{Tuning.Trim()}, \"published\": [ {range} ]")));

    private static string WithGpu(string price, string from, string upTo, string per) => WithRange(
        $$""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { "h200": { "price": {{price}} } } } """.Trim(), "dedicated", from, upTo, per);

    private static string WithRange(string sections, string of, string from, string upTo, string per) => SampleCards.WithSections(
        $$"""{{sections.Trim()}}, "published": [ { "of": "{{of}}", "from": {{from}}, "upTo": {{upTo}}, "per": "{{per}}" } ]""");
}
