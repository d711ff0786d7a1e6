using System.Globalization;
using System.Text.Json;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class RunwayTests
{
    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        // "New Account Credit: $1 to get started": 62 requests of 1.6 cents cost 99.2 cents.
        var run = Tool.Run("runway", "deepseek-v3", "--input", "12000", "--output", "800", "--per-day", "20", "--json");

        Assert.Equal(
            """{"model":"deepseek-ai/DeepSeek-V3","currency":"USD","card":"Together AI","edition":"2025-01-01","credits":[{"name":"new account","amount":"1"}],"balance":"1","cost":"0.016","requests":"62","requestsPerDay":"20","days":"3"}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("requests", "runway deepseek-v3 --input 12000 --output 800")]
    [InlineData("days", "runway deepseek-v3 --input 12000 --output 800 --batch --per-day 20")]
    [InlineData("one", "runway deepseek-v3 --input 800K --per-day 1")]
    [InlineData("none", "runway deepseek-v3 --input 1M --per-day 1")]
    public void An_answer_for_people(string name, string call) => Snapshot.Verify(Tool.Run(call.Split(' ')).ToString(), name);

    [Fact]
    public void What_costs_nothing_never_ends()
    {
        using var folder = new Folder();
        string[] call = ["runway", "acme/free", "--input", "1M", "--per-day", "5", "--card", folder.Write("acme.json", Acme("""[ { "name": "start", "amount": 1 } ]"""))];

        Assert.EndsWith("\"requests\":null,\"requestsPerDay\":\"5\",\"days\":null}\n", Tool.Run([.. call, "--json"]).Output, StringComparison.Ordinal);
        Assert.Contains("requests without end: they cost nothing", Tool.Run(call).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-01", 28)]
    [InlineData("2026-03-01", 31)]
    public void A_credit_that_expires_pays_until_then(string start, int days)
    {
        using var folder = new Folder();
        var card = folder.Write("acme.json", Acme("""[ { "name": "start", "amount": 100, "expiresAfter": "1 month" } ]"""));
        var run = Tool.RunOn(start, "runway", "acme/one", "--input", "1M", "--per-day", "1", "--json", "--card", card);
        using var json = JsonDocument.Parse(run.Output);

        Assert.Equal("100", json.RootElement.GetProperty("requests").GetString());
        Assert.Equal(days, int.Parse(json.RootElement.GetProperty("days").GetString()!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Credits_add_up()
    {
        using var folder = new Folder();
        var card = folder.Write("acme.json", Acme("""[ { "name": "start", "amount": 2 }, { "name": "card on file", "amount": 5, "expiresAfter": "90 days" } ]"""));

        Snapshot.Verify(Tool.Run("runway", "acme/one", "--input", "1M", "--card", card).ToString());
    }

    [Fact]
    public void An_edition_without_a_credit_names_the_one_that_has_it()
    {
        var run = Tool.RunOn("2026-11-01", "runway", "deepseek-v3", "--input", "1M");
        var mended = Tool.RunOn("2026-11-01", "runway", "deepseek-v3", "--input", "100K", "--json", "--at", "2025-01-01");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal("error: the edition of 2026-10-01 promises no credit; that of 2025-01-01 does: --at 2025-01-01\n", run.Error);
        Assert.Contains("\"requests\":\"8\"", mended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_without_any_credit_says_so()
    {
        using var folder = new Folder();
        var run = Tool.Run("runway", "acme/one", "--input", "1", "--card", folder.Write("acme.json", Acme("[]")));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("the card of Acme promises no credit", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deepseek-v3", 2, "there is no request to pay; give --input N")]
    [InlineData("--input 5", 2, "'runway' needs a MODEL")]
    [InlineData("deepseek-v33 --input 5", 1, "did you mean 'deepseek-v3'?")]
    [InlineData("qwen-2-72b --input 5 --batch", 1, "no batch price")]
    [InlineData("deepseek-v3 --input 5 --per-day 0", 2, "--per-day: it has to be at least 1")]
    [InlineData("deepseek-v3 --input 9000000000000000000 --per-day 9000000000000000000", 2, "--per-day: 9000000000000000000 requests of")]
    [InlineData("deepseek-v3 --input 5 --at 2026-10-01", 1, "that of 2025-01-01 does: --at 2025-01-01")]
    public void What_cannot_be_told_is_refused_with_a_hint(string call, int exitCode, string message)
    {
        var run = Tool.Run(["runway", .. call.Split(' ')]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credit_that_outlasts_the_calendar_is_refused()
    {
        using var folder = new Folder();
        var card = folder.Write("acme.json", Acme("""[ { "name": "start", "amount": 1, "expiresAfter": "10000 years" } ]"""));
        var run = Tool.Run("runway", "acme/one", "--input", "1", "--card", card);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("the credits of Acme last for longer than can be counted", run.Error, StringComparison.Ordinal);
    }

    private static string Acme(string credits) =>
        $$"""
        {
          "ratecard": 1, "provider": "Acme", "currency": "USD", "effective": { "from": "2025-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" }, "credits": {{credits}},
          "serverless": { "models": { "acme/one": { "price": 1 }, "acme/free": { "free": true } } }
        }
        """;
}
