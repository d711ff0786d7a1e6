using System.Text.Json;
using TogetherRates.Cards;

namespace TogetherRates.Runtime.Tests;

/// <summary>The newest edition against the collected facts of the price list, where these are kept in a folder beside the repository.</summary>
public sealed class TogetherPriceListTests
{
    private const long Million = 1_000_000;
    private static readonly string? DataFile = Find("together_prices.json");

    [SkippableFact]
    public void Every_model_of_the_newest_list_costs_what_the_list_says()
    {
        var facts = Facts("serverless.chat", "docs-2026-10");

        Assert.All(facts, fact => Assert.Equal(PriceOf(fact), Together.Card.Price(TextOf(fact, "model"), TextOf(fact, "meter") switch
        {
            "input" => new TokenUsage(input: Million),
            "cached_input" => new TokenUsage(input: Million, cachedInput: Million),
            _ => new TokenUsage(output: Million),
        })));
    }

    [SkippableFact]
    public void Every_image_model_of_the_newest_list_costs_what_the_list_says()
    {
        // The list has Gemini 3 Pro Image by resolution too, and those prices are the ones that can be right.
        var facts = Facts("image", "docs-2026-10").Where(fact => TextOf(fact, "model") != "google/gemini-3-pro-image").ToList();

        Assert.All(facts, fact => Assert.Equal(PriceOf(fact), Together.Card.Price(TextOf(fact, "model"), Usage.OfImages(1_000, 1_000))));
        foreach (var fact in facts.Where(fact => fact.TryGetProperty("default_steps", out _)))
        {
            // "applies to FLUX models except pro": twice the default steps cost twice as much.
            var (id, steps) = (TextOf(fact, "model"), int.Parse(TextOf(fact, "default_steps"), System.Globalization.CultureInfo.InvariantCulture));
            var times = id.EndsWith("-pro", StringComparison.Ordinal) ? 1 : 2;
            Assert.Equal(PriceOf(fact) * times, Together.Card.Price(id, Usage.OfImages(1_000, 1_000, steps * 2)));
        }

        Assert.All(Facts("image.per-image", "docs-2026-10"), fact => Assert.Equal(
            PriceOf(fact),
            Together.Card.Price(TextOf(fact, "model"), TextOf(fact, "resolution") == "4K" ? Usage.OfImages(4_096, 4_096) : Usage.OfImages(2_048, 2_048))));
    }

    [SkippableFact]
    public void Every_audio_model_costs_what_the_list_says()
    {
        Assert.All(Facts("speech", "docs-2026-10"), fact => Assert.Equal(
            PriceOf(fact), Together.Card.Price(TextOf(fact, "model"), Usage.Of(Meter.Characters, Million))));
        Assert.All(Facts("transcription", "docs-2026-10"), fact => Assert.Equal(
            PriceOf(fact), Together.Card.Price(TextOf(fact, "model"), Usage.Of(Meter.Seconds, 60))));
    }

    [SkippableFact]
    public void A_video_costs_its_seconds_unless_the_list_prices_a_whole_one() => Assert.All(Facts("video", "docs-2026-10"), fact =>
    {
        var resolution = fact.TryGetProperty("resolution", out var text) ? text.GetString()! : "";
        var usage = resolution.Contains("8s", StringComparison.Ordinal) || resolution.Contains("5s", StringComparison.Ordinal)
            ? Usage.Of(Meter.Videos, 1)
            : Usage.Of(Meter.Seconds, 1);
        Assert.Equal(PriceOf(fact), Together.Card.Price(TextOf(fact, "model"), usage));
    });

    [SkippableFact]
    public void Every_guard_model_costs_what_the_list_says()
    {
        var prices = Facts("moderation", "page-2026-02").Select(PriceOf).Order().ToList();
        string[] ids =
        [
            "meta-llama/Llama-Guard-4-12B", "meta-llama/Llama-Guard-3-11B-Vision-Turbo", "meta-llama/Meta-Llama-Guard-3-8B",
            "meta-llama/LlamaGuard-2-8b", "VirtueAI/VirtueGuard-Text-Lite",
        ];

        Assert.Equal(prices, ids.Select(id => Together.Card.Price(id, new TokenUsage(input: Million))).Order());
    }

    [SkippableFact]
    public void Every_dedicated_gpu_costs_what_the_newest_dated_list_says()
    {
        var facts = Facts("dedicated", "digest-2026-07");

        Assert.Equal(facts.Count, Together.Card.GpuIds.Count);
        Assert.All(facts, fact => Assert.Equal(PriceOf(fact), Together.Dedicated.Price(TextOf(fact, "hardware"), TimeSpan.FromHours(1))));
    }

    [SkippableFact]
    public void Fine_tuning_costs_what_the_page_says_in_both_editions() => Assert.All(Facts("fine-tuning", "page-2026-02"), fact =>
    {
        var type = TextOf(fact, "method") == "sft" ? FineTuningType.Sft : FineTuningType.Dpo;
        var method = TextOf(fact, "implementation") == "lora" ? FineTuningMethod.LoRA : FineTuningMethod.Full;
        var size = ModelSize.Parse(TextOf(fact, "to_billion_params") + "B", null);
        foreach (var card in Together.Editions)
        {
            Assert.True(card.TryExplain(type, method, size, new FineTuningJob(Million), out var quote));
            Assert.Equal(PriceOf(fact), quote.Cost);
        }
    });

    [SkippableFact]
    public void Tools_cost_what_the_newest_lists_say()
    {
        Assert.Equal(
            Facts("sandbox", "page-2026-02").Select(PriceOf),
            [Together.Card.Price("sandbox-vcpu", Usage.Of(Meter.VcpuSeconds, 3_600)), Together.Card.Price("sandbox-memory", Usage.Of(Meter.GibSeconds, 3_600))]);
        Assert.All(Facts("sandbox.vm", "skills-2026-02"), fact => Assert.Equal(
            PriceOf(fact),
            Together.Card.Price("sandbox-" + TextOf(fact, "size").Split(' ')[0].ToLowerInvariant(), Usage.Of(Meter.Seconds, 3_600))));
        Assert.Equal(PriceOf(Facts("code-interpreter", "skills")[0]), Together.Card.Price("code-interpreter", Usage.Of(Meter.Sessions, 1)));
        Assert.Equal(PriceOf(Facts("storage", "page-2026-02")[0]), Together.Card.Price("storage", Usage.Of(Meter.GibMonths, 1)));
        Assert.All(Facts("gpu-cluster", "third-2026-later"), fact => Assert.Equal(
            PriceOf(fact),
            Together.Card.Price("cluster-" + TextOf(fact, "hardware").Split(' ')[1].ToLowerInvariant(), Usage.Of(Meter.GpuSeconds, 3_600))));
        Assert.Equal(
            PriceOf(Facts("dedicated.provisioned-throughput", "digest-2026-07")[0]),
            Together.Card.Price("provisioned-throughput", Usage.Of(Meter.Seconds, 60)));
    }

    private static List<JsonElement> Facts(string product, string source)
    {
        Skip.If(DataFile is null, "The collected facts aren't part of the repository.");
        using var document = JsonDocument.Parse(File.ReadAllText(DataFile));
        var facts = document.RootElement.GetProperty("facts").EnumerateArray()
            .Where(fact => TextOf(fact, "product") == product && TextOf(fact, "source") == source)
            .Select(fact => fact.Clone())
            .ToList();
        Assert.NotEmpty(facts);
        return facts;
    }

    private static string TextOf(JsonElement fact, string name) => fact.GetProperty(name).ToString();

    private static Money PriceOf(JsonElement fact) => Money.Parse(TextOf(fact, "price"), null);

    private static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
