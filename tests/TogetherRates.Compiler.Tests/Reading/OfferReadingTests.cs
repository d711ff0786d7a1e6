namespace TogetherRates.Compiler.Tests.Reading;

public class OfferReadingTests
{
    [Fact]
    public void A_card_with_every_kind_of_offer_has_no_problem() => Assert.Empty(CardReport.Of(OfferCards.AllKinds));

    [Theory]
    [InlineData(""" "price": 1 """, "RATE1003")]
    [InlineData(""" "per": "image" """, "RATE1003")]
    [InlineData(""" "per": "1M tokens" """, "RATE1003")]
    [InlineData(""" "per": "furlong", "price": 1 """, "RATE1007 \"furlong\"")]
    [InlineData(""" "per": "2T images", "price": 1 """, "RATE1007 \"2T images\"")]
    [InlineData(""" "per": "0 images", "price": 1 """, "RATE1007 \"0 images\"")]
    [InlineData(""" "per": "image", "price": 1, "colour": 3 """, "RATE1002 \"colour\"")]
    [InlineData(""" "per": "image", "price": 1, "free": true """, "RATE1011 1")]
    [InlineData(""" "per": "1M tokens", "free": true, "input": 3 """, "RATE1011 3")]
    [InlineData(""" "per": "image", "free": true, "outputImage": 3 """, "RATE1011 3")]
    [InlineData(""" "per": "image", "price": 1, "steps": 4 """, "RATE1011 4")]
    [InlineData(""" "per": "image", "price": 1, "billed": "minute" """, "RATE1011 \"minute\"")]
    [InlineData(""" "per": "vCPU-hour", "price": 1, "billed": "minute" """, "RATE1011 \"minute\"")]
    [InlineData(""" "per": "image", "price": 1, "above": "unpriced" """, "RATE1011 \"unpriced\"")]
    [InlineData(""" "per": "image", "price": 1, "inputAudio": 3 """, "RATE1011 3")]
    [InlineData(""" "per": "1M tokens", "price": 1, "output": 3 """, "RATE1011 3")]
    [InlineData(""" "per": "minute", "price": 1, "billed": "day" """, "RATE1010 \"day\"")]
    [InlineData(""" "per": "megapixel", "price": 1, "steps": 0 """, "RATE1006 0")]
    [InlineData(""" "per": "megapixel", "price": 1, "steps": 2.5 """, "RATE1006 2.5")]
    [InlineData(""" "per": "image", "price": 1, "resolutions": [ { "price": 1 } ] """, "RATE1011 1")]
    [InlineData(""" "per": "megapixel", "resolutions": [ { "price": 1 } ] """, "RATE1011 [ { \"price\": 1 } ]")]
    [InlineData(""" "per": "image", "resolutions": [ { } ] """, "RATE1003 {")]
    [InlineData(""" "per": "image", "resolutions": [ { "upTo": "4K", "price": 1 } ] """, "RATE1007 \"4K\"")]
    [InlineData(""" "per": "image", "resolutions": [ { "upTo": "0.0000001MP", "price": 1 } ] """, "RATE1007 \"0.0000001MP\"")]
    [InlineData(""" "per": "image", "resolutions": [ { "upTo": "9223372036854.775807MP", "price": 1 }, { "price": 2 } ] """, "RATE1007 \"9223372036854.775807MP\"")]
    [InlineData(""" "per": "image", "resolutions": "many" """, "RATE1004 \"many\"")]
    public void A_mistake_in_an_offer_is_reported_where_it_stands(string offer, string expected)
    {
        var target = Assert.Single(CardReport.TargetsOf(OfferCards.WithImage(offer)));

        Assert.StartsWith(expected, target, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_unit_comes_with_the_nearest() => Assert.Contains(
        "did you mean 'megapixel'?",
        Assert.Single(CardReport.Of(OfferCards.WithImage(""" "per": "megapixle", "price": 1 """))),
        StringComparison.Ordinal);

    [Fact]
    public void Tools_stand_in_their_section_by_id() => Assert.Equal(
        ["RATE1003 {", "RATE1003 {"], CardReport.TargetsOf(OfferCards.With(""" "tools": { "models": { }, "code": { "per": "session" } } """)));

    [Theory]
    [InlineData("images")]
    [InlineData("tools")]
    public void A_section_that_is_no_object_is_one_mistake(string section) =>
        Assert.Equal(["RATE1004 []"], CardReport.TargetsOf(OfferCards.With($""" "{section}": [] """)));
}
