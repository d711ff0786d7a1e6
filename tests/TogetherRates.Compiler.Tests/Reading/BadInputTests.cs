using System.Globalization;

namespace TogetherRates.Compiler.Tests.Reading;

public class BadInputTests
{
    public static TheoryData<string, string[]> NotACard => new()
    {
        { "", ["RATE1001 at 1,1"] },
        { " \n\t", ["RATE1001 at 1,1"] },
        { "\uFEFF", ["RATE1001 at 1,1"] },
        { "prices", ["RATE1001 at 1,1"] },
        { "[]", ["RATE1004 at 1,1"] },
        { "\n  [ { \"ratecard\": 1 } ]", ["RATE1004 at 2,3"] },
        { "\"Together\"", ["RATE1004 at 1,1"] },
        { "42", ["RATE1004 at 1,1"] },
        { "true", ["RATE1004 at 1,1"] },
        { "null", ["RATE1004 at 1,1"] },
        { "{}", ["RATE1003 at 1,1", "RATE1003 at 1,1", "RATE1003 at 1,1", "RATE1003 at 1,1", "RATE1003 at 1,1"] },
    };

    [Theory]
    [MemberData(nameof(NotACard))]
    public void What_is_no_card_is_refused_at_its_place(string text, string[] expected)
    {
        Assert.Equal(expected, CardReport.PlacesOf(text));
        Assert.False(CardCompiler.Read(text).IsValid);
    }

    [Fact]
    public void Ten_megabytes_of_brackets_are_refused_where_they_get_too_deep()
    {
        var places = CardReport.PlacesOf(new string('[', 10 * 1024 * 1024));

        Assert.Equal(["RATE1008 at 1,65"], places);
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing_but_the_column() =>
        Assert.Equal(CardCompiler.Read(SampleCards.Together).Card, CardCompiler.Read("\uFEFF" + SampleCards.Together).Card);

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        const string card =
            """
            {
              "ratecard": 2,
              "provider": "",
              "currency": 840,
              "effective": { "from": "January", "to": "2025-02-01" },
              "rounding": { "digits": 2.5, "mode": "nearest" },
              "serverless": [],
            }
            """;

        Assert.Equal(
            [
                "RATE1009 at 2,15", "RATE1012 at 3,15", "RATE1004 at 4,15", "RATE5001 at 5,26", "RATE1002 at 5,37", "RATE1006 at 6,27",
                "RATE1010 at 6,40", "RATE1004 at 7,17", "RATE1001 at 7,19",
            ],
            CardReport.PlacesOf(card));
    }

    [Theory]
    [InlineData("NaN", "RATE1001 NaN")]
    [InlineData("Infinity", "RATE1001 Infinity")]
    [InlineData("0x10", "RATE1001 0x10")]
    [InlineData("\"NaN\"", "RATE1006 \"NaN\"")]
    [InlineData("\"\"", "RATE1006 \"\"")]
    [InlineData("\" 0.10\"", "RATE1006 \" 0.10\"")]
    [InlineData("\"$0.10\"", "RATE1006 \"$0.10\"")]
    [InlineData("\"0,10\"", "RATE1006 \"0,10\"")]
    [InlineData("\"٠.١\"", "RATE1006 \"٠.١\"")]
    [InlineData("1e400", "RATE1006 1e400")]
    [InlineData("1e-400", "RATE1006 1e-400")]
    [InlineData("1e99999999999999999999", "RATE1006 1e99999999999999999999")]
    [InlineData("1e300", "RATE3004 1e300")]
    [InlineData("1e-300", "RATE3003 1e-300")]
    [InlineData("0.1234567890123456789012345678901234567891", "RATE3003 0.1234567890123456789012345678901234567891")]
    [InlineData("1234567890123456789012345678901234567891", "RATE3004 1234567890123456789012345678901234567891")]
    [InlineData("-0.10", "RATE3001 -0.10")]
    [InlineData("0", "RATE3002 0")]
    [InlineData("-0", "RATE3002 -0")]
    [InlineData("0e10", "RATE3002 0e10")]
    [InlineData("true", "RATE1004 true")]
    [InlineData("null", "RATE1004 null")]
    [InlineData("{}", "RATE1004 {}")]
    [InlineData("[0.10]", "RATE1004 [0.10]")]
    public void A_price_that_is_none_is_refused_at_the_very_value(string price, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithModel($"\"price\": {price}")));

    [Fact]
    public void A_number_of_401_digits_is_refused() => Assert.Equal(
        ["RATE1006 0." + new string('1', 400)],
        CardReport.TargetsOf(SampleCards.WithModel($"\"price\": 0.{new string('1', 400)}")));

    [Theory]
    [InlineData("4", "RATE1004 4")]
    [InlineData("\"4\"", "RATE1007 \"4\"")]
    [InlineData("\"B\"", "RATE1007 \"B\"")]
    [InlineData("\"4b\"", "RATE1007 \"4b\"")]
    [InlineData("\"4 B\"", "RATE1007 \"4 B\"")]
    [InlineData("\"4G\"", "RATE1007 \"4G\"")]
    [InlineData("\"0B\"", "RATE1007 \"0B\"")]
    [InlineData("\"-4B\"", "RATE1007 \"-4B\"")]
    [InlineData("\"4,1B\"", "RATE1007 \"4,1B\"")]
    [InlineData("\"0.0000000001B\"", "RATE1007 \"0.0000000001B\"")]
    [InlineData("\"10000000T\"", "RATE1007 \"10000000T\"")]
    [InlineData("\"9223372.036854775807T\"", "RATE1007 \"9223372.036854775807T\"")]
    public void A_size_that_is_none_is_refused(string size, string expected) =>
        Assert.Equal([expected], CardReport.TargetsOf(SampleCards.WithTable($$""" "above": "unpriced", "tiers": [ { "upTo": {{size}}, "price": 1 } ] """)));

    [Theory]
    [InlineData("\"1M\"")]
    [InlineData("\"M tokens\"")]
    [InlineData("\"1X tokens\"")]
    [InlineData("\"-1 tokens\"")]
    [InlineData("\"0 tokens\"")]
    [InlineData("\"0.5 tokens\"")]
    [InlineData("\"1M  tokens\"")]
    [InlineData("\"1M characters\"")]
    [InlineData("\"hour\"")]
    public void A_quantity_that_is_none_is_refused(string per) =>
        Assert.Equal(["RATE1007 " + per], CardReport.TargetsOf(SampleCards.WithModel($"\"per\": {per}, \"price\": 1")));

    [Theory]
    [InlineData("50")]
    [InlineData("\"50\"")]
    [InlineData("\"half\"")]
    [InlineData("\"%\"")]
    [InlineData("\"50 %\"")]
    public void A_discount_that_is_none_is_refused(string batch)
    {
        var problem = Assert.Single(CardReport.TargetsOf(SampleCards.WithModel($"\"price\": 1, \"batch\": {batch}")));
        Assert.Matches("^RATE100[47] " + batch + "$", problem);
    }

    [Theory]
    [InlineData("2025-1-1")]
    [InlineData("01/02/2025")]
    [InlineData("2025-02-30")]
    [InlineData("2025-01-01T08:00:00+01:00")]
    [InlineData("2025-01-01T08:00:00")]
    [InlineData("20250101")]
    [InlineData("٢٠٢٥-٠١-٠١")]
    public void A_date_that_is_none_is_refused(string date) => Assert.Equal(
        ["RATE5001 \"" + date + "\""],
        CardReport.TargetsOf(SampleCards.WithModel("\"price\": 1").Replace("2025-01-01", date, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" acme/one")]
    [InlineData("acme/one ")]
    [InlineData("acme\\u0000one")]
    [InlineData("acme\\none")]
    [InlineData("acme\\u0085one")]
    [InlineData("acme\\u2028one")]
    [InlineData("acme\\u200Fone")]
    [InlineData("acme\\u202Eone")]
    [InlineData("acme\\uFEFFone")]
    [InlineData("acme/\\uD800")]
    [InlineData("acme/\\uDC00\\uD800")]
    [InlineData("acme/\\uDB40\\uDC41")]
    [InlineData("acme/\\uFFFF")]
    [InlineData("acme/x\\uFE0F")]
    [InlineData("acme/x\\u034F")]
    [InlineData("acme/x\\u3164")]
    [InlineData("acme/\\u2800")]
    [InlineData("acme/x\\uDB40\\uDD00")]
    public void An_id_that_cannot_be_seen_or_typed_is_refused_wherever_it_stands(string id)
    {
        Assert.Equal([$"RATE1012 \"{id}\""], CardReport.TargetsOf(SampleCards.WithServerless($$""" "models": { "{{id}}": { "price": 1 } } """)));
        Assert.Equal([$"RATE1012 \"{id}\""], CardReport.TargetsOf(SampleCards.WithModel($$""" "price": 1, "aliases": [ "{{id}}" ] """)));
        Assert.Equal([$"RATE1012 \"{id}\""], CardReport.TargetsOf(SampleCards.WithModel($$""" "variants": { "{{id}}": 1 } """)));
        Assert.Equal([$"RATE1012 \"{id}\""], CardReport.TargetsOf(SampleCards.WithModel($$""" "variants": { "Pro": { "id": "{{id}}", "price": 1 } } """)));
        Assert.Equal([$"RATE1012 \"{id}\""], CardReport.TargetsOf(SampleCards.WithServerless($$""" "sizes": { "{{id}}": { "tiers": [ { "price": 1 } ] } } """)));
    }

    [Fact]
    public void An_id_of_two_hundred_characters_is_the_longest()
    {
        Assert.Empty(CardReport.Of(Model(200)));
        Assert.Equal(["RATE1012 at 8,17"], CardReport.PlacesOf(Model(201)));
        Assert.Equal(["RATE1012 at 8,17"], CardReport.PlacesOf(Model(1000)));

        static string Model(int length) =>
            SampleCards.WithServerless($$"""  "models": { "{{new string('x', length)}}": { "price": 1 } }  """.Trim());
    }

    [Fact]
    public void Fifty_thousand_models_are_the_most()
    {
        var models = string.Join(",\n", Enumerable.Range(1, 50_001).Select(i => $"\"m{i}\": {{ \"price\": 1 }}"));

        Assert.Equal(["RATE1008 \"m50001\""], CardReport.TargetsOf(SampleCards.WithServerless($$"""  "models": { {{models}} }  """)));
    }

    [Fact]
    public void A_message_never_holds_what_could_upset_a_terminal_or_a_source_file()
    {
        const string Name = "\\u001b[31m\\u0085\\u2028\\u202e\\udb40\\udc41";

        var message = Assert.Single(CardCompiler.Read(SampleCards.WithModel($"\"price\": 1, \"{Name}\": 1")).Problems).Message;

        Assert.DoesNotContain(message, c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator);
        Assert.DoesNotContain("\U000E0041", message, StringComparison.Ordinal);
        Assert.Contains("[31m", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_stays_short_however_long_the_text_is()
    {
        var name = new string('x', 1_000_000);

        foreach (var card in new[]
        {
            SampleCards.WithModel($"\"price\": 1, \"{name}\": 1"),
            SampleCards.WithModel($"\"price\": \"{name}\""),
            SampleCards.WithModel($"\"price\": 1, \"per\": \"{name}\""),
            SampleCards.WithModel($"\"price\": 1, \"{name}\": 1, \"{name}\": 2"),
            SampleCards.WithModel($"\"price\": {name}"),
            SampleCards.WithModel("\"price\": 1e300"),
            SampleCards.WithModel("\"price\": -1e300"),
            SampleCards.WithModel("\"price\": 1e-300"),
            SampleCards.WithModel("\"price\": 1, \"cachedInput\": 2e10"),
            SampleCards.WithServerless("", $"\"{name}\": 1,"),
            SampleCards.WithServerless("").Replace("USD", name, StringComparison.Ordinal),
        })
        {
            Assert.All(CardCompiler.Read(card).Problems, problem => Assert.InRange(problem.Message.Length, 10, 600));
        }
    }
}
