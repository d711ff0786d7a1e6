using System.Text.Json;
using TogetherRates.Cli.Comparison;
using TogetherRates.Cli.RateCards;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class DiffTests
{
    private const string Old =
        """
        {
          "ratecard": 1, "provider": "Example", "currency": "EUR", "effective": { "from": "2025-01-01", "until": "2026-01-01" },
          "rounding": { "digits": 2, "mode": "half-even" },
          "serverless": {
            "sizes": { "Dense": { "above": "unpriced", "tiers": [ { "upTo": "8B", "price": 0.20 }, { "upTo": "70B", "price": 0.90 } ] } },
            "models": {
              "same": { "price": 1 }, "said-otherwise": { "price": 1 }, "gone": { "input": 1, "output": 2 },
              "risen": { "price": 3, "batch": "50%" }, "apart": { "price": 1 }, "cached": { "input": 3, "output": 15 }, "free": { "free": true },
              "sized": { "size": "8B", "table": "Dense" },
              "hours": { "windows": [ { "from": "08:00", "until": "20:00", "price": 2 }, { "from": "20:00", "until": "08:00", "price": 1 } ] },
              "long": { "input": 1, "output": 2, "contexts": [ { "above": "200K", "input": 2, "output": 3 } ] }
            }
          },
          "images": { "models": { "picture": { "price": 0.04, "per": "megapixel", "steps": 28 }, "poster": { "price": 0.04, "per": "megapixel" } } },
          "dedicated": { "per": "hour", "billed": "minute", "gpus": { "big": { "price": 6 }, "small": { "price": 3 } } },
          "fineTuning": {
            "above": "unpriced", "bands": [ { "upTo": "16B", "sft": { "lora": 0.48 } } ],
            "models": { "special": { "sft": { "lora": 10 }, "minimum": 20 } }
          },
          "volume": { "tiers": [ { "upTo": 1000, "discount": "0%" }, { "discount": "5%" } ] },
          "credits": [ { "name": "welcome", "amount": 1 } ],
          "limits": { "tiers": { "One": { "spend": 5, "requestsPerMinute": 60 } } }
        }
        """;

    private static readonly (string Before, string After)[] Edits =
    [
        ("\"2025-01-01\", \"until\": \"2026-01-01\"", "\"2026-01-01\""),
        ("\"upTo\": \"8B\", \"price\": 0.20", "\"upTo\": \"8B\", \"price\": 0.25"),
        ("\"said-otherwise\": { \"price\": 1 }", "\"said-otherwise\": { \"per\": \"1K tokens\", \"price\": 0.001 }"),
        ("\"gone\": { \"input\": 1, \"output\": 2 }", "\"new\": { \"input\": 1, \"output\": 2 }"),
        ("\"price\": 3, \"batch\": \"50%\"", "\"price\": 4, \"batch\": \"25%\""),
        ("\"apart\": { \"price\": 1 }", "\"apart\": { \"input\": 1, \"output\": 1.5 }"),
        ("\"cached\": { \"input\": 3,", "\"cached\": { \"input\": 3, \"cachedInput\": 0.3,"),
        ("\"free\": { \"free\": true }", "\"free\": { \"price\": 1 }"),
        ("\"until\": \"08:00\", \"price\": 1", "\"until\": \"08:00\", \"price\": 0.5"),
        ("\"above\": \"200K\", \"input\": 2", "\"above\": \"200K\", \"input\": 4"),
        ("\"steps\": 28", "\"steps\": 20"),
        ("\"poster\": { \"price\": 0.04, \"per\": \"megapixel\" }", "\"poster\": { \"price\": 0.05, \"per\": \"image\" }"),
        ("\"big\": { \"price\": 6 }", "\"big\": { \"price\": 5 }"),
        ("\"lora\": 0.48", "\"lora\": 0.5"),
        ("\"minimum\": 20", "\"minimum\": 10"),
        ("\"discount\": \"5%\"", "\"discount\": \"10%\""),
        ("\"credits\": [ { \"name\": \"welcome\", \"amount\": 1 } ],", ""),
        ("\"requestsPerMinute\": 60", "\"requestsPerMinute\": 600"),
    ];

    private static string New => Edits.Aggregate(Old, (text, edit) =>
    {
        Assert.Contains(edit.Before, text, StringComparison.Ordinal);
        return text.Replace(edit.Before, edit.After, StringComparison.Ordinal);
    });

    [Fact]
    public void Everything_that_changed_is_told_with_how_much()
    {
        using var folder = new Folder();
        string[] call = ["diff", folder.Write("old.json", Old), folder.Write("new.json", New)];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--json"]));
    }

    [Fact]
    public void Cards_that_say_the_same_differ_in_nothing()
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", Old);

        Assert.Equal("nothing changed from Example, edition 2025-01-01, EUR to Example, edition 2025-01-01, EUR\n", Tool.Run("diff", card, card).Output);
        Assert.EndsWith("\"changes\":[]}\n", Tool.Run("diff", card, card, "--json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"billed\": \"minute\"", "\"billed\": \"hour\"", "every GPU", "seconds billed at once")]
    [InlineData("\"volume\": { ", "\"volume\": { \"mode\": \"graduated\", ", "every tier", "mode")]
    [InlineData("\"same\": { \"price\": 1 }", "\"same\": { \"price\": 1, \"contexts\": [ { \"above\": \"200K\", \"unpriced\": true } ] }", "same", "above 200K input tokens")]
    [InlineData("\"amount\": 1 }", "\"amount\": 1, \"expiresAfter\": \"30 days\" }", "welcome", "expires after")]
    [InlineData("\"batch\": \"50%\"", "\"batch\": \"40%\", \"priority\": { \"factor\": 2 }", "risen", "batch discount")]
    [InlineData("\"same\": { \"price\": 1 }", "\"same\": { \"price\": 1, \"aliases\": [ \"other\" ] }", "other", "priced as")]
    [InlineData("\"same\": { \"price\": 1 }", "\"same\": { \"price\": 1, \"matches\": [ { \"prefix\": \"same-\" } ] }", "ids with prefix 'same-'", "priced as")]
    [InlineData("\"steps\": 28", "\"steps\": 28, \"aliases\": [ \"painting\" ]", "painting", "priced as")]
    [InlineData("\"big\": { \"price\": 6 }", "\"big\": { \"price\": 6, \"aliases\": [ \"large\" ] }", "large", "priced as")]
    [InlineData("\"minimum\": 20", "\"minimum\": 20, \"aliases\": [ \"own\" ]", "own", "priced as")]
    [InlineData("\"digits\": 2", "\"digits\": 4", "invoices", "digits")]
    [InlineData("\"half-even\" },", "\"half-even\" }, \"ids\": \"ignore-case\",", "every id", "case of letters")]
    [InlineData("half-even", "up", "invoices", "mode")]
    public void Terms_that_change_bills_are_told_too(string before, string after, string item, string name)
    {
        using var folder = new Folder();
        var (old, next) = (CardInUse.FromFile(folder.Write("old.json", Old)).Card, CardInUse.FromFile(folder.Write("new.json", Old.Replace(before, after, StringComparison.Ordinal))).Card);

        Assert.Contains(CardDifference.Between(old, next), change => (change.Cell.Item, change.Cell.Name) == (item, name) && change.Kind != PriceChange.Removed);
    }

    [Fact]
    public void An_alias_that_moves_is_told_with_both_of_its_models()
    {
        using var folder = new Folder();
        var old = folder.Write("old.json", Old.Replace("\"same\": { \"price\": 1 }", "\"same\": { \"price\": 1, \"aliases\": [ \"other\" ] }", StringComparison.Ordinal));
        var next = folder.Write("new.json", Old.Replace("\"cached\": {", "\"cached\": { \"aliases\": [ \"other\" ],", StringComparison.Ordinal));

        Assert.Contains(
            "\"changes\":[{\"change\":\"changed\",\"section\":\"serverless\",\"of\":\"other\",\"price\":\"priced as\",\"old\":\"same\",\"new\":\"cached\"}]",
            Tool.Run("diff", old, next, "--json").Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"upTo\": \"8B\"", "\"upTo\": \"8000M\"")]
    [InlineData("\"sizes\": { \"Dense\": {", "\"sizes\": { \"Dense\": { \"step\": \"0.1B\",")]
    [InlineData("\"bands\": [ { \"upTo\": \"16B\"", "\"bands\": [ { \"upTo\": \"16000M\"")]
    public void A_row_whose_bounds_are_written_otherwise_is_the_same_row(string before, string after)
    {
        using var folder = new Folder();
        Assert.Contains(before, Old, StringComparison.Ordinal);
        var (old, next) = (folder.Write("old.json", Old), folder.Write("new.json", Old.Replace(before, after, StringComparison.Ordinal)));

        Assert.EndsWith("\"changes\":[]}\n", Tool.Run("diff", old, next, "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_whose_lower_bound_moves_is_another_row()
    {
        using var folder = new Folder();
        var (old, next) = (folder.Write("old.json", Old), folder.Write("new.json", Old.Replace("\"upTo\": \"8B\"", "\"upTo\": \"4B\"", StringComparison.Ordinal)));

        var output = Tool.Run("diff", old, next, "--json").Output;

        Assert.All(["Dense up to 4B", "Dense 4B - 70B", "Dense up to 8B", "Dense 8B - 70B"], row => Assert.Contains($"\"of\":\"{row}\"", output, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_of_one_name_are_told_apart_by_their_order()
    {
        const string Twins = "\"credits\": [ { \"name\": \"twin\", \"member\": \"A\", \"amount\": 1 }, { \"name\": \"twin\", \"member\": \"B\", \"amount\": 2 } ],";
        using var folder = new Folder();
        var twins = Old.Replace("\"credits\": [ { \"name\": \"welcome\", \"amount\": 1 } ],", Twins, StringComparison.Ordinal);
        var (old, next) = (folder.Write("old.json", twins), folder.Write("new.json", twins.Replace("\"amount\": 2", "\"amount\": 3", StringComparison.Ordinal)));

        Assert.Contains("\"of\":\"twin\",\"price\":\"amount\",\"old\":\"2\",\"new\":\"3\"", Tool.Run("diff", old, next, "--json").Output, StringComparison.Ordinal);
        Assert.EndsWith("\"changes\":[]}\n", Tool.Run("diff", old, old, "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_currencies_are_not_compared()
    {
        using var folder = new Folder();
        string[] call = ["diff", folder.Write("euro.json", Old), folder.Write("dollar.json", Old.Replace("EUR", "USD", StringComparison.Ordinal)), "--json"];
        var run = Tool.Run(call);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("""{"error":{"code":"currencies",""", run.Output, StringComparison.Ordinal);
        Assert.Contains("edition 2025-01-01, EUR and Example, edition 2025-01-01, USD are priced in two currencies; diff cards in one currency", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_way_round_what_came_has_gone()
    {
        using var folder = new Folder();
        var (old, next) = (CardInUse.FromFile(folder.Write("old.json", Old)).Card, CardInUse.FromFile(folder.Write("new.json", New)).Card);
        var (there, back) = (CardDifference.Between(old, next), CardDifference.Between(next, old));

        Assert.Equal(
            there.Select(change => (change.Cell.Place, change.Old?.Rate, change.New?.Rate)).OrderBy(change => change.Place),
            back.Select(change => (change.Cell.Place, change.New?.Rate, change.Old?.Rate)).OrderBy(change => change.Place));
    }

    [Fact]
    public void Built_in_editions_go_by_their_dates()
    {
        var run = Tool.RunOn("2026-11-01", "diff", "together@2025-01-01", "together@2026-10-01", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var gpu = json.RootElement.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("of").GetString() == "H100-SXM-80GB");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """{"change":"changed","section":"dedicated","of":"H100-SXM-80GB","price":"replica","old":"3.36","oldPer":"hour","new":"5.4","newPer":"hour","percent":"425/7"}""",
            gpu.GetRawText());
        Assert.Equal(run, Tool.RunOn("2026-06-01", "diff", "together", "together@2027-01-01", "--json"));
        Assert.DoesNotContain(json.RootElement.GetProperty("changes").EnumerateArray(), change => change.GetProperty("of").GetString() == "deepseek-ai/DeepSeek-V3");
    }

    [Theory]
    [InlineData("diff together", 2, "'diff' needs a NEW")]
    [InlineData("diff together nowhere.json", 2, "there is no file 'nowhere.json'")]
    [InlineData("diff together together@1999-01-01", 1, "no built-in card is in force on 1999-01-01")]
    [InlineData("diff together together@yesterday", 2, "'yesterday' isn't a time")]
    public void Cards_that_are_not_there_are_refused(string call, int exitCode, string message)
    {
        var run = Tool.Run(call.Split(' '));

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
