namespace TogetherRates.Compiler.Tests.Checking;

/// <summary>A price that depends on more than tokens is held to all that a plain one is held to, and its problems are reported where it stands.</summary>
public class TermsCheckTests
{
    private const string Priority = ", \"priority\": { \"factor\": 2 }";
    private const string Regions = ", \"regions\": { \"eu\": 1.1 }";
    private const string Contexts = ", \"contexts\": [ { \"above\": \"200K\", \"price\": 3 } ]";
    private const string Charges = ", \"charges\": { \"requests\": { \"price\": 0.01 } }";

    [Theory]
    [InlineData("00:00", "24:00", "", "")]
    [InlineData("00:00", "24:00", "", Regions)]
    [InlineData("00:00", "24:00", "", Priority)]
    [InlineData("00:00", "24:00", Contexts, "")]
    [InlineData("00:00", "24:00", Charges, "")]
    [InlineData("06:00", "06:00", "", "")]
    [InlineData("06:00", "06:00", "", Regions)]
    public void Two_windows_that_are_open_all_day_overlap_whatever_else_the_price_depends_on(string from, string until, string list, string terms)
    {
        var second = $$"""{ "from": "00:00", "until": "24:00", "price": 2 }""";
        var windows = $$""" "windows": [ { "from": "{{from}}", "until": "{{until}}", "price": 1{{list}} }, {{second}} ]{{terms}} """;

        Assert.Equal(["RATE2012 " + second], CardReport.TargetsOf(SampleCards.WithModel(windows)));
    }

    [Theory]
    [InlineData(""" "from": "00:00", "until": "24:00" """, "00:00 - 24:00 UTC")]
    [InlineData(""" "from": "06:00", "until": "06:00" """, "06:00 - 06:00 UTC")]
    [InlineData(""" "days": [ "mon", "tue", "wed", "thu", "fri", "sat", "sun" ] """, "00:00 - 24:00 UTC")]
    public void A_window_that_is_always_open_is_named_by_its_hours(string always, string name) => Assert.Contains(
        $"this window and the window {name} both price Mon 00:00",
        Assert.Single(CardReport.Of(SampleCards.WithModel($$""" "windows": [ { {{always}}, "price": 1 }, { "since": "2020-01-01", "price": 2 } ] """))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("before", "2024-12-31", "since", "this window ends on 2024-12-31, but the edition starts on 2025-01-01,")]
    [InlineData("before", "2025-01-01", "since", "this window ends on 2025-01-01, but the edition starts on 2025-01-01,")]
    [InlineData("since", "2026-01-01", "before", "this window opens on 2026-01-01, but the edition ends on 2026-01-01,")]
    [InlineData("since", "2027-05-01", "before", "this window opens on 2027-05-01, but the edition ends on 2026-01-01,")]
    public void A_window_that_is_never_open_while_its_edition_is_in_force_is_odd(string bound, string date, string otherBound, string message)
    {
        var card = SampleCards
            .WithModel($$""" "windows": [ { "{{otherBound}}": "{{date}}", "price": 1 }, { "{{bound}}": "{{date}}", "price": 2 } ] """)
            .Replace("\"from\": \"2025-01-01\"", "\"from\": \"2025-01-01\", \"until\": \"2026-01-01\"", StringComparison.Ordinal);

        Assert.Equal([$"RATE5009 \"{date}\""], CardReport.TargetsOf(card));
        Assert.Contains(message, Assert.Single(CardReport.Of(card)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "before": "2025-06-02", "price": 1 }, { "since": "2025-06-02", "before": "2025-06-07", "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2 }, { "since": "2025-06-07", "price": 3 }""")]
    [InlineData("""{ "before": "2025-06-01T12:00:00Z", "price": 1 }, { "since": "2025-06-01T12:00:00Z", "before": "2025-06-01T18:00:00Z", "from": "12:00", "until": "18:00", "price": 2 }, { "since": "2025-06-01T18:00:00Z", "price": 3 }""")]
    [InlineData("""{ "before": "2025-06-07", "price": 1 }, { "since": "2025-06-07", "before": "2025-06-09T00:00:01Z", "days": [ "sat", "sun", "mon" ], "price": 2 }, { "since": "2025-06-09T00:00:01Z", "price": 3 }""")]
    [InlineData("""{ "before": "2025-06-07", "days": [ "mon", "tue", "wed", "thu", "fri", "sat", "sun" ], "price": 1 }, { "since": "2025-06-07", "days": [ "sat", "sun" ], "price": 2 }""", "2025-06-09")]
    public void Windows_between_two_dates_price_the_days_that_there_are(string windows, string? until = null) => Assert.Empty(CardReport.Of(Until(until, windows)));

    [Theory]
    [InlineData("""{ "before": "2025-06-02", "price": 1 }, { "since": "2025-06-02", "before": "2025-06-07", "days": [ "mon", "tue", "thu", "fri" ], "price": 2 }, { "since": "2025-06-07", "price": 3 }""", "the time from Wed 00:00 to Thu 00:00 since 2025-06-02")]
    [InlineData("""{ "before": "2025-06-06", "price": 1 }, { "since": "2025-06-06", "before": "2025-06-10", "days": [ "fri", "sat" ], "price": 2 }, { "since": "2025-06-10", "price": 3 }""", "the time from Sun 00:00 to Tue 00:00 since 2025-06-06")]
    [InlineData("""{ "before": "2025-06-07", "price": 1 }, { "since": "2025-06-07", "before": "2025-06-09T00:00:01Z", "days": [ "sat", "sun" ], "price": 2 }, { "since": "2025-06-09T00:00:01Z", "price": 3 }""", "the time from Mon 00:00 to Mon 00:01 since 2025-06-07")]
    [InlineData("""{ "before": "2025-06-02", "price": 1 }, { "since": "2025-06-02", "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2 }""", "the time from Sat 00:00 to Mon 00:00 since 2025-06-02")]
    [InlineData("""{ "days": [ "mon", "tue", "wed" ], "price": 1 }""", "the time from Thu 00:00 to Mon 00:00", "2025-01-03")]
    public void A_gap_between_two_dates_is_named_by_its_own_days(string windows, string gap, string? until = null) =>
        Assert.Contains(gap, Assert.Single(CardReport.Of(Until(until, windows))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "before": "2025-03-02", "price": 1 }, { "since": "2025-03-01", "price": 1 }""", "both price Sat 00:00 since 2025-03-01;")]
    [InlineData("""{ "before": "2025-06-02", "price": 1 }, { "since": "2025-06-01T23:00:00Z", "from": "00:00", "until": "24:00", "price": 2 }""", "both price Sun 23:00 since 2025-06-01T23:00:00Z;")]
    public void Two_windows_that_meet_for_less_than_a_week_are_told_when(string windows, string overlap) =>
        Assert.Contains(overlap, Assert.Single(CardReport.Of(Until(null, windows))), StringComparison.Ordinal);

    [Fact]
    public void A_window_with_no_hour_between_its_dates_is_odd()
    {
        const string idle = """{ "since": "2025-06-01", "before": "2025-06-03", "days": [ "sat" ], "price": 2 }""";
        var card = Until(null, $$"""{ "before": "2025-06-01", "price": 1 }, {{idle}}, { "since": "2025-06-01", "price": 1 }""");

        Assert.Equal(["RATE5009 " + idle], CardReport.TargetsOf(card));
        Assert.Contains("is open 00:00 - 24:00 UTC on sat, of which nothing lies between 2025-06-01 and 2025-06-03", Assert.Single(CardReport.Of(card)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"from\": \"22:00\", \"until\": \"02:00\", \"days\": [ \"sat\" ]", "2025-06-01", "2025-06-02")]
    [InlineData("\"from\": \"06:00\", \"until\": \"07:00\"", "2025-06-01T06:30:00Z", "2025-06-01T06:45:00Z")]
    [InlineData("\"from\": \"22:00\", \"until\": \"02:00\", \"days\": [ \"sun\" ]", "2025-06-02T01:59:00Z", "2025-06-02T12:00:00Z")]
    [InlineData("\"days\": [ \"sun\" ]", "2025-06-02", "2025-06-09")]
    public void A_window_of_which_some_hour_lies_between_its_dates_is_not_odd(string hours, string since, string before)
    {
        var window = $$"""{ "since": "{{since}}", "before": "{{before}}", {{hours}}, "price": 2 }""";

        Assert.DoesNotContain(CardReport.TargetsOf(Until(null, window)), target => target.StartsWith("RATE5009", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"from\": \"22:00\", \"until\": \"02:00\", \"days\": [ \"sat\" ]", "2025-06-01T02:00:00Z", "2025-06-07T22:00:00Z")]
    [InlineData("\"from\": \"06:00\", \"until\": \"07:00\"", "2025-06-01T07:00:00Z", "2025-06-02T06:00:00Z")]
    public void A_window_whose_hours_end_where_its_dates_start_is_odd(string hours, string since, string before)
    {
        var window = $$"""{ "since": "{{since}}", "before": "{{before}}", {{hours}}, "price": 2 }""";

        Assert.Contains("RATE5009 " + window, CardReport.TargetsOf(Until(null, window)));
    }

    [Fact]
    public void A_window_may_be_open_on_the_first_or_the_last_day_of_its_edition_alone()
    {
        var card = SampleCards
            .WithModel(""" "windows": [ { "before": "2025-01-02", "price": 1 }, { "since": "2025-01-02", "before": "2025-12-31", "price": 2 }, { "since": "2025-12-31", "price": 3 } ] """)
            .Replace("\"from\": \"2025-01-01\"", "\"from\": \"2025-01-01\", \"until\": \"2026-01-01\"", StringComparison.Ordinal);

        Assert.Empty(CardReport.Of(card));
    }

    [Theory]
    [InlineData("\"price\": -1", "RATE3001 -1")]
    [InlineData("\"input\": 1, \"cachedInput\": 2, \"output\": 3", "RATE3006 2")]
    [InlineData("\"input\": 2, \"output\": 1", "RATE6003 1")]
    [InlineData("\"price\": 1, \"charges\": { \"requests\": { \"price\": -0.01 } }", "RATE3001 -0.01")]
    [InlineData("\"price\": 1, \"contexts\": [ { \"above\": \"200K\", \"price\": -3 } ]", "RATE3001 -3")]
    public void A_price_in_a_window_is_checked_there(string prices, string expected)
    {
        var window = $$""" "windows": [ { "from": "00:00", "until": "24:00", {{prices}} } ]""";

        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithModel(window)));
        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithModel(window + Regions)));
    }

    [Theory]
    [InlineData("batch", Regions)]
    [InlineData("batch", Contexts)]
    [InlineData("batch", Charges)]
    [InlineData("priority", "")]
    [InlineData("flex", "")]
    [InlineData("flex", Regions)]
    public void A_discount_of_any_level_lies_between_nothing_and_everything(string level, string terms)
    {
        Assert.All(["-50%", "0%", "100%", "150%"], discount =>
        {
            var plain = SampleCards.WithModel($""" "price": 1, "batch": "{discount}" """);
            var card = SampleCards.WithModel($""" "price": 1, "{level}": "{discount}"{terms} """);

            Assert.Equal([$"RATE3008 \"{discount}\""], CardReport.TargetsOf(card));
            Assert.Equal(MessageOf(plain), MessageOf(card));
        });
        Assert.Empty(CardReport.ErrorsOf(SampleCards.WithModel($""" "price": 1, "{level}": "12.5%"{terms} """)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Regions)]
    public void A_level_may_cost_any_multiple_that_a_region_may(string terms)
    {
        Assert.All(["batch", "priority", "flex"], level =>
        {
            Assert.All(["0.01", "1", "1.5", "100"], factor => Assert.Empty(CardReport.ErrorsOf(With(factor))));
            Assert.All(["-1", "0", "100.1"], factor => Assert.Contains($"RATE3010: a factor of {factor} is not possible", Assert.Single(CardReport.Of(With(factor))), StringComparison.Ordinal));

            string With(string factor) => SampleCards.WithModel($$""" "price": 1, "{{level}}": { "factor": {{factor}} }{{terms}} """);
        });
    }

    [Theory]
    [InlineData("\"input\": 3", "\"above\": \"200K\", \"input\": 6", "\"input\": 1, \"contexts\": [ { \"above\": \"1M\", \"input\": 2 } ]")]
    [InlineData("\"input\": 3", "\"above\": \"200K\", \"input\": 6", "\"input\": 1, \"contexts\": [ { \"above\": \"100K\", \"input\": 2 } ]")]
    [InlineData("\"input\": 3", "\"above\": \"200K\", \"input\": 6", "\"contexts\": [ { \"above\": \"100K\", \"input\": 2 } ]")]
    [InlineData("\"input\": 3", "\"above\": \"200K\", \"input\": 6", "\"contexts\": [ { \"above\": \"100K\", \"input\": 2 }, { \"above\": \"200K\", \"output\": 4 } ]")]
    [InlineData("\"input\": 3", "\"above\": \"200K\", \"input\": 6 }, { \"above\": \"500K\", \"input\": 9", "\"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"input\": 2 } ]")]
    [InlineData("\"input\": 3", "\"above\": \"200K\", \"input\": 6 }, { \"above\": \"500K\", \"output\": 9", "\"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"input\": 2 } ]")]
    [InlineData("\"charges\": { \"requests\": { \"price\": 0.01 } }", "\"above\": \"200K\", \"charges\": { \"requests\": { \"price\": 0.02 } }", "\"charges\": { \"requests\": { \"price\": 0.005 } }")]
    [InlineData("\"input\": 3", "\"above\": \"200K\", \"charges\": { \"requests\": { \"price\": 0.02 } }", "\"charges\": { \"requests\": { \"price\": 0.005 } }")]
    public void A_level_with_a_price_of_its_own_has_one_at_each_bound_where_the_standard_price_changes(string prices, string context, string level)
    {
        var card = SampleCards.WithModel($$""" {{prices}}, "output": 9, "contexts": [ { {{context}} } ], "flex": { {{level}} } """);

        Assert.Equal([$"RATE2016 {{ {level} }}"], CardReport.TargetsOf(card));
    }

    [Theory]
    [InlineData("\"above\": \"200K\", \"input\": 6", "\"input\": 1, \"contexts\": [ { \"above\": \"200K\", \"input\": 2 }, { \"above\": \"1M\", \"input\": 3 } ]")]
    [InlineData("\"above\": \"200K\", \"input\": 6", "\"contexts\": [ { \"above\": \"1M\", \"input\": 3 } ]")]
    [InlineData("\"above\": \"200K\", \"input\": 6", "\"input\": 1, \"contexts\": [ { \"above\": \"100K\", \"unpriced\": true } ]")]
    [InlineData("\"above\": \"200K\", \"input\": 6", "\"input\": 1, \"contexts\": [ { \"above\": \"100K\", \"unpriced\": true }, { \"above\": \"200K\", \"input\": 2 } ]")]
    [InlineData("\"above\": \"200K\", \"input\": 6", "\"output\": 4")]
    [InlineData("\"above\": \"200K\", \"input\": 3", "\"input\": 1")]
    [InlineData("\"above\": \"200K\", \"unpriced\": true", "\"input\": 1")]
    [InlineData("\"above\": \"200K\", \"charges\": { \"requests\": { \"price\": 0.02 } }", "\"charges\": { \"requests\": { \"price\": 0.01 } }, \"contexts\": [ { \"above\": \"200K\", \"charges\": { \"requests\": { \"price\": 0.01 } } } ]")]
    public void A_level_needs_no_price_where_its_own_or_the_standard_one_goes_on(string context, string level) => Assert.Empty(
        CardReport.ErrorsOf(SampleCards.WithModel($$""" "input": 3, "output": 9, "contexts": [ { {{context}} } ], "flex": { {{level}} } """)));

    [Fact]
    public void A_level_is_held_against_each_window()
    {
        const string Level = "{ \"price\": 0.5 }";
        var card = SampleCards.WithModel(
            $$"""
            "windows": [
              { "before": "2025-03-13", "price": 1 },
              { "since": "2025-03-13", "price": 2, "contexts": [ { "above": "200K", "price": 4 } ] }
            ],
            "flex": {{Level}}
            """);

        Assert.Equal(["RATE2016 " + Level], CardReport.TargetsOf(card));
    }

    [Theory]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"cachedInput\": 5 } ]", "RATE3006 5")]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"input\": 0.1 } ]", "RATE3006 0.1")]
    [InlineData("\"flex\": { \"input\": 0.1 }", "RATE3006 0.1")]
    [InlineData("\"flex\": { \"price\": 0.1 }", "RATE3006 0.1")]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"output\": 9 }, { \"above\": \"400K\", \"input\": 0.1 } ]", "RATE3006 0.1")]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"input\": 6 } ], \"flex\": { \"cachedInput\": 5 }", "RATE3006 5")]
    [InlineData("\"flex\": { \"cachedInput\": 0.01, \"contexts\": [ { \"above\": \"200K\", \"cachedInput\": 4 } ] }", "RATE3006 4")]
    [InlineData("\"cachedInputAudio\": 4", "RATE3006 4")]
    [InlineData("\"cachedInputImage\": 3.01", "RATE3006 3.01")]
    [InlineData("\"inputAudio\": 2, \"cachedInputAudio\": 3", "RATE3006 3")]
    [InlineData("\"cachedInputAudio\": 2, \"contexts\": [ { \"above\": \"200K\", \"input\": 1 } ]", "RATE3006 1")]
    [InlineData("\"cachedInputAudio\": 2, \"contexts\": [ { \"above\": \"200K\", \"inputAudio\": 1 } ]", "RATE3006 1")]
    public void A_cache_hit_costs_no_more_than_a_miss_from_whichever_lists_the_two_prices_come(string conditions, string expected)
    {
        var card = SampleCards.WithModel($$""" "input": 3, "cachedInput": 0.3, "output": 9, {{conditions}} """);

        Assert.Equal([expected], CardReport.TargetsOf(card));
    }

    [Theory]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"cachedInput\": 3 } ]")]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"input\": 6, \"cachedInput\": 5 } ]")]
    [InlineData("\"flex\": { \"input\": 0.1, \"cachedInput\": 0.1 }")]
    [InlineData("\"flex\": { \"input\": 0.3 }")]
    [InlineData("\"cachedInputAudio\": 3")]
    [InlineData("\"inputAudio\": 5, \"cachedInputAudio\": 4")]
    [InlineData("\"inputAudio\": 5, \"contexts\": [ { \"above\": \"200K\", \"input\": 4, \"cachedInputAudio\": 5 } ]")]
    public void A_cache_hit_may_cost_as_much_as_a_miss(string conditions) =>
        Assert.Empty(CardReport.ErrorsOf(SampleCards.WithModel($$""" "input": 3, "cachedInput": 0.3, "output": 9, {{conditions}} """)));

    [Theory]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"input\": 6 }, { \"above\": \"1M\", \"unpriced\": true } ], \"flex\": { \"cachedInput\": 0.2, \"contexts\": [ { \"above\": \"200K\", \"cachedInput\": 4 } ] }")]
    [InlineData("\"contexts\": [ { \"above\": \"200K\", \"input\": 6, \"cachedInput\": 4 } ], \"flex\": { \"input\": 2, \"contexts\": [ { \"above\": \"200K\", \"unpriced\": true } ] }")]
    public void Prices_do_not_meet_where_requests_have_none(string conditions) =>
        Assert.Empty(CardReport.ErrorsOf(SampleCards.WithModel($$""" "input": 3, "cachedInput": 0.3, "output": 9, {{conditions}} """)));

    [Fact]
    public void A_cache_hit_that_costs_more_is_told_with_both_prices() => Assert.EndsWith(
        "'cachedInput' costs 5, more than 'input' at 3: a cache hit would cost more than a miss; have the two changed places?",
        Assert.Single(CardReport.Of(SampleCards.WithModel(
            """ "input": 3, "cachedInput": 0.3, "output": 9, "contexts": [ { "above": "200K", "cachedInput": 5 }, { "above": "400K", "output": 10 } ] """))),
        StringComparison.Ordinal);

    [Fact]
    public void No_two_regions_differ_only_by_case_unless_they_cost_the_same()
    {
        Assert.Equal(["RATE4001 \"EU\""], CardReport.TargetsOf(SampleCards.WithModel(""" "price": 1, "regions": { "eu": 1.1, "us": 1.2, "EU": 1.3 } """)));
        Assert.Empty(CardReport.Of(SampleCards.WithModel(""" "price": 1, "regions": { "eu": 1.1, "EU": 1.1 } """)));
    }

    private static string MessageOf(string card)
    {
        var line = Assert.Single(CardReport.Of(card));
        return line[line.IndexOf(": error ", StringComparison.Ordinal)..];
    }

    private static string Until(string? end, string windows) => SampleCards
        .WithModel($$""" "windows": [ {{windows}} ] """)
        .Replace("\"from\": \"2025-01-01\"", end is null ? "\"from\": \"2025-01-01\"" : $"\"from\": \"2025-01-01\", \"until\": \"{end}\"", StringComparison.Ordinal);
}
