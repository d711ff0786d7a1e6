using System.Text;
using System.Text.Json;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests.Import;

public sealed class ImportCallTests
{
    [Theory]
    [InlineData("litellm.json", "litellm")]
    [InlineData("genai-prices.json", "genai-prices")]
    [InlineData("together-models.json", "together-api")]
    public void Importing_twice_gives_the_same_bytes(string file, string source)
    {
        using Folder first = new(), second = new();

        Assert.Equal(0, Tool.Run("import", source, Fixture.Path(file), "-o", first.Path).ExitCode);
        Assert.Equal(0, Tool.RunUnder("tr-TR", "import", source, Fixture.Path(file), "-o", second.Path).ExitCode);
        Assert.Equal(0, Tool.Run("import", source, Fixture.Path(file), "-o", second.Path).ExitCode);

        Assert.NotEmpty(BytesOf(first));
        Assert.Equal(BytesOf(first), BytesOf(second));
    }

    [Fact]
    public void Programs_are_told_what_people_are()
    {
        using var folder = new Folder();

        var run = Tool.Run("import", "litellm", Fixture.Path("litellm.json"), "--provider", "acme", "-o", Path.Combine(folder.Path, "card.json"), "--json");

        Assert.Empty(run.Error);
        Snapshot.Verify(folder.Relative(run));
    }

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("openai")]
    public void A_provider_is_known_by_the_sources_id_and_by_its_name(string provider)
    {
        using var folder = new Folder();

        Assert.Equal(0, Tool.Run("import", "genai-prices", Fixture.Path("genai-prices.json"), "--provider", provider, "-o", folder.Path).ExitCode);
        Assert.Equal("openai.ratecard.json", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path))));
    }

    [Theory]
    [InlineData("import litell FILE -o OUT", 2, "did you mean 'litellm'?")]
    [InlineData("import", 2, "'import' needs a SOURCE and a FILE and --output PATH; --help shows examples")]
    [InlineData("import litellm", 2, "'import' needs a FILE and --output PATH; --help shows examples")]
    [InlineData("import -o OUT", 2, "'import' needs a SOURCE; --help shows examples")]
    [InlineData("import litellm -o OUT", 2, "'import' needs a FILE; --help shows examples")]
    [InlineData("import litellm FILE", 2, "--output needs a value: --output PATH")]
    [InlineData("import litellm FILE --from", 2, "--from needs a value: --from DATE")]
    [InlineData("import litellm FILE --from 2026-01-01 --from 2026-01-02", 2, "--from is given 2 times")]
    [InlineData("import litellm FOLDER -o OUT", 2, "is a directory; give the file with the prices: LiteLLM's model_prices_and_context_window.json")]
    [InlineData("import litellm FILE -o EMPTY", 2, "--output is empty; give a .json file or a folder, '.' for the current one")]
    [InlineData("import litellm FILE -o -", 2, "--output: cards can't be written to standard output; give a .json file or a folder")]
    [InlineData("import litellm FILE -o OUT --from soon", 2, "--from: 'soon' isn't a date; write it like 2026-08-21")]
    [InlineData("import litellm FILE -o OUT --form 2026-01-01", 2, "did you mean '--from'?")]
    [InlineData("import litellm nowhere.json -o OUT", 2, "there is no file 'nowhere.json'")]
    [InlineData("import litellm FILE -o card.json", 2, "'card.json' is one card; pick one with --provider, take all with --one-card, or give a folder")]
    [InlineData("import litellm FILE -o OUT --provider opnai", 1, "did you mean 'openai'?")]
    [InlineData("import litellm FILE -o OUT --provider ollama", 1, "the only entry has no price that can be used")]
    [InlineData("import genai-prices FILE -o OUT", 1, "it is LiteLLM's model_prices_and_context_window.json; say 'import litellm'")]
    public void What_is_wrong_with_a_call_is_said(string call, int exitCode, string message)
    {
        using var folder = new Folder();
        var output = Path.Combine(folder.Path, "out");

        var run = Tool.Run([.. call.Split(' ').Select(word => word switch
        {
            "FILE" => Fixture.Path("litellm.json"),
            "FOLDER" => folder.Path,
            "EMPTY" => "",
            "OUT" => output,
            _ => word,
        })]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        Assert.False(Directory.Exists("-"));
    }

    public static TheoryData<string, byte[], string> DamagedFiles() => new()
    {
        { "empty", [], "it is empty" },
        { "blank", " \n "u8.ToArray(), "it is empty" },
        { "web page", "<!DOCTYPE html><html>"u8.ToArray(), "it is a web page, not JSON; download the raw file" },
        { "text", "prices: 1"u8.ToArray(), "it isn't JSON that can be read: line 1, byte 1 has a mistake" },
        { "truncated", File.ReadAllBytes(Fixture.Path("litellm.json"))[..5_000], "it ends in the middle, on line" },
        { "truncated behind an object", "{ \"a\": {}"u8.ToArray(), "it ends in the middle, on line 1; download it again" },
        { "a mistake", "{ \"a\": 1,\n, }"u8.ToArray(), "line 2, byte 1 has a mistake" },
        { "brackets", Encoding.UTF8.GetBytes(new string('[', 1_000_000)), "it is nested too deep: line 1, byte 65 is more than 64 levels down" },
        { "a mistake above brackets", Encoding.UTF8.GetBytes("{ ? " + new string('[', 100)), "line 1, byte 3 has a mistake" },
        { "utf16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")], "it is written in UTF-16; save it as UTF-8" },
        { "utf16 big endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("{}")], "it is written in UTF-16; save it as UTF-8" },
        { "utf32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("{}")], "it is written in UTF-32; save it as UTF-8" },
        { "utf32 big endian", [0, 0, 0xFE, 0xFF, 0, 0, 0, (byte)'{', 0, 0, 0, (byte)'}'], "it is written in UTF-32; save it as UTF-8" },
        { "latin1", Encoding.Latin1.GetBytes("{ \"é\": 1 }"), "it isn't UTF-8 text" },
        { "a list", "[1, 2]"u8.ToArray(), "it is a list of 2 items" },
        { "an object", """{ "a": 1, "b": 2, "c": 3, "d": 4 }"""u8.ToArray(), "it is an object with 'a', 'b', 'c' and others" },
        { "nothing", "{}"u8.ToArray(), "it is an object with nothing in it" },
        { "a number", "1"u8.ToArray(), "it is a single value" },
        { "a rate card", """{ "ratecard": 1 }"""u8.ToArray(), "it is a rate card already" },
        { "an error", """{ "error": { "message": "Invalid API key" } }"""u8.ToArray(), "it is an error that a server answered" },
        { "a job", """{ "id": "ft-1", "total_price": 1500 }"""u8.ToArray(), "it is a fine-tuning job, whose total_price is in billionths of a dollar" },
        { "half a letter", "{ \"a\": { \"litellm_provider\": \"\\ud800\" } }"u8.ToArray(), "a text on line 1 has half a character in it, such as \\ud800" },
        { "half a letter in a name", "{\n\"\\uDC00\": { \"litellm_provider\": \"acme\" } }"u8.ToArray(), "a text on line 2 has half a character in it" },
        { "no price", """{ "a": { "litellm_provider": "acme" } }"""u8.ToArray(), "the only entry has no price that can be used" },
        {
            "no prices",
            """{ "a": { "litellm_provider": "acme" }, "b": { "litellm_provider": "beta" } }"""u8.ToArray(),
            "none of the 2 entries has a price that can be used"
        },
    };

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void A_file_that_cant_be_used_says_what_it_is(string name, byte[] bytes, string message)
    {
        using var folder = new Folder();
        var file = folder.Write(name, bytes);

        var run = Tool.Run("import", "litellm", file, "-o", Path.Combine(folder.Path, "out"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(file, Assert.Single(Directory.GetFileSystemEntries(folder.Path)));
    }

    [Fact]
    public void A_file_above_the_limit_isnt_even_read()
    {
        using var folder = new Folder();
        var path = folder.Write("large.json", []);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(200_000_000);
        }

        var run = Tool.Run("import", "litellm", path, "-o", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("has 200,000,000 bytes, and at most", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is_left_behind()
    {
        using var folder = new Folder();
        var blocked = folder.Write("blocked", "not a folder");

        var run = Tool.Run("import", "litellm", Fixture.Path("litellm.json"), "-o", Path.Combine(blocked, "cards"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal(blocked, Assert.Single(Directory.GetFileSystemEntries(folder.Path)));
    }

    [Fact]
    public void What_was_written_before_a_card_failed_is_said()
    {
        using var folder = new Folder();
        var blocked = Directory.CreateDirectory(Path.Combine(folder.Path, "bedrock.ratecard.json"));

        var run = Tool.Run("import", "litellm", Fixture.Path("litellm.json"), "-o", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cards were written before: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("azure.ratecard.json", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp"));
        Assert.Empty(blocked.GetFileSystemInfos());
    }

    [Fact]
    public void Names_that_are_alike_in_CSharp_are_told_apart()
    {
        using var folder = new Folder();
        var ids = new[] { "a/gpt-4", "b/gpt-4", "a/gpt_4", "gpt 4", "a/class", "a/models", "!", "?", "1", "b/1", new string('x', 150), "a/" + new string('x', 150) };
        var file = folder.Write("source.json", JsonSerializer.Serialize(ids.ToDictionary(id => id, _ => new { litellm_provider = "acme", input_cost_per_token = 1e-06 })));
        var card = Path.Combine(folder.Path, "card.json");

        var run = Tool.Run("import", "litellm", file, "-o", card);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{ids.Length} models", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("check", card).ExitCode);
    }

    private static List<(string Name, string Bytes)> BytesOf(Folder folder) =>
        [.. Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), Convert.ToHexString(File.ReadAllBytes(file))))];
}
