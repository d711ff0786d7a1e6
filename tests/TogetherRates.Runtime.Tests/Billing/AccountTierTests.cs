namespace TogetherRates.Runtime.Tests.Billing;

public sealed class AccountTierTests
{
    [Fact]
    public void A_tier_keeps_what_it_was_made_of()
    {
        var tier = new AccountTier("Tier1", Money.FromDecimal(5m), requestsPerMinute: 600, tokensPerMinute: null);

        Assert.Equal(("Tier1", "5", 600, null), (tier.Name, tier.Spend.ToString(), tier.RequestsPerMinute, tier.TokensPerMinute));
        Assert.Equal(new AccountTier("Tier1", Money.FromDecimal(5m), 600, null), tier);
    }

    [Theory]
    [InlineData(-1, 1, 1, "spend")]
    [InlineData(0, 0, 1, "requestsPerMinute")]
    [InlineData(0, 1, -5, "tokensPerMinute")]
    public void Impossible_numbers_are_refused(int spend, int requests, int tokens, string parameter) =>
        Assert.Equal(
            parameter,
            Assert.Throws<ArgumentOutOfRangeException>(() => new AccountTier("Tier1", Money.FromDecimal(spend), requests, tokens)).ParamName);

    [Fact]
    public void A_tier_that_limits_nothing_is_refused() =>
        Assert.StartsWith(
            "'Tier1' limits neither requests nor tokens; give at least one of them.",
            Assert.Throws<ArgumentException>(() => new AccountTier("Tier1", Money.Zero, null, null)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_tier_without_a_name_is_refused() =>
        Assert.Throws<ArgumentException>("name", () => new AccountTier(" ", Money.Zero, 1, 1));
}
