using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Tests.Reading;

public class BillReadingTests
{
    [Theory]
    [InlineData("\"mode\": \"graduated\",", Cards.VolumeMode.Graduated)]
    [InlineData("\"mode\": \"whole\",", Cards.VolumeMode.Whole)]
    [InlineData("", Cards.VolumeMode.Whole)]
    public void A_volume_discount_is_read_as_it_is_written(string mode, Cards.VolumeMode expected)
    {
        var card = Read($$"""
            "volume": { {{mode}} "tiers": [ { "upTo": 1000.5, "discount": "0%" }, { "from": "1000.5", "discount": "12.5%" } ] }
            """);

        var bound = Rational.FromFraction(2001, 2);
        Assert.Equal(
            new Cards.Volume(expected, new(new Cards.VolumeTier(null, bound, Rational.Zero), new Cards.VolumeTier(bound, null, Rational.FromFraction(1, 8)))),
            card.Volume);
    }

    [Theory]
    [InlineData("90 days", 90, Cards.TermUnit.Day)]
    [InlineData("1 day", 1, Cards.TermUnit.Day)]
    [InlineData("6 months", 6, Cards.TermUnit.Month)]
    [InlineData("1 month", 1, Cards.TermUnit.Month)]
    [InlineData("1 year", 1, Cards.TermUnit.Year)]
    [InlineData("10000 years", 10_000, Cards.TermUnit.Year)]
    public void Credits_are_read_as_they_are_written(string term, int count, Cards.TermUnit unit)
    {
        var card = Read($$"""
            "credits": [ { "name": "new account", "amount": 1.00 }, { "name": "contest", "member": "Prize", "amount": "25", "expiresAfter": "{{term}}" } ]
            """);

        Assert.Equal(
            new Cards.EquatableArray<Cards.Credit>(new Cards.Credit("new account", null, 1, null), new Cards.Credit("contest", "Prize", 25, new Cards.Term(count, unit))),
            card.Credits);
        Assert.Equal(term, card.Credits[1].ExpiresAfter!.ToString());
    }

    [Theory]
    [InlineData("90")]
    [InlineData("90days")]
    [InlineData("0 days")]
    [InlineData("-1 days")]
    [InlineData("10001 days")]
    [InlineData("1 days")]
    [InlineData("2 day")]
    [InlineData("90 Days")]
    [InlineData("090 days")]
    [InlineData("1.5 years")]
    [InlineData("90  days")]
    [InlineData("3 weeks")]
    public void A_term_that_is_spelled_otherwise_is_refused(string term) => Assert.Equal(
        [$"RATE1007 \"{term}\""],
        CardReport.TargetsOf(Card($$"""  "credits": [ { "name": "a", "amount": 1, "expiresAfter": "{{term}}" } ]  """)));

    [Fact]
    public void Limits_are_read_as_they_are_written()
    {
        var card = Read("""
            "limits": { "tiers": {
              "Tier1": { "spend": 5, "requestsPerMinute": 600, "tokensPerMinute": 180000 },
              "Build Tier 2": { "member": "Tier2", "spend": 50, "requestsPerMinute": 1800 },
              "Tier3": { "spend": 100, "tokensPerMinute": 2147483647 }
            } }
            """);

        Assert.Equal(
            new Cards.EquatableArray<Cards.AccountTier>(
                new("Tier1", null, 5, 600, 180_000), new("Build Tier 2", "Tier2", 50, 1_800, null), new("Tier3", null, 100, null, int.MaxValue)),
            card.Limits);
    }

    [Fact]
    public void A_card_without_the_sections_has_none_of_them()
    {
        var card = Read("""  "source": "https://example.org"  """);

        Assert.Null(card.Volume);
        Assert.Empty(card.Credits);
        Assert.Empty(card.Limits);
    }

    [Theory]
    [InlineData("""  "volume": []  """, "RATE1004 []")]
    [InlineData("""  "volume": { }  """, "RATE1003 {")]
    [InlineData("""  "volume": { "mode": "steps", "tiers": [ { "discount": "0%" } ] }  """, "RATE1010 \"steps\"")]
    [InlineData("""  "volume": { "tiers": [ 5 ] }  """, "RATE1004 5")]
    [InlineData("""  "volume": { "tiers": [ { "upTo": "1K", "discount": "0%" } ] }  """, "RATE1006 \"1K\"")]
    [InlineData("""  "volume": { "tiers": [ { "upTo": 5 } ] }  """, "RATE1003 {")]
    [InlineData("""  "volume": { "tiers": [ { "discount": 5 } ] }  """, "RATE1004 5")]
    [InlineData("""  "volume": { "tiers": [ { "discount": "0.05" } ] }  """, "RATE1007 \"0.05\"")]
    [InlineData("""  "volume": { "tiers": [ { "discount": "0%", "price": 1 } ] }  """, "RATE1002 \"price\"")]
    [InlineData("""  "credits": { "new account": 1.00 }  """, "RATE1004 { \"new account\": 1.00 }")]
    [InlineData("""  "credits": [ 1.00 ]  """, "RATE1004 1.00")]
    [InlineData("""  "credits": [ { "amount": 1.00 } ]  """, "RATE1003 {")]
    [InlineData("""  "credits": [ { "name": "a" } ]  """, "RATE1003 {")]
    [InlineData("""  "credits": [ { "name": "", "amount": 1 } ]  """, "RATE1012 \"\"")]
    [InlineData("""  "credits": [ { "name": "a", "amount": true } ]  """, "RATE1004 true")]
    [InlineData("""  "limits": { }  """, "RATE1003 {")]
    [InlineData("""  "limits": { "tiers": [] }  """, "RATE1004 []")]
    [InlineData("""  "limits": { "tiers": { "a": 600 } }  """, "RATE1004 600")]
    [InlineData("""  "limits": { "tiers": { "a": { "spend": 5 } } }  """, "RATE1003 {")]
    [InlineData("""  "limits": { "tiers": { "a": { "requestsPerMinute": 5 } } }  """, "RATE1003 {")]
    [InlineData("""  "limits": { "tiers": { "a": { "spend": 5, "requestsPerMinute": 0 } } }  """, "RATE1006 0")]
    [InlineData("""  "limits": { "tiers": { "a": { "spend": 5, "tokensPerMinute": 2.5 } } }  """, "RATE1006 2.5")]
    [InlineData("""  "limits": { "tiers": { "a": { "spend": 5, "tokensPerMinute": 2147483648 } } }  """, "RATE1006 2147483648")]
    [InlineData("""  "limits": { "tiers": { " a": { "spend": 5, "tokensPerMinute": 1 } } }  """, "RATE1012 \" a\"")]
    public void Sections_of_another_shape_are_refused(string section, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(Card(section)));

    private static string Card(string sections) => SampleCards.WithServerless("", sections + ",");

    private static Cards.Card Read(string sections)
    {
        var reading = CardCompiler.Read(Card(sections));
        Assert.Empty(reading.Problems);
        return reading.Card!;
    }
}
