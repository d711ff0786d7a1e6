using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Tests.Json;

/// <summary>One mistake, one error: where it is and what it says.</summary>
public class JsonErrorTests
{
    [Theory]
    [InlineData("", 0, 0, "the file is empty; a rate card is a JSON object")]
    [InlineData(" \r\n ", 0, 0, "the file is empty; a rate card is a JSON object")]
    [InlineData("hello world", 0, 5, "'hello' is not a JSON value; put it in double quotes if it is text")]
    [InlineData("]", 0, 1, "expected a value, but found ']'")]
    [InlineData("{} {}", 3, 1, "found '{' after the end of the card; a file holds one value, so remove this or check the brackets before it")]
    [InlineData("{}}", 2, 1, "found '}' after the end of the card; a file holds one value, so remove this or check the brackets before it")]
    [InlineData("\"a\": 1", 3, 1, "found ':' after the end of the card; a file holds one value, so remove this or check the brackets before it")]
    public void Around_the_card(string text, int start, int length, string message) => AssertOnly(text, start, length, message);

    [Theory]
    [InlineData("{ \"a\": 1 \"b\": 2 }", 8, 0, "expected ',' before the next property; add one after the value that ends here")]
    [InlineData("[1 2]", 2, 0, "expected ',' before the next item; add one after the value that ends here")]
    [InlineData("{ \"a\": 1, }", 8, 1, "nothing follows this comma but '}'; remove it")]
    [InlineData("[1,]", 2, 1, "nothing follows this comma but ']'; remove it")]
    [InlineData("[1,,2]", 3, 1, "there is nothing before this ','; remove it")]
    [InlineData("[,]", 1, 1, "there is nothing before this ','; remove it")]
    [InlineData("[1,,]", 3, 1, "there is nothing before this ','; remove it")]
    [InlineData("{ \"a\": 1,, \"b\": 2 }", 9, 1, "there is nothing before this ','; remove it")]
    [InlineData("{ \"a\": 1; \"b\": 2 }", 8, 1, "values are separated by ',' and not by ';'")]
    [InlineData("[1;2]", 2, 1, "values are separated by ',' and not by ';'")]
    public void Commas(string text, int start, int length, string message) => AssertOnly(text, start, length, message);

    [Theory]
    [InlineData("{ \"a\" 1 }", 5, 0, "expected ':' after the property name; add it here")]
    [InlineData("{ \"a\"; 1 }", 5, 1, "expected ':' between a property name and its value, but found ';'")]
    [InlineData("{ \"a\":: 1 }", 6, 1, "expected a value after ':', but found ':'; remove it")]
    [InlineData("{ \"a\": ] 1 }", 7, 1, "expected a value after ':', but found ']'; remove it")]
    [InlineData("{ \"a\": the \"best\" model, \"b\": 1 }", 7, 3, "'the' is not a JSON value; put it in double quotes if it is text")]
    [InlineData("{ \"a\" = 1 }", 6, 1, "expected ':' between a property name and its value, but found '='")]
    [InlineData("{ \"a\" }", 5, 0, "expected ':' and a value after the property name")]
    [InlineData("{ \"a\", \"b\": 1 }", 5, 0, "expected ':' and a value after the property name")]
    [InlineData("{ \"a\"\n\"b\": 1 }", 5, 0, "expected ':' and a value after the property name")]
    [InlineData("{ \"a\": }", 6, 0, "expected a value after ':'")]
    [InlineData("{ \"a\": , \"b\": 1 }", 6, 0, "expected a value after ':'")]
    [InlineData("{ \"a\":\n\"b\": 1 }", 6, 0, "expected a value after ':'")]
    [InlineData("{ \"a\": 1: 2 }", 8, 1, "expected ',' or '}' after the value, but found ':'")]
    [InlineData("{ \"a\": 1 000 }", 9, 3, "expected ',' or '}' after the value, but found '000'")]
    [InlineData("{ \"a\": 1 {} }", 9, 1, "expected ',' or '}' after the value, but found '{'")]
    [InlineData("{ : 1 }", 2, 1, "expected a property name in double quotes before ':'")]
    [InlineData("{ a: 1 }", 2, 1, "a property name stands in double quotes; put them around 'a'")]
    [InlineData("{ a }", 2, 1, "expected a property name in double quotes, but found 'a'")]
    [InlineData("{ [1] }", 2, 1, "expected a property name in double quotes and ':' before '['")]
    [InlineData("{ \"a\": 1,000 }", 9, 3, "expected a property name in double quotes, but found '000'; a number has no decimal comma and no thousands separator")]
    [InlineData("[\"a\": 1, \"b\": 2]", 4, 1, "an array has no property names; write '{' for the '[' on line 1 and '}' for its ']', or remove the name")]
    public void Names_and_values(string text, int start, int length, string message) => AssertOnly(text, start, length, message);

    [Theory]
    [InlineData("[1,\n{\"a\":[2,\n3 \n", 14, 0, "the file ends inside the array that starts on line 2; add ']}]' to close all that is open")]
    [InlineData("{\"a\": 1,", 8, 0, "the file ends inside the object that starts on line 1; add '}' to close all that is open")]
    [InlineData("{\"a\":", 5, 0, "the file ends inside the object that starts on line 1; add '}' to close all that is open")]
    [InlineData("{\"a\"", 4, 0, "the file ends inside the object that starts on line 1; add '}' to close all that is open")]
    [InlineData("{ \"a\": [1, 2 }", 13, 1, "expected ']' before this '}', to close the array that starts on line 1")]
    [InlineData("{ \"a\": [1, 2}, \"b\": 3 }", 12, 1, "expected ']' and not '}', to close the array that starts on line 1")]
    [InlineData("{ \"a\": { \"x\": 1 ], \"b\": 3 }", 16, 1, "expected '}' and not ']', to close the object that starts on line 1")]
    [InlineData("{ \"t\": [{ \"u\": 1 }\n\"above\": 3 }", 18, 0, "expected ']' here, to close the array that starts on line 1")]
    [InlineData("{ \"t\": [{ \"u\": 1 },\n\"above\": 3 }", 18, 0, "expected ']' here, to close the array that starts on line 1")]
    [InlineData("[{ \"a\": 1\n{ \"b\": 2 }]", 9, 0, "expected '}' here, to close the object that starts on line 1")]
    [InlineData("{ \"a\": \"x\": 1 }, \"b\": 2 }", 7, 0, "expected '{' before the first property of an object")]
    [InlineData("{ \"t\": [\"u\": 1 }, { \"u\": 2 }] }", 8, 0, "expected '{' before the first property of an object")]
    [InlineData("{ \"t\": { \"u\": 1 }, { \"u\": 2 }], \"b\": 3 }", 19, 0, "several values follow one property name; write '[' before the first of them")]
    [InlineData("{ \"a\": 1 }, \"b\": 2 }", 9, 1, "the file has more '}' than '{'; remove this one, or open what it is to close")]
    [InlineData("{ \"a\": 1 ], \"b\": 2 }", 9, 1, "the file has more ']' than '['; remove this one, or open what it is to close")]
    [InlineData("[{ \"a\": 1,\n{ \"b\": 2 }]", 9, 0, "expected '}' here, to close the object that starts on line 1")]
    public void Brackets(string text, int start, int length, string message) => AssertOnly(text, start, length, message);

    [Theory]
    [InlineData("{ \"a\": \"x\n, \"b\": 1 }", 7, 2)]
    [InlineData("{ \"a\": \"x,\n \"b\": 1 }", 7, 2)]
    [InlineData("{ \"a: 1,\r\n \"b\": 1 }", 2, 2)]
    [InlineData("{ \"a: \"x\", \"b\": \"y\" }", 2, 2)]
    [InlineData("{ \"a\": [\"x, \"y\"],\n \"b\": 1 }", 8, 2)]
    [InlineData("{ \"a\": { \"b\": \"x }, \"c\": \"y\" }", 14, 2)]
    [InlineData("{ \"a\": \"x", 7, 2)]
    [InlineData("[\"x]", 1, 2)]
    [InlineData("['x]", 1, 2)]
    [InlineData("[\"x\\\n]", 1, 3)]
    public void Unclosed_strings(string text, int start, int length) =>
        AssertOnly(text, start, length, "this string is not closed; add the missing '\"'");

    [Theory]
    [InlineData("{ a\": \"x\",\n \"b\": 1 }", 2, 2)]
    [InlineData("{ \"a\": value\",\n \"b\": 1 }", 7, 6)]
    [InlineData("{ \"a\": 1M tokens\", \"b\": \"x\" }", 7, 10)]
    [InlineData("[\"a\", b\", \"c\"]", 6, 2)]
    public void Unopened_strings(string text, int start, int length) =>
        AssertOnly(text, start, length, "this string is not opened; add the missing '\"' before it");

    [Theory]
    [InlineData("{ \"a\"\": \"x\" }", 5)]
    [InlineData("{ \"\"a\": \"x\" }", 2)]
    [InlineData("{ \"a\": \"x\"\" }", 10)]
    [InlineData("{ \"a\": \"\"x\" }", 7)]
    public void Extra_quotes(string text, int start) => AssertOnly(text, start, 1, "this quote is one too many; remove it");

    [Theory]
    [InlineData("[\"a\\qb\"]", 3, 2, "JSON has no escape '\\q'; write \\\\ for a backslash")]
    [InlineData("[\"\\u12\"]", 2, 4, "'\\u12' has 2 of the 4 hexadecimal digits that \\u needs; write them all, or \\\\ for a backslash")]
    [InlineData("[\"a\tb\"]", 3, 1, "the control character U+0009 cannot stand in a string; write \\t")]
    [InlineData("[\"a\u001fb\"]", 3, 1, "the control character U+001F cannot stand in a string; write \\u001f")]
    [InlineData("['it\\'s']", 1, 7, "a string stands in double quotes; write \" for '")]
    [InlineData("{ 'a': 1 }", 2, 3, "a string stands in double quotes; write \" for '")]
    public void Strings(string text, int start, int length, string message) => AssertOnly(text, start, length, message);

    [Theory]
    [InlineData("007", "a number has no extra zeros before it; write 7")]
    [InlineData("-00.5", "a number has no extra zeros before it; write -0.5")]
    [InlineData("+1.5", "a number has no '+' before it; write 1.5")]
    [InlineData(".5", "a number has a digit before its point; write 0.5")]
    [InlineData("-.5", "a number has a digit before its point; write -0.5")]
    [InlineData("1.", "a number has a digit after its point; add it, or write 1")]
    [InlineData("1.e5", "a number has a digit after its point; add it, or write 1e5")]
    [InlineData("NaN", "JSON has no number 'NaN'; write the number, or leave the property out if there is none")]
    [InlineData("-Infinity", "JSON has no number '-Infinity'; write the number, or leave the property out if there is none")]
    [InlineData("1.5B", "'1.5B' is not a number; write plain digits, or put it in double quotes if it is text")]
    [InlineData("1e", "'1e' is not a number; write plain digits, or put it in double quotes if it is text")]
    [InlineData("-", "'-' is not a number; write plain digits, or put it in double quotes if it is text")]
    [InlineData("0x10", "'0x10' is not a number; write plain digits, or put it in double quotes if it is text")]
    [InlineData("tru", "'tru' is not a JSON value; write true")]
    [InlineData("Null", "'Null' is not a JSON value; write null")]
    [InlineData("trueish", "'trueish' is not a JSON value; put it in double quotes if it is text")]
    [InlineData("$0.10", "'$0.10' is not a JSON value; put it in double quotes if it is text")]
    [InlineData("\u0001", "'\ufffd' is not a JSON value; put it in double quotes if it is text")]
    public void Words_and_numbers(string word, string message)
    {
        AssertOnly("[" + word + "]", 1, word.Length, message);
        AssertOnly("{ \"a\": " + word + ", \"b\": 1 }", 7, word.Length, message);
    }

    [Fact]
    public void A_long_word_is_shortened_in_its_message() =>
        AssertOnly(new string('w', 100_000), 0, 100_000, $"'{new string('w', 40)}…' is not a JSON value; put it in double quotes if it is text");

    [Fact]
    public void A_text_of_several_words_is_one_mistake() =>
        AssertOnly("{ \"provider\": Together AI of 2025, \"b\": 1 }", 14, 8, "'Together' is not a JSON value; put it in double quotes if it is text");

    [Theory]
    [InlineData("[1 // one\n]", 3, 6, "JSON has no comments; remove it")]
    [InlineData("[/* one */ 1]", 1, 9, "JSON has no comments; remove it")]
    [InlineData("# a card\r\n{}", 0, 8, "JSON has no comments; remove it")]
    [InlineData("[1 /* one ]", 3, 2, "JSON has no comments, and this one is never closed; remove it")]
    [InlineData("[\u00a0\u00a01]", 1, 2, "U+00A0 is not white space in JSON; replace it with an ordinary space")]
    [InlineData("[1\u200b]", 2, 1, "U+200B is not white space in JSON; replace it with an ordinary space")]
    public void Comments_and_spaces(string text, int start, int length, string message) => AssertOnly(text, start, length, message);

    [Fact]
    public void All_mistakes_of_a_card_are_found_at_their_places()
    {
        const string card = """
            {
              "ratecard": 1
              "provider": "Together AI,
              'currency': "USD",
              "serverless": {
                "tiers": [
                  { "upTo": "4B", "price": .10 },
                  { "from": "4.1B" "price": 0.20, },
                ]
              },
              models: { "a": }
            } // the end
            """;

        JsonDocument document = JsonReader.Read(card);

        var lines = new LineMap(card);
        Assert.Equal(
            [
                "2,16: expected ',' before the next property; add one after the value that ends here",
                "3,15: this string is not closed; add the missing '\"'",
                "4,3: a string stands in double quotes; write \" for '",
                "7,32: a number has a digit before its point; write 0.10",
                "8,23: expected ',' before the next property; add one after the value that ends here",
                "8,37: nothing follows this comma but '}'; remove it",
                "8,40: nothing follows this comma but ']'; remove it",
                "11,3: a property name stands in double quotes; put them around 'models'",
                "11,17: expected a value after ':'",
                "12,3: JSON has no comments; remove it",
            ],
            document.Errors.Select(error => $"{lines.PositionOf(error.Span.Start).Line},{lines.PositionOf(error.Span.Start).Column}: {error.Message}"));
        JsonObject root = Assert.IsType<JsonObject>(document.Root);
        Assert.Equal(["ratecard", "provider", "currency", "serverless", "models"], root.Properties.Select(property => property.Name));
        Assert.Equal("Together AI", Assert.IsType<JsonString>(root.TryGet("provider")!).Value);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData(",")]
    [InlineData(":")]
    [InlineData("\"")]
    public void One_character_left_out_of_a_card_is_one_error(string character)
    {
        const string card = """
            {
              "ratecard": 1,
              "effective": { "from": "2025-01-01" },
              "serverless": {
                "sizes": {
                  "Dense": {
                    "per": "1M tokens", "step": "0.1B", "above": "unpriced",
                    "tiers": [
                      { "upTo": "4B", "price": 0.10 },
                      { "from": "4.1B", "upTo": "8B", "price": 0.20 }
                    ]
                  }
                },
                "models": {
                  "deepseek-ai/DeepSeek-V3": { "price": 1.25, "batch": "50%" },
                  "meta-llama/Llama-3-70b": { "variants": { "Lite": 0.54, "Turbo": 0.88 } }
                }
              }
            }
            """;

        for (int i = card.IndexOf(character, StringComparison.Ordinal); i >= 0; i = card.IndexOf(character, i + 1, StringComparison.Ordinal))
        {
            JsonError error = Assert.Single(JsonReader.Read(card.Remove(i, 1)).Errors);
            Assert.Equal(JsonErrorKind.Syntax, error.Kind);
        }
    }

    [Fact]
    public void What_could_not_be_read_is_missing_in_the_tree()
    {
        JsonObject root = Assert.IsType<JsonObject>(JsonReader.Read("{ \"a\": , \"b\": tru, \"c\": 1 }").Root);

        Assert.Equal([JsonKind.Missing, JsonKind.Missing, JsonKind.Number], root.Properties.Select(property => property.Kind));
        Assert.Equal(new TextSpan(14, 3), root.Properties.ElementAt(1).Span);
    }

    private static void AssertOnly(string text, int start, int length, string message)
    {
        JsonError error = Assert.Single(JsonReader.Read(text).Errors);
        Assert.Equal(new JsonError(JsonErrorKind.Syntax, new TextSpan(start, length), message), error);
    }
}
