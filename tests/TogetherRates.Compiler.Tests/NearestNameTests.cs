namespace TogetherRates.Compiler.Tests;

/// <summary>A suggestion is what was probably meant; a wrong one is worse than a list of all there are.</summary>
public class NearestNameTests
{
    [Theory]
    [InlineData("outptu", "output")]
    [InlineData("OUTPUT", "output")]
    [InlineData("inputs", "input")]
    [InlineData("EU", "eu")]
    [InlineData("eus", "eu")]
    [InlineData("uk", null)]
    [InlineData("ue", null)]
    [InlineData("o", null)]
    [InlineData("", null)]
    public void A_name_is_suggested_when_it_is_within_a_third_of_its_length(string asked, string? suggested) =>
        Assert.Equal(suggested, NearestName.Find(asked, ["input", "output", "eu", "us"]));

    [Fact]
    public void Where_nothing_is_near_the_advice_lists_what_there_is() =>
        Assert.Equal("known: eu, us", NameAdvice.On("uk", ["eu", "us"]).ToString());
}
