using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Tests.Json;

public class JsonReaderTests
{
    [Fact]
    public void Values_keep_their_place_and_numbers_their_text()
    {
        const string text = """{ "price": 0.10, "per": "1M tokens", "free": false, "note": null, "tiers": [1e-7] }""";

        JsonDocument document = JsonReader.Read(text);

        Assert.Empty(document.Errors);
        JsonObject card = Assert.IsType<JsonObject>(document.Root);
        Assert.Equal(["price", "per", "free", "note", "tiers"], card.Properties.Select(property => property.Name));
        Assert.Equal("0.10", Assert.IsType<JsonNumber>(card.TryGet("price")!).Text);
        Assert.Equal("1M tokens", Assert.IsType<JsonString>(card.TryGet("per")!).Value);
        Assert.Equal(JsonKind.False, card.TryGet("free")!.Kind);
        Assert.Equal(JsonKind.Null, card.TryGet("note")!.Kind);
        Assert.Equal("[1e-7]", Slice(text, card.TryGet("tiers")!.Span));
        Assert.Equal("\"per\"", Slice(text, card.TryGet("per")!.NameSpan));
        Assert.Equal(text, Slice(text, card.Span));
    }

    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[]", "an array")]
    [InlineData("\"\"", "a string")]
    [InlineData("-1", "a number")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    [InlineData("", "no value")]
    public void A_value_says_what_it_is(string text, string description) =>
        Assert.Equal(description, JsonReader.Read(text).Root.Description);

    [Fact]
    public void A_byte_order_mark_is_skipped_and_counts_in_the_offsets()
    {
        JsonDocument document = JsonReader.Read("\uFEFF{}");

        Assert.Empty(document.Errors);
        Assert.Equal(new TextSpan(1, 2), document.Root.Span);
    }

    [Theory]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00Ff\"", "\"\\/\b\f\n\r\tA\u00ff")]
    public void Escapes_are_resolved(string text, string value)
    {
        JsonDocument document = JsonReader.Read(text);

        Assert.Empty(document.Errors);
        Assert.Equal(value, Assert.IsType<JsonString>(document.Root).Value);
    }

    [Fact]
    public void A_lone_surrogate_is_kept_as_it_is()
    {
        JsonArray array = Assert.IsType<JsonArray>(JsonReader.Read("[\"\\ud83d\", \"\ude00\"]").Root);

        Assert.Equal('\ud83d', Assert.Single(Assert.IsType<JsonString>(array.Items[0]).Value));
        Assert.Equal('\ude00', Assert.Single(Assert.IsType<JsonString>(array.Items[1]).Value));
    }

    [Fact]
    public void Equal_names_and_numbers_share_one_string()
    {
        JsonArray models = Assert.IsType<JsonArray>(JsonReader.Read("""[{ "input": 0.10 }, { "input": 0.10 }]""").Root);
        JsonNode first = Assert.IsType<JsonObject>(models.Items[0]).Properties.First();
        JsonNode second = Assert.IsType<JsonObject>(models.Items[1]).Properties.First();

        Assert.Same(first.Name, second.Name);
        Assert.Same(Assert.IsType<JsonNumber>(first).Text, Assert.IsType<JsonNumber>(second).Text);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3_000)]
    public void Each_property_is_found_by_its_name_and_knows_it(int count)
    {
        string text = "{" + string.Join(",", Enumerable.Range(0, count).Select(i => $"\"m{i:D4}\": {i}")) + "}";

        JsonObject models = Assert.IsType<JsonObject>(JsonReader.Read(text).Root);

        Assert.All(models.Properties, property => Assert.Same(property, models.TryGet(property.Name)));
        Assert.All(models.Properties, property => Assert.Equal($"\"{property.Name}\"", Slice(text, property.NameSpan)));
        Assert.Null(models.TryGet("m"));
        Assert.Equal("", models.Name);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3_000)]
    public void The_first_of_two_equal_names_wins_and_the_second_is_reported(int count)
    {
        string names = string.Concat(Enumerable.Range(0, count).Select(i => $"\"m{i}\": {i},\n"));
        string text = "{" + names + "\"m1\": -1}";

        JsonDocument document = JsonReader.Read(text);

        JsonObject models = Assert.IsType<JsonObject>(document.Root);
        Assert.Equal(count + 1, models.Properties.Count);
        Assert.Equal("1", Assert.IsType<JsonNumber>(models.TryGet("m1")!).Text);
        JsonError error = Assert.Single(document.Errors);
        Assert.Equal(JsonErrorKind.DuplicateKey, error.Kind);
        Assert.Equal(new TextSpan(text.LastIndexOf("\"m1\"", StringComparison.Ordinal), 4), error.Span);
        Assert.Equal("'m1' stands already on line 2 in the same object; remove or rename one of them", error.Message);
    }

    [Fact]
    public void Names_that_differ_only_in_how_they_are_escaped_are_equal()
    {
        JsonError error = Assert.Single(JsonReader.Read("""{ "a": 1, "\u0061": 2 }""").Errors);

        Assert.Equal((JsonErrorKind.DuplicateKey, new TextSpan(10, 8)), (error.Kind, error.Span));
    }

    [Fact]
    public void The_deepest_nesting_allowed_is_read()
    {
        string text = new string('[', JsonReader.MaxDepth) + new string(']', JsonReader.MaxDepth);

        Assert.Empty(JsonReader.Read(text).Errors);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"a\":")]
    public void Nesting_beyond_the_limit_is_one_error_at_the_bracket_and_ends_the_reading(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));
        int[] brackets = [.. Enumerable.Range(0, 1_000).Where(i => text[i] is '[' or '{')];

        JsonError error = Assert.Single(JsonReader.Read(text).Errors);

        Assert.Equal((JsonErrorKind.TooDeep, new TextSpan(brackets[JsonReader.MaxDepth], 1)), (error.Kind, error.Span));
        Assert.Equal("this is more than 64 levels deep, and no rate card needs that; the rest of the file is not read", error.Message);
    }

    [Fact]
    public void Errors_before_the_nesting_limit_are_kept()
    {
        JsonDocument document = JsonReader.Read("[+1, " + new string('[', 100));

        Assert.Equal([JsonErrorKind.Syntax, JsonErrorKind.TooDeep], document.Errors.Select(error => error.Kind));
    }

    [Fact]
    public void A_text_beyond_the_size_limit_is_not_read()
    {
        JsonDocument document = JsonReader.Read(new string('{', JsonReader.MaxLength + 1));

        JsonError error = Assert.Single(document.Errors);
        Assert.Equal((JsonErrorKind.TooLarge, new TextSpan(0, 0)), (error.Kind, error.Span));
        Assert.Equal("the file has 67,108,865 characters, and a rate card may have 67,108,864; split it into smaller cards", error.Message);
        Assert.IsType<JsonMissing>(document.Root);
    }

    [Fact]
    public void Only_so_many_errors_are_listed_and_the_last_one_says_so()
    {
        string hundred = "[" + string.Join(",", Enumerable.Repeat("+1", JsonReader.MaxErrors)) + "]";
        string more = "[" + string.Join(",", Enumerable.Repeat("+1", 5 * JsonReader.MaxErrors)) + "]";

        Assert.Equal(JsonReader.MaxErrors, JsonReader.Read(hundred).Errors.Count);
        IReadOnlyList<JsonError> errors = JsonReader.Read(more).Errors;
        Assert.Equal(JsonReader.MaxErrors + 1, errors.Count);
        Assert.Equal("more errors are not listed; mend the first 100, then check again", errors[^1].Message);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("\"")]
    [InlineData("\"\\q")]
    [InlineData("[}")]
    [InlineData("{\"a\":[}")]
    [InlineData("{\"a:'b:'")]
    [InlineData("{x ")]
    [InlineData("/**/")]
    [InlineData("#\n")]
    [InlineData(" \u00a0")]
    [InlineData("x")]
    [InlineData("{\"a\" \"b\"")]
    [InlineData("1 \"")]
    public void A_large_file_of_rubbish_is_refused_and_the_list_stays_short(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));

        IReadOnlyList<JsonError> bare = JsonReader.Read(text).Errors;
        IReadOnlyList<JsonError> inObject = JsonReader.Read("{ \"a\": 1 " + text).Errors;
        IReadOnlyList<JsonError> inArray = JsonReader.Read("{ \"a\": [ 1 " + text).Errors;

        Assert.InRange(bare.Count, 1, JsonReader.MaxErrors + 1);
        Assert.InRange(inObject.Count, 1, JsonReader.MaxErrors + 1);
        Assert.InRange(inArray.Count, 1, JsonReader.MaxErrors + 1);
    }

    [Fact]
    public void A_cancelled_reading_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => JsonReader.Read("{}", source.Token));
    }

    private static string Slice(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
