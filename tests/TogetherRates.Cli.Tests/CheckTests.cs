using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class CheckTests
{
    public static TheoryData<string, string> BadCards() => new()
    {
        { "empty", "" },
        { "blank", " \n\t\n" },
        { "not_json", "prices: 0.10" },
        { "an_array", "[]" },
        { "a_number", "1" },
        { "cut_off", ExampleCard.Text[..^30] },
        { "duplicate_key", Spoilt("\"currency\": \"EUR\"", "\"currency\": \"EUR\", \"currency\": \"USD\"") },
        { "nan", Spoilt("\"price\": 0.10", "\"price\": NaN") },
        { "huge_exponent", Spoilt("\"price\": 0.10", "\"price\": 1e400") },
        { "forty_digits", Spoilt("\"price\": 0.10", "\"price\": 0.1234567890123456789012345678901234567890") },
        { "negative", Spoilt("\"price\": 0.10", "\"price\": -0.10") },
        { "overlap", Spoilt("\"from\": \"4.1B\"", "\"from\": \"4B\"") },
        { "gap", Spoilt("\"from\": \"4.1B\"", "\"from\": \"4.2B\"") },
        { "out_of_order", Spoilt("{ \"from\": \"4.1B\", \"upTo\": \"8B\"", "{ \"upTo\": \"2B\"") },
        { "one_name_twice", Spoilt("\"example/embedder\"", "\"other/Thinker\"") },
        { "provider_called_class", Spoilt("\"Example\"", "\"class\"") },
        { "several", Spoilt("\"price\": 0.10", "\"price\": -0.10").Replace("\"EUR\"", "\"EUX\"", StringComparison.Ordinal) },
        { "misspelt", Spoilt("\"price\": 0.10", "\"prise\": 0.10") },
        { "control_characters", Spoilt("\"digits\": 2", "\"digits\": 2, \"a\\u001b[31m\\nb\": 2") },
    };

    [Theory]
    [MemberData(nameof(BadCards))]
    public void Every_mistake_has_its_place(string name, string card)
    {
        using var folder = new Folder();
        var path = folder.Write(name + ".json", card);
        var (people, programs) = (Tool.Run("check", path), Tool.Run("check", path, "--json"));

        Assert.Equal((1, 1), (people.ExitCode, programs.ExitCode));
        Snapshot.Verify(folder.Relative(people) + folder.Relative(programs), name);
    }

    public static TheoryData<string, byte[]> DamagedFiles() => new()
    {
        { "utf16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(ExampleCard.Text)] },
        { "utf16_big_endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(ExampleCard.Text)] },
        { "utf32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(ExampleCard.Text)] },
        { "latin1", Encoding.Latin1.GetBytes(Spoilt("\"Thinker\"", "\"Penseur \u00e9l\u00e9gant\"")) },
        { "cut_in_a_letter", [.. Encoding.UTF8.GetBytes("{\n  \"provider\": \"\u00e9"), .. "\u20ac"u8[..2]] },
        { "zeros", new byte[64] },
    };

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void A_file_that_isnt_utf8_says_where(string name, byte[] bytes)
    {
        using var folder = new Folder();
        var run = Tool.Run("check", folder.Write(name + ".json", bytes));

        Assert.Equal(1, run.ExitCode);
        Snapshot.Verify(folder.Relative(run), name);
    }

    [Fact]
    public void A_byte_order_mark_doesnt_move_the_columns()
    {
        using var folder = new Folder();
        var (plain, marked) = ("{\"ratecard\": 2}", "\ufeff{\"ratecard\": 2}");

        var first = folder.Relative(Tool.Run("check", folder.Write("card.json", plain)));
        var second = folder.Relative(Tool.Run("check", folder.Write("card.json", marked)));

        Assert.Contains("card.json(1,14)", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_good_card_with_a_byte_order_mark_is_fine()
    {
        using var folder = new Folder();

        Assert.Equal(0, Tool.Run("check", folder.Write("card.json", "\ufeff" + ExampleCard.Text)).ExitCode);
    }

    [Fact]
    public void A_good_card_says_what_is_in_it()
    {
        using var folder = new Folder();
        var path = folder.Write("card.json", ExampleCard.Text);

        Snapshot.Verify(folder.Relative(Tool.Run("check", path)) + folder.Relative(Tool.Run("check", path, "--json")));
    }

    [Fact]
    public void Several_cards_are_told_apart()
    {
        using var folder = new Folder();
        var good = folder.Write("good.json", ExampleCard.Text);
        var bad = folder.Write("bad.json", Spoilt("0.10", "-0.10"));

        Snapshot.Verify(folder.Relative(Tool.Run("check", good, bad, good)) + folder.Relative(Tool.Run("check", "--json", good, bad)));
    }

    [Fact]
    public void The_shipped_card_is_fine() => Assert.Equal(0, Tool.Run("check", Repository.TogetherCard).ExitCode);

    [Fact]
    public void Ten_megabytes_of_brackets_are_refused()
    {
        using var folder = new Folder();
        var run = Tool.Run("check", folder.Write("deep.json", new string('[', 10 * 1024 * 1024)));

        Assert.Equal(1, run.ExitCode);
        Snapshot.Verify(folder.Relative(run));
    }

    [Fact]
    public void A_file_above_the_limit_isnt_even_read()
    {
        using var folder = new Folder();
        var path = folder.Write("large.json", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(200_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var run = Tool.Run("check", path);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.Equal(1, run.ExitCode);
        Snapshot.Verify(folder.Relative(run));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("price x --input 1 --card")]
    [InlineData("models --card")]
    [InlineData("tiers --card")]
    public void A_path_that_leads_to_no_file_is_a_wrong_call(string call)
    {
        using var folder = new Folder();
        var missing = Tool.Run([.. call.Split(' '), Path.Combine(folder.Path, "missing.json"), "--json"]);
        var directory = Tool.Run([.. call.Split(' '), folder.Path, "--json"]);

        Assert.Equal((2, 2), (missing.ExitCode, directory.ExitCode));
        Assert.StartsWith("error: there is no file", missing.Error, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"fileNotFound\"", missing.Output, StringComparison.Ordinal);
        Assert.Contains("is a directory", directory.Error, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"isDirectory\"", directory.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_that_fails_while_it_is_read_is_a_wrong_call()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has a file that anybody may open and nobody can read from its start.");

        var run = Tool.Run("check", "/proc/self/mem");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: '/proc/self/mem' can't be read: ", run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_without_an_end_is_refused()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Unix has /dev/zero.");

        Assert.Contains("RATE1008", Tool.Run("check", "/dev/zero").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_with_random_bytes_in_it_never_crashes_the_tool()
    {
        using var folder = new Folder();
        var good = Encoding.UTF8.GetBytes(ExampleCard.Text);
        Prop.ForAll(
            Gen.ListOf(
                from place in Gen.Choose(0, good.Length - 1)
                from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements("{}[]\",:0-eE.\\ \n".Select(c => (int)c)))
                select (Place: place, Value: (byte)value)).ToArbitrary(),
            edits =>
            {
                var bytes = good.ToArray();
                foreach (var (place, value) in edits)
                {
                    bytes[place] = value;
                }

                var card = folder.Write("card.json", bytes);
                var check = Tool.Run("check", card, "--json");
                var price = Tool.Run("price", "thinker", "--card", card, "--input", "1", "--json");
                using var problems = JsonDocument.Parse(check.Output);
                Assert.Equal(
                    check.ExitCode == 1, problems.RootElement.EnumerateArray().Any(problem => problem.GetProperty("severity").GetString() == "error"));
                Assert.True(check.ExitCode == 0 || price.ExitCode == 1, $"{check}{price}");
            }).QuickCheckThrowOnFailure();
    }

    private static string Spoilt(string good, string bad)
    {
        Assert.Contains(good, ExampleCard.Text, StringComparison.Ordinal);
        return ExampleCard.Text.Replace(good, bad, StringComparison.Ordinal);
    }
}
