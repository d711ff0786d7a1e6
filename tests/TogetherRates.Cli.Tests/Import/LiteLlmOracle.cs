using System.Globalization;
using System.Text.Json;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;
using CardLevel = TogetherRates.Compiler.Cards.ServiceLevel;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Tests.Import;

/// <summary>A usage that one field of an entry prices, and what it costs by that field.</summary>
internal sealed record LiteLlmCase(string Field, MeterQuantities Usage, Rational? Cost, CardLevel Level = CardLevel.Standard, string? Region = null);

/// <summary>What LiteLLM's fields mean, applied to its own data, field by field.</summary>
internal static class LiteLlmOracle
{
    private const long Count = 1_009;

    // The meters that count a unit which the field prices: a part is counted in its whole too.
    private static readonly Dictionary<string, CardMeter[]> Meters = new(StringComparer.Ordinal)
    {
        ["input_cost_per_token"] = [CardMeter.Input],
        ["output_cost_per_token"] = [CardMeter.Output],
        ["output_cost_per_reasoning_token"] = [CardMeter.Output, CardMeter.Reasoning],
        ["citation_cost_per_token"] = [CardMeter.Output, CardMeter.OutputCitation],
        ["cache_read_input_token_cost"] = [CardMeter.Input, CardMeter.CachedInput],
        ["input_cost_per_token_cache_hit"] = [CardMeter.Input, CardMeter.CachedInput],
        ["cache_creation_input_token_cost"] = [CardMeter.Input, CardMeter.CacheWrite],
        ["cache_creation_input_token_cost_above_1hr"] = [CardMeter.Input, CardMeter.CacheWrite, CardMeter.CacheWrite1h],
        ["input_cost_per_audio_token"] = [CardMeter.Input, CardMeter.InputAudio],
        ["output_cost_per_audio_token"] = [CardMeter.Output, CardMeter.OutputAudio],
        ["cache_read_input_audio_token_cost"] = [CardMeter.Input, CardMeter.InputAudio, CardMeter.CachedInput, CardMeter.CachedInputAudio],
        ["cache_creation_input_audio_token_cost"] = [CardMeter.Input, CardMeter.InputAudio, CardMeter.CacheWrite, CardMeter.CacheWriteAudio],
        ["input_cost_per_image_token"] = [CardMeter.Input, CardMeter.InputImage],
        ["output_cost_per_image_token"] = [CardMeter.Output, CardMeter.OutputImage],
        ["output_cost_per_video_token"] = [CardMeter.Output, CardMeter.OutputVideo],
        ["input_cost_per_character"] = [CardMeter.Characters],
        ["output_cost_per_character"] = [CardMeter.OutputCharacters],
        ["input_cost_per_second"] = [CardMeter.Seconds],
        ["output_cost_per_second"] = [CardMeter.OutputSeconds],
        ["input_cost_per_audio_per_second"] = [CardMeter.InputAudioSeconds],
        ["input_cost_per_video_per_second"] = [CardMeter.InputVideoSeconds],
        ["output_cost_per_video_per_second"] = [CardMeter.OutputVideoSeconds],
        ["input_cost_per_image"] = [CardMeter.InputImages],
        ["output_cost_per_image"] = [CardMeter.Images],
        ["input_cost_per_pixel"] = [CardMeter.InputPixels],
        ["output_cost_per_pixel"] = [CardMeter.Pixels],
        ["input_cost_per_query"] = [CardMeter.Queries],
        ["input_cost_per_request"] = [CardMeter.Requests],
        ["ocr_cost_per_page"] = [CardMeter.Pages],
        ["annotation_cost_per_page"] = [CardMeter.AnnotatedPages],
        ["ocr_cost_per_credit"] = [CardMeter.Credits],
        ["code_interpreter_cost_per_session"] = [CardMeter.Sessions],
        ["search_context_size_low"] = [CardMeter.Searches, CardMeter.SearchesLow],
        ["search_context_size_medium"] = [CardMeter.Searches, CardMeter.SearchesMedium],
        ["search_context_size_high"] = [CardMeter.Searches, CardMeter.SearchesHigh],
    };

    private static readonly (string Suffix, CardLevel Level)[] Levels =
        [("_batches", CardLevel.Batch), ("_priority", CardLevel.Priority), ("_flex", CardLevel.Flex)];

    /// <summary>A case for each field of an entry with a price that isn't zero, and more where the price changes with a quantity.</summary>
    public static IEnumerable<LiteLlmCase> Cases(JsonElement entry)
    {
        foreach (var field in entry.EnumerateObject())
        {
            var cases = field.Name switch
            {
                "tiered_pricing" => field.Value[0].TryGetProperty("range", out _) ? TokenTiers(field.Value) : ResultTiers(field.Value),
                "search_context_cost_per_query" => field.Value.EnumerateObject().SelectMany(size => Plain(size.Name, size.Value, entry)),
                "output_cost_per_second" when entry.TryGetProperty("output_cost_per_second_1080p", out var large) => Resolutions(field.Value, large),
                "input_cost_per_video_per_second" when entry.TryGetProperty("input_cost_per_video_per_second_above_8s_interval", out _) => Lengths(entry),
                "input_cost_per_video_per_second_above_8s_interval" or "input_cost_per_video_per_second_above_15s_interval" => Lengths(entry),
                "output_cost_per_second_1080p" => Resolutions(entry.GetProperty("output_cost_per_second"), field.Value),
                "input_dbu_cost_per_token" or "output_dbu_cost_per_token" => [], // The same price in another currency.
                "inptu_cost_per_image" => [], // Misspelt in the excerpt.
                _ when field.Name.StartsWith("regional_processing_uplift_multiplier_", StringComparison.Ordinal) => Regional(entry, field),
                _ when field.Name.Contains("cost", StringComparison.Ordinal) => Plain(field.Name, field.Value, entry),
                _ => [],
            };
            foreach (var one in cases.Where(one => one.Cost is null || one.Cost.Value.Sign > 0))
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<LiteLlmCase> Plain(string name, JsonElement value, JsonElement entry)
    {
        var (suffix, level) = Levels.FirstOrDefault(candidate => name.EndsWith(candidate.Suffix, StringComparison.Ordinal));
        var rest = suffix is null ? name : name[..^suffix.Length];
        var bound = 0L;
        const string Above = "_above_", Tokens = "k_tokens";
        if (rest.EndsWith(Tokens, StringComparison.Ordinal))
        {
            var at = rest.LastIndexOf(Above, StringComparison.Ordinal);
            bound = long.Parse(rest[(at + Above.Length)..^Tokens.Length], CultureInfo.InvariantCulture) * 1_000;
            rest = rest[..at];
        }

        var price = RawPrice.Of(value);
        if (price.Sign == 0)
        {
            yield break;
        }

        var meters = Meters[rest];
        if (bound == 0)
        {
            yield return new(name, Used(meters, Count), price * Count, level);
        }
        else if (meters[0] == CardMeter.Input)
        {
            yield return new(name, Used(meters, bound + 1), price * (bound + 1), level);
        }
        else if (InputAbove(entry, bound, suffix) is { } input)
        {
            var usage = Used(meters, Count);
            usage[CardMeter.Input] = bound + 1;
            yield return new(name, usage, (input * (bound + 1)) + (price * Count), level);
        }
    }

    // The bound itself belongs to the range below it.
    private static Rational? InputAbove(JsonElement entry, long bound, string? suffix)
    {
        var above = FormattableString.Invariant($"input_cost_per_token_above_{bound / 1_000}k_tokens{suffix}");
        return entry.TryGetProperty(above, out var price) ? RawPrice.Of(price) : entry.TryGetProperty("input_cost_per_token" + suffix, out price) ? RawPrice.Of(price) : null;
    }

    private static IEnumerable<LiteLlmCase> TokenTiers(JsonElement rows)
    {
        const string Field = "tiered_pricing";
        foreach (var row in rows.EnumerateArray())
        {
            var (from, upTo) = Range(row, "range");
            var input = RawPrice.Of(row.GetProperty("input_cost_per_token"));
            foreach (var price in row.EnumerateObject().Where(price => price.Name != "range"))
            {
                foreach (var tokens in new[] { from + 1, upTo })
                {
                    var meters = Meters[price.Name];
                    var usage = Used(meters, meters[0] == CardMeter.Input ? tokens : Count);
                    usage[CardMeter.Input] = tokens;
                    var cost = meters[0] == CardMeter.Input ? RawPrice.Of(price.Value) * tokens : (RawPrice.Of(price.Value) * Count) + (input * tokens);
                    yield return new(Field, usage, cost);
                }
            }
        }

        yield return new(Field, Used([CardMeter.Input], Range(rows[rows.GetArrayLength() - 1], "range").UpTo + 1), null);
    }

    private static IEnumerable<LiteLlmCase> ResultTiers(JsonElement rows)
    {
        foreach (var row in rows.EnumerateArray())
        {
            var (from, upTo) = Range(row, "max_results_range");
            foreach (var results in new[] { from, upTo })
            {
                var usage = Used([CardMeter.Queries], Count);
                usage[CardMeter.Results] = results;
                yield return new("tiered_pricing", usage, RawPrice.Of(row.GetProperty("input_cost_per_query")) * Count);
            }
        }

        var beyond = Used([CardMeter.Queries], 1);
        beyond[CardMeter.Results] = Range(rows[rows.GetArrayLength() - 1], "max_results_range").UpTo + 1;
        yield return new("tiered_pricing", beyond, null);
    }

    private static IEnumerable<LiteLlmCase> Lengths(JsonElement entry)
    {
        const string Field = "input_cost_per_video_per_second";
        foreach (var (seconds, suffix) in new[] { (1, ""), (8, ""), (9, "_above_8s_interval"), (15, "_above_8s_interval"), (16, "_above_15s_interval"), (90, "_above_15s_interval") })
        {
            yield return new(Field + suffix, Used([CardMeter.InputVideoSeconds], seconds), RawPrice.Of(entry.GetProperty(Field + suffix)) * seconds);
        }
    }

    private static IEnumerable<LiteLlmCase> Resolutions(JsonElement small, JsonElement large)
    {
        foreach (var (width, height, price) in new (int, int, JsonElement?)[] { (1280, 720, small), (720, 1280, small), (1920, 1080, large), (3840, 2160, null) })
        {
            var usage = Used([CardMeter.OutputVideoSeconds], Count);
            usage[CardMeter.Pixels] = width * height;
            yield return new("output_cost_per_second_1080p", usage, price is { } known ? RawPrice.Of(known) * Count : null);
        }
    }

    private static IEnumerable<LiteLlmCase> Regional(JsonElement entry, JsonProperty field)
    {
        if (entry.TryGetProperty("input_cost_per_token", out var input))
        {
            yield return new(field.Name, Used([CardMeter.Input], Count), RawPrice.Of(input) * Count * RawPrice.Of(field.Value), Region: field.Name[^2..]);
        }
    }

    private static (long From, long UpTo) Range(JsonElement row, string name) =>
        ((long)row.GetProperty(name)[0].GetDecimal(), (long)row.GetProperty(name)[1].GetDecimal());

    private static MeterQuantities Used(CardMeter[] meters, long count)
    {
        var usage = new MeterQuantities();
        Array.ForEach(meters, meter => usage[meter] = count);
        return usage;
    }
}
