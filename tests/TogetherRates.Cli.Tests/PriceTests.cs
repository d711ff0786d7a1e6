using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class PriceTests
{
    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        var run = Tool.Run("price", "deepseek-ai/DeepSeek-V3", "--input", "12000", "--output", "0", "--json");

        Assert.Equal(
            """{"cost":"0.015","currency":"USD","card":"Together AI","edition":"2025-01-01","lines":[{"meter":"input","quantity":"12000","unit":"token","price":"1.25","per":"1000000","amount":"0.015"}],"subject":"deepseek-ai/DeepSeek-V3"}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("llama-3-70b-lite", "0.54")]
    [InlineData("llama-3-70b-turbo", "0.88")]
    [InlineData("llama-3-70b-reference", "0.9")]
    [InlineData("meta-llama/Meta-Llama-3-70B-Instruct-Lite", "0.54")]
    [InlineData("Qwen/Qwen2-72B-Instruct", "0.9")]
    [InlineData("deepseek-ai/DeepSeek-V3", "1.25")]
    public void A_million_tokens_of_a_model_cost_what_the_price_list_says(string model, string price)
    {
        Assert.Equal(price, Cost("price", model, "--input", "1M"));
        Assert.Equal(price, Cost("price", model, "--output", "1M"));
        Assert.Equal(price, Cost("price", model, "--input", "250K", "--output", "750_000"));
    }

    [Theory]
    [InlineData("4B", "Dense", "0.1")]
    [InlineData("4.05B", "Dense", "0.2")]
    [InlineData("4.1B", "Dense", "0.2")]
    [InlineData("8B", "Dense", "0.2")]
    [InlineData("21B", "Dense", "0.3")]
    [InlineData("41B", "Dense", "0.8")]
    [InlineData("80B", "Dense", "0.9")]
    [InlineData("110B", "Dense", "1.8")]
    [InlineData("56B", "Moe", "0.6")]
    [InlineData("56.1B", "Moe", "1.2")]
    [InlineData("176B", "Moe", "1.2")]
    [InlineData("480B", "Moe", "2.4")]
    public void A_million_tokens_by_size_cost_what_the_price_list_says(string size, string table, string price)
    {
        Assert.Equal(price, Cost("price", "--size", size, "--table", table, "--tokens", "1M"));
        Assert.Equal(price, Cost("price", "--size", size, "--table", table, "--tokens", "1M", "--card", Repository.TogetherCard));
    }

    [Fact]
    public void One_token_at_ten_cents_a_million_is_a_ten_millionth() => Assert.Equal("0.0000001", Cost("price", "--size", "4B", "--tokens", "1"));

    [Fact]
    public void The_first_table_is_used_unless_one_is_named() =>
        Assert.Equal(Cost("price", "--size", "56B", "--table", "Dense", "--tokens", "7"), Cost("price", "--size", "56B", "--tokens", "7"));

    [Theory]
    [InlineData("110.1B", "Dense")]
    [InlineData("480.1B", "Moe")]
    public void A_size_above_its_table_has_no_price(string size, string table)
    {
        var run = Tool.Run("price", "--size", size, "--table", table, "--tokens", "1", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\"code\":\"sizeAboveTable\"", run.Output, StringComparison.Ordinal);
        Assert.Contains(size, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_by_model() => Snapshot.Verify(Tool.Run("price", "deepseek-v3", "--input", "1.5M", "--output", "200K", "--batch").ToString());

    [Fact]
    public void A_quote_by_size() => Snapshot.Verify(Tool.Run("price", "--size", "70B", "--input", "12000", "--output", "800").ToString());

    [Fact]
    public void A_quote_of_every_meter()
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", ExampleCard.Text);
        string[] call =
        [
            "price", "thinker", "--card", card, "--input", "1000", "--cached-input", "100", "--cache-write", "200", "--cache-write-1h", "50",
            "--output", "500", "--reasoning", "300",
        ];

        Snapshot.Verify(Tool.Run(call).ToString() + Tool.Run([.. call, "--batch", "--json"]));
    }

    [Theory]
    [InlineData("cachedInput=100", "cacheWrite1h=50", "cacheWrite=200", "input=1000")]
    [InlineData("cached-input=100", "cache-write-1h=50", "cache-write=200", "input=1000")]
    [InlineData("cached_input_tokens=100", "cache_write_1h_tokens=50", "cache_write_tokens=200", "input_tokens=1000")]
    [InlineData("cached_input=100", "cacheWrite1h=50", "cache_write=0.2K", "input=1_000")]
    public void A_meter_goes_by_its_name_in_cards_on_the_command_line_and_in_logs(params string[] meters)
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", ExampleCard.Text);
        var named = Tool.Run(
            "price", "thinker", "--card", card, "--input", "1000", "--cached-input", "100", "--cache-write", "200", "--cache-write-1h", "50", "--json");
        var run = Tool.Run(["price", "thinker", "--card", card, "--json", .. meters.SelectMany(meter => new[] { "--meter", meter })]);

        Assert.Equal(named.Output, run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Nothing_used_costs_nothing() =>
        Assert.Equal("0", Cost("price", "deepseek-v3", "--input", "0"));

    [Fact]
    public void A_free_model_costs_nothing_and_says_so()
    {
        using var folder = new Folder();

        Snapshot.Verify(Tool.Run("price", "example/free", "--card", folder.Write("card.json", ExampleCard.Text), "--input", "1M").ToString());
    }

    [Fact]
    public void Tokens_of_no_direction_have_no_price_where_input_and_output_differ()
    {
        using var folder = new Folder();

        Snapshot.Verify(Tool.Run("price", "--size", "4B", "--table", "Split", "--card", folder.Write("card.json", ExampleCard.Text), "--tokens", "1K").ToString());
    }

    [Theory]
    [InlineData("2026-01-01", 0)]
    [InlineData("2026-07-01", 0)]
    [InlineData("2026-07-01T11:59:59Z", 0)]
    [InlineData("2026-07-01T11:59", 0)]
    [InlineData("2026-07-01T12:00Z", 1)]
    [InlineData("2025-12-31T23:59:59Z", 1)]
    [InlineData("2026-13-01", 2)]
    [InlineData("2026-02-30", 2)]
    [InlineData("01/02/2026", 2)]
    [InlineData("2026-07-01T12:00+02:00", 2)]
    public void Prices_hold_in_the_period_of_their_edition(string time, int exitCode)
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", ExampleCard.Text);
        var run = Tool.Run("price", "thinker", "--input", "1", "--card", card, "--at", time);

        Assert.Equal(exitCode, run.ExitCode);
        if (exitCode == 1)
        {
            Assert.Contains("from 2026-01-01 until 2026-07-01T12:00:00Z", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("near_model", "price deepseek-v4 --input 1")]
    [InlineData("no_batch", "price qwen-2-72b --input 1 --batch")]
    [InlineData("table_in_lower_case", "price --size 8B --table dense --tokens 1")]
    [InlineData("near_table", "price --size 8B --table Dence --tokens 1")]
    [InlineData("too_early", "price deepseek-v3 --input 1 --at 2024-12-31")]
    public void What_has_no_price_is_refused_with_a_hint(string name, string call)
    {
        var arguments = call.Split(' ');
        var (people, programs) = (Tool.Run(arguments), Tool.Run([.. arguments, "--json"]));

        Assert.Equal((1, 1), (people.ExitCode, programs.ExitCode));
        Assert.Equal("", people.Output);
        Snapshot.Verify(programs.ToString(), name);
    }

    [Fact]
    public void A_model_like_no_other_is_refused_with_all_that_there_are()
    {
        using var folder = new Folder();

        Snapshot.Verify(Tool.Run("price", "nothing-like-it", "--card", folder.Write("card.json", ExampleCard.Text), "--input", "1").ToString());
    }

    [Fact]
    public void A_meter_without_a_price_is_refused()
    {
        using var folder = new Folder();

        Snapshot.Verify(Tool.Run("price", "example/embedder", "--card", folder.Write("card.json", ExampleCard.Text), "--input", "1", "--output", "5").ToString());
    }

    [Fact]
    public void A_card_with_a_mistake_prices_nothing()
    {
        using var folder = new Folder();
        var card = folder.Write("card.json", ExampleCard.Text.Replace("\"from\": \"4.1B\"", "\"from\": \"4.2B\"", StringComparison.Ordinal));

        Snapshot.Verify(folder.Relative(Tool.Run("price", "thinker", "--card", card, "--input", "1")));
    }

    private static string Cost(params string[] call)
    {
        var run = Tool.Run([.. call, "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("cost").GetString()!;
    }
}
