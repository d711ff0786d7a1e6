using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TogetherRates.Runtime.Tests;

public sealed partial class ModelSizeFromNameTests
{
    [Theory]
    [InlineData("Qwen/Qwen1.5-0.5B", "0.5B")]
    [InlineData("Qwen1.5-1.8B", "1.8B")]
    [InlineData("phi-2.7B", "2.7B")]
    [InlineData("Mistral-7.2B-Instruct-v0.1", "7.2B")]
    [InlineData("upstage/SOLAR-10.7B-Instruct-v1.0", "10.7B")]
    [InlineData("model_30.5b", "30.5B")]
    [InlineData("model-80.5B", "80.5B")]
    [InlineData("model:4.05B", "4.05B")]
    [InlineData("bert-350M", "350M")]
    [InlineData("m2-bert-80M-32k-retrieval", "80M")]
    [InlineData("chat-500M", "500M")]
    [InlineData("big-1T", "1T")]
    [InlineData("Meta-Llama-3.1-405B-Instruct-Turbo", "405B")]
    [InlineData("4bit-70B", "70B")]
    [InlineData("Llama-2-7B-32K-Instruct", "7B")]
    [InlineData("Qwen2.5-14B-Instruct-1M", "14B")]
    [InlineData("7b-copy-of-7B", "7B")]
    [InlineData("llama-3-8b.gguf", "8B")]
    [InlineData("model.7B", "7B")]
    [InlineData("tiny-11M", "11M")]
    [InlineData("70B", "70B")]
    public void A_dense_size_is_read(string name, string size)
    {
        Assert.True(ModelSize.TryParseFromName(name, out var actual, out var architecture));
        Assert.Equal(ModelSize.Parse(size, null), actual);
        Assert.Equal(ModelArchitecture.Dense, architecture);
    }

    [Theory]
    [InlineData("mistralai/Mixtral-8x7B-Instruct-v0.1", "56B")]
    [InlineData("microsoft/WizardLM-2-8x22B", "176B")]
    [InlineData("MIXTRAL-8X7b", "56B")]
    [InlineData("9223372036x1B", "9223372036B")]
    [InlineData("mix-4x0.5B", "2B")]
    [InlineData("Qwen3-235B-A22B-Instruct", "235B")]
    [InlineData("ERNIE-4.5-21B-a3b", "21B")]
    [InlineData("Big-MoE-100B-A10B", "100B")]
    [InlineData("Big-100B-A10B-64E", "100B")]
    [InlineData("Mixtral-8x7B-56B", "56B")]
    [InlineData("Mixtral 8\u00D77B", "56B")]
    public void A_mixture_counts_all_its_experts(string name, string size)
    {
        Assert.True(ModelSize.TryParseFromName(name, out var actual, out var architecture));
        Assert.Equal(ModelSize.Parse(size, null), actual);
        Assert.Equal(ModelArchitecture.MixtureOfExperts, architecture);
    }

    [Theory]
    [InlineData("grok-x-70B")]
    [InlineData("x-70B")]
    [InlineData("v2 xl 70B")]
    [InlineData("2 xl 70B")]
    public void An_x_that_multiplies_nothing_is_a_word_like_others(string name)
    {
        Assert.True(ModelSize.TryParseFromName(name, out var size, out var architecture));
        Assert.Equal((ModelSize.Billions(70), ModelArchitecture.Dense), (size, architecture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/-_.")]
    [InlineData("gpt-4o")]
    [InlineData("gpt-4.")]
    [InlineData("long-10M")]
    [InlineData("google/gemma-3n-E4B-it")]
    [InlineData("7b-and-70b")]
    [InlineData("7B-trained-on-1T")]
    [InlineData("Llama-3.1")]
    [InlineData("mistral-v0.1")]
    [InlineData("long-32K")]
    [InlineData("MiniMax-Text-01-1M")]
    [InlineData("llama70b")]
    [InlineData("70Bit")]
    [InlineData("zero-0B")]
    [InlineData("1.2.3B")]
    [InlineData("99999999999999999999B")]
    [InlineData("huge-9223372036x9223372036B")]
    [InlineData("none-0x7B")]
    [InlineData("microsoft/phi-2")]
    public void Nothing_is_guessed(string name)
    {
        Assert.False(ModelSize.TryParseFromName(name, out var size, out var architecture));
        Assert.Equal(default, size);
        Assert.Equal(ModelArchitecture.Dense, architecture);
    }

    [Theory]
    [InlineData("meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8")]
    [InlineData("Scout-17B-16E")]
    [InlineData("Qwen1.5-MoE-A2.7B")]
    [InlineData("deep-moe-16b")]
    [InlineData("8x7B-or-8x22B")]
    [InlineData("Mixtral-8x7B-46.7B")]
    [InlineData("odd-7B-A22B")]
    [InlineData("odd-7B-A7B")]
    [InlineData("Mixtral 8 x 7B")]
    [InlineData("Mixtral 8 \u00D7 7B")]
    [InlineData("Mixtral-8x-7B")]
    [InlineData("Mixtral 8 x7B")]
    public void A_mixture_without_a_stated_total_is_known_as_a_mixture_only(string name)
    {
        Assert.False(ModelSize.TryParseFromName(name, out var size, out var architecture));
        Assert.Equal(default, size);
        Assert.Equal(ModelArchitecture.MixtureOfExperts, architecture);
    }

    [SkippableFact]
    public void Every_Together_name_gives_the_size_that_a_person_reads_in_it()
    {
        var file = SharedFile("data/genai_prices.json");
        Skip.If(file is null, "The shared price data isn't beside this repository.");

        using var stream = File.OpenRead(file);
        using var json = JsonDocument.Parse(stream);
        var names = json.RootElement.EnumerateArray()
            .Single(provider => provider.GetProperty("id").GetString() == "together")
            .GetProperty("models").EnumerateArray()
            .Select(model => model.GetProperty("id").GetString()!)
            .ToArray();

        Assert.NotEmpty(names);
        Assert.All(names, name =>
        {
            // In these names the one word of digits and B is the size, unless a number of experts follows.
            var written = WrittenSize().Match(name);
            var experts = written.Groups["experts"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 1;
            var expected = written.Success && !name.Contains("B-1", StringComparison.Ordinal)
                ? ModelSize.Billions(experts * decimal.Parse(written.Groups["size"].Value, CultureInfo.InvariantCulture))
                : default;
            Assert.Equal(expected != default, ModelSize.TryParseFromName(name, out var actual, out _));
            Assert.Equal(expected, actual);
        });
    }

    [GeneratedRegex(
        @"-(?:(?<experts>\d+)x)?(?<size>\d+(?:\.\d+)?)b(?![a-z0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WrittenSize();

    private static string? SharedFile(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", path);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
