namespace TogetherRates.Compiler.Tests.Checking;

public class TierCheckTests
{
    [Theory]
    [InlineData("4B", "4.1B", null)]
    [InlineData("4B", "4B", "RATE2001")]
    [InlineData("4.1B", "4.1B", "RATE2001")]
    [InlineData("4B", "3.9B", "RATE2001")]
    [InlineData("4B", "4.2B", "RATE2002")]
    [InlineData("3.9B", "4.1B", "RATE2002")]
    [InlineData("4B", "4.05B", "RATE2002")]
    [InlineData("4B", "5B", "RATE2002")]
    public void With_a_step_a_tier_starts_one_step_above_the_last(string upTo, string from, string? rule) =>
        CheckPair($"\"step\": \"0.1B\",", upTo, from, rule);

    [Theory]
    [InlineData("4B", "4B", null)]
    [InlineData("4B", "3.9B", "RATE2001")]
    [InlineData("4B", "4.1B", "RATE2002")]
    public void Without_a_step_a_tier_starts_where_the_last_ends(string upTo, string from, string? rule) =>
        CheckPair(string.Empty, upTo, from, rule);

    [Fact]
    public void A_step_may_be_written_in_another_unit_than_the_bounds() => CheckPair("\"step\": \"100M\",", "4B", "4100M", null);

    private static void CheckPair(string step, string upTo, string from, string? rule)
    {
        var card = SampleCards.WithTable(
            $$""" {{step}} "above": "unpriced", "tiers": [ { "upTo": "{{upTo}}", "price": 1 }, { "from": "{{from}}", "upTo": "8B", "price": 2 } ] """);

        Assert.Equal(rule is null ? [] : [$"{rule} \"{from}\""], CardReport.TargetsOf(card));
    }
}
