using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class EditionTests
{
    private const string DeepSeek = "price deepseek-ai/DeepSeek-V3 --input 12000 --output 800 --json";

    [Theory]
    [InlineData("2026-06-01", DeepSeek, "2025-01-01")]
    [InlineData("2026-09-30T23:59:59Z", DeepSeek, "2025-01-01")]
    [InlineData("2026-10-01", DeepSeek, "2026-10-01")]
    [InlineData("2030-01-01", DeepSeek, "2026-10-01")]
    [InlineData("2026-11-01", DeepSeek + " --at 2026-09-30T23:59:59Z", "2025-01-01")]
    [InlineData("2026-11-01", DeepSeek + " --at 2026-10-01T00:00Z", "2026-10-01")]
    [InlineData("2026-06-01", DeepSeek + " --at 2026-10-01", "2026-10-01")]
    [InlineData("2026-11-01", DeepSeek + " --card together@2025-05-05", "2025-01-01")]
    [InlineData("2026-11-01", DeepSeek + " --card together", "2026-10-01")]
    [InlineData("2026-06-01", DeepSeek + " --card together", "2025-01-01")]
    public void The_edition_is_the_one_in_force(string today, string call, string edition)
    {
        var run = Tool.RunOn(today, call.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($$"""{"cost":"0.016","currency":"USD","card":"Together AI","edition":"{{edition}}",""", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price bge-large-en-v1.5 --input 1M --json", "0.02", "model 'bge-large-en-v1.5'")]
    [InlineData("price --size 8B --table RerankSizes --input 1M --json", "0.1", "size table 'RerankSizes'")]
    [InlineData("gpu L40S --duration 1h --json", "2.1", "GPU 'L40S'")]
    public void What_the_edition_in_force_no_longer_has_is_priced_by_the_one_that_had_it_last(string call, string cost, string what)
    {
        var run = Tool.RunOn("2026-11-01", call.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($$"""{"cost":"{{cost}}","currency":"USD","card":"Together AI","edition":"2025-01-01",""", run.Output, StringComparison.Ordinal);
        Assert.Equal($"note: in the edition in force, 2026-10-01, the card has no {what}; this is the edition of 2025-01-01, which ended on 2026-10-01\n", run.Error);
    }

    [Fact]
    public void A_list_without_a_hit_goes_on_in_the_older_edition()
    {
        var run = Tool.RunOn("2026-11-01", "models", "bge");

        Assert.Contains("BAAI/bge-large-en-v1.5", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("note: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price bge-large-en-v1.5 --input 1M --at 2026-10-01", 1, "the card has no model 'bge-large-en-v1.5'")]
    [InlineData("price whisper-large-v3 --meter seconds=60 --batch", 1, "no batch price")]
    [InlineData("price nothing-like-it --input 1", 1, "the card has no model 'nothing-like-it'")]
    [InlineData("price deepseek-v3 --input 1 --at 2024-12-31", 1, "2024-12-31 lies outside the period in which the card of Together AI is in force, from 2025-01-01;")]
    [InlineData("price deepseek-v3 --input 1 --card together@2024-12-31", 1, "there are together@2025-01-01 and together@2026-10-01")]
    [InlineData("price deepseek-v3 --input 1 --card together@soon", 2, "'soon' isn't a time; write together@ and a date")]
    [InlineData("price deepseek-v3 --input 1 --card other@2025-01-01", 2, "there is no file 'other@2025-01-01'")]
    public void A_price_that_was_asked_for_at_a_time_or_in_another_way_is_not_looked_for_elsewhere(string call, int exitCode, string message)
    {
        var run = Tool.RunOn("2026-11-01", call.Split(' '));

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price acme/one --input 1")]
    [InlineData("models")]
    [InlineData("compare --input 1")]
    [InlineData("compare acme/one acme/one --input 1 --baseline acme/one")]
    [InlineData("batch acme/one --input 1")]
    public void Prices_that_are_not_in_force_now_are_said_to_be_so(string call)
    {
        using var folder = new Folder();
        var ended = folder.Write("ended.json", Edition("2024-01-01", "2025-01-01", 1).Replace("\"price\": 1", "\"price\": 1, \"batch\": \"50%\"", StringComparison.Ordinal));
        var early = folder.Write("early.json", Edition("2030-01-01", null, 1).Replace("\"price\": 1", "\"price\": 1, \"batch\": \"50%\"", StringComparison.Ordinal));
        (int, string) On(string today, string card, params string[] at) =>
            Tool.RunOn(today, [.. call.Split(' '), "--card", card, .. at]) is var run ? (run.ExitCode, run.Error) : default;

        Assert.Equal((0, "note: no edition of Acme that the call names is in force now; this is the edition of 2024-01-01, which ended on 2025-01-01\n"), On("2026-06-01", ended));
        Assert.Equal((0, "note: no edition of Acme that the call names is in force now; this is the edition of 2030-01-01, which hasn't started yet\n"), On("2026-06-01", early));
        Assert.Equal((0, ""), On("2024-06-01", ended));
        Assert.Equal((0, ""), On("2026-06-01", ended, "--at", "2024-06-01"));
    }

    [Fact]
    public void Several_files_are_editions_of_one_card()
    {
        using var folder = new Folder();
        string[] cards = ["--card", folder.Write("old.json", Edition("2025-01-01", "2025-07-01", 1)), "--card", folder.Write("new.json", Edition("2025-07-01", null, 2))];
        string Cost(string today, params string[] at) =>
            Tool.RunOn(today, [.. "price acme/one --input 1M --json".Split(' '), .. cards, .. at]).Output[..10];

        Assert.Equal("{\"cost\":\"2", Cost("2026-01-01"));
        Assert.Equal("{\"cost\":\"1", Cost("2025-02-01"));
        Assert.Equal("{\"cost\":\"1", Cost("2024-01-01"));
        Assert.Equal("{\"cost\":\"1", Cost("2026-01-01", "--at", "2025-06-30"));
        Assert.Equal("{\"cost\":\"2", Cost("2024-01-01", "--at", "2025-07-01"));
    }

    [Fact]
    public void Files_that_are_no_editions_of_each_other_are_refused()
    {
        using var folder = new Folder();
        var old = folder.Write("old.json", Edition("2025-01-01", null, 1));
        var next = folder.Write("new.json", Edition("2025-07-01", null, 2));
        var other = folder.Write("other.json", Edition("2025-07-01", null, 2).Replace("Acme", "Other", StringComparison.Ordinal));

        var overlap = Tool.Run("price", "acme/one", "--input", "1", "--card", old, "--card", next);
        var strangers = Tool.Run("price", "acme/one", "--input", "1", "--card", old, "--card", other);

        Assert.Equal((1, 2), (overlap.ExitCode, strangers.ExitCode));
        Assert.Contains("new.json(1,80): error RATE5005", overlap.Error, StringComparison.Ordinal);
        Assert.Contains("the cards are of Acme and of Other; give the editions of one of them", strangers.Error, StringComparison.Ordinal);

        var sibling = folder.Write("sibling.json", Edition("2025-07-01", null, 2).Replace("\"Acme\"", "\"Acme\", \"class\": \"AcmeEurope\"", StringComparison.Ordinal));
        Assert.Contains(
            "the cards become the classes Acme and AcmeEurope; give the editions of one of them",
            Tool.Run("price", "acme/one", "--input", "1", "--card", old, "--card", sibling).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_that_change_with_the_time_of_day_need_it()
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", Edition("2025-01-01", null, 1).Replace(
            "\"price\": 1", """ "windows": [ { "from": "08:00", "until": "20:00", "price": 2 }, { "from": "20:00", "until": "08:00", "price": 1 } ] """, StringComparison.Ordinal));
        string[] call = ["price", "acme/one", "--input", "1M", "--json", "--card", card];

        Assert.Contains("changes with the time of day; say when it was used: --at TIME\n", Tool.Run(call).Error, StringComparison.Ordinal);
        Assert.StartsWith("{\"cost\":\"2\"", Tool.Run([.. call, "--at", "2025-05-05T19:59:59Z"]).Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"cost\":\"1\"", Tool.Run([.. call, "--at", "2025-05-05T20:00Z"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_tells_what_is_wrong_between_cards()
    {
        using var folder = new Folder();
        var old = folder.Write("old.json", Edition("2025-01-01", "2025-06-01", 1));
        var next = folder.Write("new.json", Edition("2025-07-01", null, 9));
        var run = Tool.Run("check", next, old);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            new.json(1,80): error RATE5004: no edition is in force from 2025-06-01 to 2025-07-01; let the edition of 2025-01-01 end on 2025-07-01, or this one start on 2025-06-01
            new.json(1,197): warning RATE6008: 9 per 1M tokens is 9 times the price in the edition of 2025-01-01, which was 1; check its decimal point
            old.json: fine (1 model, 0 size tables, in force from 2025-01-01 until 2025-06-01)
            --- standard error
            2 cards, 1 error, 1 warning
            --- exit code 1

            """.ReplaceLineEndings("\n"),
            folder.Relative(run));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Two_files_in_force_at_once_are_told_whether_or_not_their_prices_differ(int otherPrice)
    {
        using var folder = new Folder();
        var one = folder.Write("one.json", Edition("2025-01-01", null, 1));
        var other = folder.Write("other.json", Edition("2025-01-01", null, otherPrice));
        var run = Tool.Run("check", one, other);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("one.json(1,80): error RATE5003: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("other.json(1,80): error RATE5003: ", run.Output, StringComparison.Ordinal);
        Assert.Equal("2 cards, 2 errors\n", run.Error);
        Assert.Equal(0, Tool.Run("check", one, Path.Combine(folder.Path, ".", "one.json")).ExitCode);
    }

    [Fact]
    public void Nobody_is_sent_to_check_a_built_in_card()
    {
        using var folder = new Folder();
        var one = folder.Write("one.json", Edition("2026-03-01", null, 1).Replace("\"Acme\"", "\"Together AI\", \"class\": \"Together\"", StringComparison.Ordinal));
        var other = folder.Write("other.json", Edition("2025-01-01", null, 1).Replace("\"Acme\"", "\"Together AI\", \"class\": \"Together\"", StringComparison.Ordinal));

        var mixed = Tool.Run("price", "acme/one", "--card", "together", "--card", one, "--input", "1");
        var files = Tool.Run("price", "acme/one", "--card", one, "--card", other, "--input", "1");

        Assert.Equal((1, 1), (mixed.ExitCode, files.ExitCode));
        Assert.DoesNotContain("together-rates check", mixed.Error, StringComparison.Ordinal);

        var spaced = folder.Write("one more.json", "{");
        Assert.EndsWith(
            $"'together-rates check \"{spaced}\"' shows all that is wrong\n", Tool.Run("price", "acme/one", "--card", spaced, "--input", "1").Error, StringComparison.Ordinal);
        Assert.EndsWith($"; 'together-rates check {one} {other}' shows all that is wrong\n", files.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_cards_are_fine_together()
    {
        var run = Tool.Run(["check", .. Directory.GetFiles(Path.Combine(Repository.Folder, "ratecards"), "*.ratecard.json")]);

        Assert.Equal((0, "2 cards, 0 errors\n"), (run.ExitCode, run.Error));
    }

    private static string Edition(string from, string? until, int price)
    {
        var period = until is null ? $"\"from\": \"{from}\"" : $"\"from\": \"{from}\", \"until\": \"{until}\"";
        return $$"""{ "ratecard": 1, "provider": "Acme", "currency": "USD", "effective": { {{period}} }, "rounding": { "digits": 2, "mode": "half-even" }, "serverless": { "models": { "acme/one": { "price": {{price}} } } } }""";
    }
}
