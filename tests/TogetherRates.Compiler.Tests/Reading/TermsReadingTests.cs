namespace TogetherRates.Compiler.Tests.Reading;

/// <summary>What is wrong with prices that depend on more than tokens is said where it stands.</summary>
public class TermsReadingTests
{
    [Fact]
    public void Everything_that_a_price_can_depend_on_is_read_without_a_problem() => Assert.Empty(CardReport.ErrorsOf(TermsCards.Everything));

    [Theory]
    [InlineData("{ \"since\": \"2026-02-01\", \"price\": 1 }", "", "from 2026-01-01 to 2026-02-01 (UTC)")]
    [InlineData("{ \"before\": \"2026-02-01\", \"price\": 1 }, { \"since\": \"2026-03-01\", \"price\": 1 }", "", "from 2026-02-01 to 2026-03-01 (UTC)")]
    [InlineData("{ \"before\": \"2026-02-01\", \"price\": 1 }", ", \"until\": \"2027-01-01\"", "from 2026-02-01 to 2027-01-01 (UTC)")]
    [InlineData("{ \"before\": \"2026-02-01\", \"price\": 1 }", "", "from 2026-02-01 to the end of this edition (UTC)")]
    public void A_time_without_any_window_is_named_by_its_dates(string windows, string until, string gap) => Assert.EndsWith(
        $"error RATE2013: no window prices the time {gap}; make the windows tile every day",
        Assert.Single(CardReport.Of(SampleCards.WithModel($"\"windows\": [ {windows} ]").Replace("\"2025-01-01\"", $"\"2026-01-01\"{until}", StringComparison.Ordinal))),
        StringComparison.Ordinal);

    [Fact]
    public void What_ends_before_it_starts_is_told_by_the_name_of_its_end() => Assert.EndsWith(
        "or leave 'before' out while no end is known",
        Assert.Single(CardReport.Of(SampleCards.WithModel("\"windows\": [ { \"since\": \"2025-02-01\", \"before\": \"2025-02-01\", \"price\": 1 } ]"))),
        StringComparison.Ordinal);

    [Fact]
    public void What_has_no_end_is_named_as_the_card_says_it() => Assert.EndsWith(
        "'free' and 'above' can't stand together: only a table of resolutions ends somewhere",
        Assert.Single(CardReport.Of(OfferCards.WithImage("\"per\": \"image\", \"free\": true, \"above\": \"unpriced\""))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2e5")]
    [InlineData("200000.0")]
    [InlineData("\"200K\"")]
    public void A_whole_number_may_be_written_as_any_number_of_JSON(string above)
    {
        var card = SampleCards.WithModel($$""" "input": 1, "contexts": [ { "above": {{above}}, "input": 2 } ] """);

        Assert.Empty(CardReport.Of(card));
        Assert.Equal(CardCompiler.Read(card.Replace(above, "200000", StringComparison.Ordinal)).Card, CardCompiler.Read(card).Card);
    }

    [Fact]
    public void Only_an_end_is_the_end_of_a_day() => Assert.EndsWith(
        "error RATE1007: '24:00' can't be read as a time of day; write it like \"16:30\", in UTC",
        Assert.Single(CardReport.Of(SampleCards.WithModel("\"windows\": [ { \"days\": [ \"mon\" ], \"from\": \"24:00\", \"until\": \"24:00\", \"price\": 1 } ]"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"input\": 1, \"contexts\": []", "RATE1004 []")]
    [InlineData("\"input\": 1, \"charges\": {}", "RATE1004 {}")]
    [InlineData("\"windows\": []", "RATE1004 []")]
    [InlineData("\"windows\": [ { \"days\": [ \"mon\", \"mon\" ], \"price\": 1 } ]", "RATE1011 \"mon\"")]
    [InlineData("\"price\": 1, \"variants\": {}", "RATE1011 1")]
    [InlineData("\"price\": 1, \"batch\": \"5e1%\"", "RATE1007 \"5e1%\"")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": 2.5, \"input\": 2 } ]", "RATE1007 2.5")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": \"2e5\", \"input\": 2 } ]", "RATE1007 \"2e5\"")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"input\": 2 } ]", "RATE1003 {")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": \"200K\" } ]", "RATE1003 {")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": \"many\", \"input\": 2 } ]", "RATE1007 \"many\"")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": 0, \"input\": 2 } ]", "RATE1007 0")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": 9223372036854775807, \"input\": 2 } ]", "RATE1007 9223372036854775807")]
    [InlineData("\"charges\": { \"queries\": { \"bands\": [ { \"upTo\": 9223372036854775807, \"price\": 1 }, { \"price\": 2 } ] } }", "RATE1007 9223372036854775807")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"unpriced\": true, \"input\": 2 } ]", "RATE1011 true")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"input\": 2 }, { \"above\": \"200K\", \"input\": 3 } ]", "RATE2015 \"200K\"")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"input\": -2 } ]", "RATE3001 -2")]
    [InlineData("\"input\": 1, \"charges\": { \"search\": { \"price\": 1 } }", "RATE1002 \"search\"")]
    [InlineData("\"input\": 1, \"charges\": { \"steps\": { \"price\": 1 } }", "RATE1002 \"steps\"")]
    [InlineData("\"input\": 1, \"charges\": { \"searches\": { } }", "RATE1003 {")]
    [InlineData("\"input\": 1, \"charges\": { \"searches\": { \"price\": 0 } }", "RATE3002 0")]
    [InlineData("\"input\": 1, \"charges\": { \"searches\": { \"price\": 1, \"per\": \"1K pages\" } }", "RATE1007 \"1K pages\"")]
    [InlineData("\"input\": 1, \"charges\": { \"searches\": { \"price\": 1, \"by\": \"results\" } }", "RATE1011 \"results\"")]
    [InlineData("\"input\": 1, \"charges\": { \"queries\": { \"by\": \"result\", \"bands\": [ { \"price\": 1 } ] } }", "RATE1010 \"result\"")]
    [InlineData("\"input\": 1, \"charges\": { \"queries\": { \"bands\": [ { \"upTo\": 5, \"price\": 1 } ] } }", "RATE2008 5")]
    [InlineData("\"input\": 1, \"charges\": { \"queries\": { \"bands\": [ { \"upTo\": 5, \"price\": 1 }, { \"upTo\": 4, \"price\": 2 }, { \"price\": 3 } ] } }", "RATE2003 4")]
    [InlineData("\"input\": 1, \"charges\": { \"queries\": { \"bands\": [ { \"price\": 1 }, { \"upTo\": 4, \"price\": 2 } ], \"above\": \"unpriced\" } }", "RATE2006 {")]
    [InlineData("\"input\": 1, \"priority\": { }", "RATE1003 {")]
    [InlineData("\"input\": 1, \"priority\": { \"factor\": 0 }", "RATE3010 {")]
    [InlineData("\"input\": 1, \"priority\": { \"factor\": 2, \"input\": 3 }", "RATE1011 2")]
    [InlineData("\"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"input\": 2 } ], \"flex\": { \"input\": 0.5 }", "RATE2016 {")]
    [InlineData("\"input\": 1, \"regions\": { \"eu\": 110 }", "RATE3010 110")]
    [InlineData("\"input\": 1, \"regions\": { \"\": 1.1 }", "RATE1012 \"\"")]
    [InlineData("\"input\": 1, \"regions\": { }", "RATE1004 { }")]
    [InlineData("\"input\": 1, \"regions\": { \"eu\": 1.00000000000001 }", "RATE3003 1.00000000000001")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"priority\": { \"factor\": 2 }", "RATE1011 {")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"batch\": { \"input\": -5, \"output\": 0 }", "RATE1011 {")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"batch\": { \"charges\": { \"requests\": { \"price\": 1 } } }", "RATE1011 {")]
    [InlineData("\"size\": \"8B\", \"table\": \"Dense\", \"batch\": { \"factor\": 1.5 }", "RATE1011 {")]
    [InlineData("\"free\": true, \"batch\": { \"input\": 1, \"output\": 1 }", "RATE1011 {")]
    [InlineData("\"free\": true, \"batch\": { \"factor\": 1.5 }", "RATE1011 {")]
    [InlineData("\"free\": true, \"charges\": { \"searches\": { \"price\": 1 } }", "RATE1011 {")]
    [InlineData("\"windows\": [ { \"before\": \"2026-03-13\", \"input\": 1 }, { \"since\": \"2026-03-14\", \"input\": 2 } ]", "RATE2013 \"windows\"")]
    [InlineData("\"windows\": [ { \"before\": \"2026-03-14\", \"input\": 1 }, { \"since\": \"2026-03-13\", \"input\": 2 } ]", "RATE2012 {")]
    [InlineData("\"windows\": [ { \"since\": \"2026-03-14\", \"before\": \"2026-03-13\", \"input\": 1 } ]", "RATE5002 \"2026-03-13\"")]
    [InlineData("\"windows\": [ { \"days\": [ \"sat\" ], \"input\": 1 } ]", "RATE2013 \"windows\"")]
    [InlineData("\"windows\": [ { \"days\": [], \"input\": 1 }, { \"from\": \"00:00\", \"until\": \"24:00\", \"input\": 1 } ]", "RATE1004 []")]
    [InlineData("\"windows\": [ { \"days\": [ \"sat\" ], \"from\": \"00:00\", \"input\": 1 } ]", "RATE1003 {")]
    public void A_mistake_is_pointed_at(string model, string expected)
    {
        var card = SampleCards.WithModel(model).Replace("2025-01-01", "2026-01-01", StringComparison.Ordinal);

        Assert.Contains(CardReport.TargetsOf(card), target => target.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_level_that_ends_where_the_standard_price_changes_needs_no_other_price()
    {
        var card = SampleCards.WithModel(
            """
            "input": 1, "contexts": [ { "above": "200K", "input": 2 }, { "above": "500K", "input": 3 } ],
            "flex": { "input": 0.5, "contexts": [ { "above": "200K", "unpriced": true } ] }
            """);

        Assert.Empty(CardReport.ErrorsOf(card));
        Assert.Contains(
            CardReport.TargetsOf(card.Replace("\"200K\", \"unpriced\"", "\"300K\", \"unpriced\"", StringComparison.Ordinal)),
            target => target.StartsWith("RATE2016", StringComparison.Ordinal));
    }

    [Fact]
    public void A_window_outside_the_edition_matters_to_nobody()
    {
        var card = SampleCards.WithModel("\"windows\": [ { \"since\": \"2020-01-01\", \"input\": 1 } ]");

        Assert.Empty(CardReport.ErrorsOf(card));
    }

    [Fact]
    public void Terms_that_say_no_more_than_a_price_are_a_price()
    {
        var model = CardCompiler.Read(SampleCards.WithModel("\"input\": 1, \"output\": 2, \"batch\": { \"factor\": 0.5 }")).Card!.Serverless.Models[0];

        Assert.IsType<Cards.ModelPrice.Own>(model.Price);
        Assert.Equal("0.5", model.Batch.ToString());
    }
}
