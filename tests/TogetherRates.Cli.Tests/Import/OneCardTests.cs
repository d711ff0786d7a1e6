using TogetherRates.Cli.Tests.Harness;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Cli.Tests.Import;

public sealed class OneCardTests
{
    [Theory]
    [InlineData("litellm.json", "litellm", "LiteLLM")]
    [InlineData("genai-prices.json", "genai-prices", "genai-prices")]
    [InlineData("together-models.json", "together-api", "Together AI")]
    public void All_providers_of_a_source_come_into_one_card_that_checks_fine(string file, string source, string provider)
    {
        using Folder folder = new(), apart = new();

        var card = Import(folder, source, Fixture.Path(file));

        Assert.Equal(0, Tool.Run("import", source, Fixture.Path(file), "-o", apart.Path).ExitCode);
        Assert.Equal(provider, card.Provider);
        Assert.Equal(
            Directory.GetFiles(apart.Path).Sum(path => CardIds.All(CardCompiler.Read(File.ReadAllText(path)).Card!).Count),
            CardIds.All(card).Count);
    }

    [SkippableFact]
    public void The_ids_of_a_whole_collection_are_told_apart_by_a_few_blocks()
    {
        var list = PublicData.Find("litellm_model_prices.json");
        Skip.If(list is null, "The collection isn't beside the repository.");
        using var folder = new Folder();

        var card = Import(folder, "litellm", list!);

        // Else each lookup would hash all of an id.
        Assert.Matches("blocks: [1-9]", CSharpEmitter.Emit(card, new EmissionOptions("Shop", "Prices", IsPublic: true)).ToString());
    }

    [Fact]
    public void Ids_that_name_no_provider_get_it_in_front_and_aliases_too()
    {
        using var folder = new Folder();

        var card = Import(folder, "genai-prices", Fixture.Path("genai-prices.json"));

        Assert.Equal("huggingface_together/Qwen/Qwen3-VL-8B-Instruct", ModelOf(card, "huggingface_together/qwen/qwen3-vl-8b-instruct-fast"));
        Assert.Equal("openai/o3", ModelOf(card, "openai/o3-2025-04-16"));
        Assert.All(CardIds.All(card).SelectMany(model => model.Aliases.Prepend(model.Id)), id => Assert.Contains('/', id));
        Assert.Null(ModelOf(card, "o3"));
    }

    [Fact]
    public void Patterns_of_how_ids_start_get_the_provider_in_front_and_others_are_left_out_in_part()
    {
        using Folder folder = new(), sources = new();
        var file = sources.Write("source.json", """
            [
              { "id": "acme", "models": [
                { "id": "one", "match": { "or": [ { "starts_with": "one-" }, { "ends_with": "-uno" } ] }, "prices": { "input_mtok": 1 } } ] },
              { "id": "beta", "models": [
                { "id": "two", "match": { "contains": "zwei" }, "prices": { "input_mtok": 2 } } ] },
              { "id": "zeta", "models": [
                { "id": "one", "match": { "or": [ { "starts_with": "one-" }, { "regex": "^eins\\d$" } ] }, "prices": { "input_mtok": 3 } } ] }
            ]
            """);

        var card = Import(folder, "genai-prices", file, out var run);

        Assert.Equal("acme/one", ModelOf(card, "acme/one-2025"));
        Assert.Equal("zeta/one", ModelOf(card, "zeta/one-2025"));
        Assert.All(["one-2025", "acme/die-uno", "beta/zwei", "zeta/eins1"], id => Assert.Null(ModelOf(card, id)));
        Assert.All(CardIds.All(card).SelectMany(model => model.Matches), pattern => Assert.Equal(IdPatternKind.Prefix, pattern.Kind));
        foreach (var (model, pattern) in new[] { ("acme one", "suffix -uno"), ("beta two", "contains zwei"), ("zeta one", @"regex ^eins\d$") })
        {
            Assert.Contains($"left out in part: {model}: '{pattern}': in a card of all providers it would match their ids too\n", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ids_of_LiteLLM_stay_as_a_gateway_sends_them()
    {
        using var folder = new Folder();

        var card = Import(folder, "litellm", Fixture.Path("litellm.json"));

        Assert.Equal("azure/us/gpt-5.5", ModelOf(card, "azure/us/gpt-5.5"));
        Assert.Equal("gpt-4o", ModelOf(card, "gpt-4o"));
    }

    [Theory]
    [InlineData("litellm.json", "litellm")]
    [InlineData("genai-prices.json", "genai-prices")]
    public void Importing_twice_gives_the_same_bytes(string file, string source)
    {
        using var folder = new Folder();
        string first = Path.Combine(folder.Path, "1.json"), second = Path.Combine(folder.Path, "2.json");

        Assert.Equal(0, Tool.Run("import", source, Fixture.Path(file), "--one-card", "-o", first).ExitCode);
        Assert.Equal(0, Tool.RunUnder("tr-TR", "import", source, Fixture.Path(file), "--one-card", "-o", second).ExitCode);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void In_a_folder_the_card_is_called_after_the_source()
    {
        using var folder = new Folder();

        Assert.Equal(0, Tool.Run("import", "litellm", Fixture.Path("litellm.json"), "--one-card", "-o", folder.Path).ExitCode);

        Assert.Equal("litellm.ratecard.json", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path))));
    }

    [Fact]
    public void Of_two_providers_that_have_an_id_the_first_keeps_it()
    {
        using Folder folder = new(), sources = new();
        var file = sources.Write("source.json", """
            {
              "one": { "litellm_provider": "acme", "input_cost_per_token": 1e-06 },
              "two": { "litellm_provider": "acme", "input_cost_per_token": 1e-06 },
              "one": { "litellm_provider": "beta", "input_cost_per_token": 2e-06 }
            }
            """);

        var card = Import(folder, "litellm", file, out var run);

        Assert.Equal("one", ModelOf(card, "one"));
        Assert.Contains("left out: beta one: another provider has 'one' too, and the first one stays\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 entries, 2 of them in 1 card; 1 left out", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_provider_and_all_in_one_card_contradict_each_other()
    {
        using var folder = new Folder();
        var card = Path.Combine(folder.Path, "card.json");

        var run = Tool.Run("import", "litellm", Fixture.Path("litellm.json"), "--one-card", "--provider", "openai", "-o", card);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--provider picks one provider and --one-card takes all; give one of them", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(card));
    }

    [SkippableTheory]
    [InlineData("litellm_model_prices.json", "litellm", 2_500)]
    [InlineData("genai_prices.json", "genai-prices", 1_000)]
    public void The_whole_collection_is_one_valid_card(string file, string source, int atLeast)
    {
        var path = PublicData.Find(file);
        Skip.If(path is null, "The collection isn't beside the repository.");

        using var folder = new Folder();

        Assert.InRange(CardIds.All(Import(folder, source, path)).Count, atLeast, int.MaxValue);
    }

    private static Card Import(Folder folder, string source, string file) => Import(folder, source, file, out _);

    private static Card Import(Folder folder, string source, string file, out ToolRun run)
    {
        var path = Path.Combine(folder.Path, "all.ratecard.json");
        run = Tool.Run("import", source, file, "--one-card", "-o", path);
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(path, Assert.Single(Directory.GetFiles(folder.Path)));
        Assert.Equal(0, Tool.Run("check", path).ExitCode);
        return CardCompiler.Read(File.ReadAllText(path)).Card!;
    }

    private static string? ModelOf(Card card, string id) => IdIndex.Of(card).Find(id)?.Id;
}
