using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class EmbedTests
{
    [Fact]
    public void A_script_gets_exactly_this_line()
    {
        var run = Tool.Run("embed", "BAAI/bge-large-en-v1.5", "--input", "1500000", "--json");

        Assert.Equal(
            """{"cost":"0.03","currency":"USD","card":"Together AI","edition":"2025-01-01","lines":[{"meter":"input","quantity":"1500000","unit":"token","price":"0.02","per":"1000000","amount":"0.03"}],"subject":"BAAI/bge-large-en-v1.5"}""" + "\n",
            run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("embed bge-large-en-v1.5 --input 1M", "0.02")]
    [InlineData("embed --size 150M --input 1M", "0.008")]
    [InlineData("embed --size 151M --input 1M", "0.016")]
    [InlineData("rerank --size 8B --input 1M", "0.1")]
    [InlineData("rerank --size 0.5B --input 0", "0")]
    public void Input_costs_what_the_price_list_says(string call, string cost)
    {
        string[] arguments = [.. call.Split(' '), "--json"];

        Assert.StartsWith($"{{\"cost\":\"{cost}\",", Tool.Run(arguments).Output, StringComparison.Ordinal);
        Assert.Equal(Tool.Run(arguments), Tool.Run([.. arguments, "--card", Repository.TogetherCard]));
    }

    [Theory]
    [InlineData("ACME/Embed")]
    [InlineData("acme/embed-v2")]
    public void Ids_are_found_as_price_finds_them(string id)
    {
        using var folder = new Folder();
        var card = folder.Write(
            "card.json",
            """
            { "ratecard": 1, "provider": "Acme", "currency": "USD", "effective": { "from": "2026-01-01" }, "rounding": { "digits": 2, "mode": "half-even" }, "ids": "ignore-case",
              "embeddings": { "models": { "acme/embed": { "price": 0.02, "matches": [ { "prefix": "acme/embed-" } ] } } } }
            """);

        Assert.Equal(Tool.Run("price", id, "--input", "1M", "--card", card), Tool.Run("embed", id, "--input", "1M", "--card", card));
        Assert.Equal(0, Tool.Run("embed", id, "--input", "1M", "--card", card).ExitCode);
    }

    [Fact]
    public void A_model_of_another_card_may_be_embedded_in_a_batch()
    {
        using var folder = new Folder();
        var card = folder.Write(
            "card.json",
            """
            { "ratecard": 1, "provider": "Example", "currency": "EUR", "effective": { "from": "2026-01-01" }, "rounding": { "digits": 2, "mode": "half-even" },
              "embeddings": { "models": { "example/vectors": { "price": 0.02, "batch": "50%" } } },
              "rerank": { "models": { "example/ranks": { "price": 0.04 } } } }
            """);

        Assert.StartsWith("{\"cost\":\"0.01\",", Tool.Run("embed", "example/vectors", "--input", "1M", "--batch", "--json", "--card", card).Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"cost\":\"0.04\",", Tool.Run("rerank", "example/ranks", "--input", "1M", "--json", "--card", card).Output, StringComparison.Ordinal);
        Assert.Contains("no prices of rerank models by size", Tool.Run("rerank", "--size", "8B", "--input", "1M", "--card", card).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("embed bge-lrage-en-v1.5 --input 1", 1, "no embedding model 'bge-lrage-en-v1.5'; did you mean 'bge-large-en-v1.5'?")]
    [InlineData("embed deepseek-v3 --input 1", 1, "the card has no embedding model 'deepseek-v3'; known: ")]
    [InlineData("embed --size 351M --input 1", 1, "'EmbeddingSizes' has no price for 351M: it ends at 350M")]
    [InlineData("rerank --size 8.1B --input 1", 1, "'RerankSizes' has no price for 8.1B")]
    [InlineData("embed bge-large-en-v1.5 --input 1 --output 1", 2, "'--output' isn't an option of 'embed'")]
    [InlineData("embed bge-large-en-v1.5", 2, "'embed' needs --input N")]
    [InlineData("embed --input 1", 2, "'embed' needs a MODEL or a --size")]
    [InlineData("embed bge-large-en-v1.5 --size 1M --input 1", 2, "either a MODEL or a --size")]
    [InlineData("rerank --size 8B --input 1 --batch", 2, "--batch goes with a MODEL")]
    [InlineData("rerank --size 8 --input 1", 2, "'8' isn't a model size")]
    public void What_has_no_price_is_refused_with_a_hint(string call, int exitCode, string message)
    {
        foreach (var day in new[] { "2026-06-01", "2026-11-01" })
        {
            var run = Tool.RunOn(day, call.Split(' '));

            Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }
    }
}
