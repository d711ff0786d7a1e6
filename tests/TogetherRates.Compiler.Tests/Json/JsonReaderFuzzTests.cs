using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Json;
using JsonDocument = TogetherRates.Compiler.Json.JsonDocument;
using Peer = System.Text.Json;

namespace TogetherRates.Compiler.Tests.Json;

/// <summary>Random texts, whole and damaged, read side by side with System.Text.Json.</summary>
public class JsonReaderFuzzTests
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    [Fact]
    public void A_valid_text_gives_the_tree_that_the_platform_reads() => Check(3_000, seed =>
    {
        string text = new RandomJson(seed).Text();
        JsonDocument document = JsonReader.Read(text);
        using Peer.JsonDocument expected = Peer.JsonDocument.Parse(text);
        Assert.Empty(document.Errors);
        AssertSame(expected.RootElement, document.Root);
        AssertPlaced(text, document.Root, new TextSpan(0, text.Length));
        AssertBracketed(text, document.Root);
    });

    [Fact]
    public void A_damaged_text_is_refused_exactly_when_the_platform_refuses_it() => Check(20_000, seed =>
    {
        var json = new RandomJson(seed);
        string text = json.Damaged(json.Text());
        if (!IsUnicode(text))
        {
            return;
        }

        bool isValid = JsonReader.Read(text).Errors.All(error => error.Kind == JsonErrorKind.DuplicateKey);
        Assert.Equal(IsValidForPlatform(text), isValid);
    });

    [Fact]
    public void A_damaged_text_is_read_to_its_end_with_every_place_inside_it() => Check(10_000, seed =>
    {
        var json = new RandomJson(seed);
        string text = json.Damaged(json.Damaged(json.Damaged(json.Text())));
        JsonDocument document = JsonReader.Read(text);
        AssertPlaced(text, document.Root, new TextSpan(0, text.Length));
        AssertListed(document);
    });

    [Fact]
    public void Noise_is_read_to_its_end_with_every_place_inside_it() => Check(5_000, seed =>
    {
        const string alphabet = "{}[]{}[],:;\"\"'\\/*#a1- \n";
        var random = new Random(seed);
        string text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => alphabet[random.Next(alphabet.Length)]));
        JsonDocument document = JsonReader.Read(text);
        AssertPlaced(text, document.Root, new TextSpan(0, text.Length));
        AssertListed(document);
        Assert.Equal(IsValidForPlatform(text), document.Errors.All(error => error.Kind == JsonErrorKind.DuplicateKey));
    });

    [Fact]
    public void Every_beginning_of_a_text_is_refused_with_one_error_at_its_end() => Check(100, seed =>
    {
        string text = "{" + string.Join(",", Enumerable.Range(0, 5).Select(i => $"\"p{i}\":[1,{{\"a\":[\"x\",0.5,null]}}]")) + "}";
        int length = 1 + (int)((uint)seed % (uint)(text.Length - 1));
        JsonError error = Assert.Single(JsonReader.Read(text[..length]).Errors);
        Assert.True(error.Span.End == length || char.IsAsciiLetter(text[length]), $"{text[..length]}: {error}");
    });

    private static void Check(int runs, Action<int> property)
    {
        Gen<int> seeds = Gen.Choose(int.MinValue, int.MaxValue);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(seeds.ToArbitrary(), property));
    }

    private static bool IsUnicode(string text)
    {
        try
        {
            return StrictUtf8.GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsValidForPlatform(string text)
    {
        try
        {
            // A byte order mark belongs to the encoding of a file, which the platform's reader has behind it here.
            using var document = Peer.JsonDocument.Parse(text.StartsWith('\uFEFF') ? text[1..] : text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void AssertSame(JsonElement expected, JsonNode actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject found = Assert.IsType<JsonObject>(actual);
                Assert.Equal(expected.EnumerateObject().Select(property => property.Name), found.Properties.Select(property => property.Name));
                foreach ((Peer.JsonProperty left, JsonNode right) in expected.EnumerateObject().Zip(found.Properties))
                {
                    AssertSame(left.Value, right);
                    Assert.Same(right, found.TryGet(left.Name));
                }

                Assert.Null(found.TryGet("no such property"));
                break;
            case JsonValueKind.Array:
                JsonArray array = Assert.IsType<JsonArray>(actual);
                Assert.Equal(expected.GetArrayLength(), array.Items.Count);
                foreach ((JsonElement left, JsonNode right) in expected.EnumerateArray().Zip(array.Items))
                {
                    AssertSame(left, right);
                }

                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), Assert.IsType<JsonString>(actual).Value);
                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetRawText(), Assert.IsType<JsonNumber>(actual).Text);
                break;
            default:
                Assert.Equal(expected.ValueKind.ToString(), Assert.IsType<JsonLiteral>(actual).Kind.ToString());
                break;
        }
    }

    /// <summary>Children lie in their parents in the order of the text.</summary>
    private static void AssertPlaced(string text, JsonNode node, TextSpan within)
    {
        Assert.True(node.Span.Length >= 0 && node.Span.Start >= within.Start && node.Span.End <= within.End, $"{node.Span} outside {within} in {text}");
        switch (node)
        {
            case JsonObject found:
                int end = node.Span.Start;
                foreach (JsonNode property in found.Properties)
                {
                    Assert.True(property.NameSpan.Start >= end, text);
                    AssertPlaced(text, property, TextSpan.Between(property.NameSpan.End, node.Span.End));
                    end = property.Span.End;
                }

                break;
            case JsonArray array:
                int itemEnd = node.Span.Start;
                foreach (JsonNode item in array.Items)
                {
                    AssertPlaced(text, item, TextSpan.Between(itemEnd, node.Span.End));
                    itemEnd = item.Span.End;
                }

                break;
            case JsonNumber number:
                Assert.Equal(number.Text, text.Substring(node.Span.Start, node.Span.Length));
                break;
        }
    }

    private static void AssertBracketed(string text, JsonNode node)
    {
        (char First, char Last) ends = (text[node.Span.Start], text[node.Span.End - 1]);
        switch (node)
        {
            case JsonObject found:
                Assert.Equal(('{', '}'), ends);
                Assert.All(found.Properties, property => AssertBracketed(text, property));
                break;
            case JsonArray array:
                Assert.Equal(('[', ']'), ends);
                Assert.All(array.Items, item => AssertBracketed(text, item));
                break;
            case JsonString:
                Assert.Equal(('"', '"'), ends);
                break;
        }
    }

    private static void AssertListed(JsonDocument document)
    {
        Assert.True(document.Errors.Count <= JsonReader.MaxErrors + 1);
        Assert.All(document.Errors, error =>
        {
            Assert.InRange(error.Span.Start, 0, document.Text.Length);
            Assert.InRange(error.Span.End, error.Span.Start, document.Text.Length);
            Assert.DoesNotContain(error.Message, char.IsControl);
        });
        IEnumerable<int> starts = document.Errors.Take(JsonReader.MaxErrors).Select(error => error.Span.Start);
        Assert.Equal(starts.Order(), starts);
        Assert.Equal(document.Errors.Distinct(), document.Errors);
    }
}
