using System.Globalization;
using System.Text.RegularExpressions;
using TogetherRates.Compiler;
using CardLevel = TogetherRates.Compiler.Cards.ServiceLevel;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Import;

/// <summary>What a price field of LiteLLM's collection says, by its name.</summary>
/// <param name="Meter">What is counted; one unit costs the field's value.</param>
/// <param name="Level">The service level.</param>
/// <param name="Above">The input tokens above which the price holds; 0 when it holds from the start.</param>
/// <param name="AboveSeconds">The seconds above which the price holds; 0 when it holds from the start.</param>
internal sealed partial record LiteLlmField(CardMeter Meter, CardLevel Level, long Above, long AboveSeconds)
{
    private static readonly Dictionary<string, CardMeter> Meters = new(StringComparer.Ordinal)
    {
        ["input_cost_per_token"] = CardMeter.Input,
        ["output_cost_per_token"] = CardMeter.Output,
        ["output_cost_per_reasoning_token"] = CardMeter.Reasoning,
        ["citation_cost_per_token"] = CardMeter.OutputCitation,
        ["cache_read_input_token_cost"] = CardMeter.CachedInput,
        ["input_cost_per_token_cache_hit"] = CardMeter.CachedInput,
        ["cache_creation_input_token_cost"] = CardMeter.CacheWrite,
        ["cache_creation_input_token_cost_above_1hr"] = CardMeter.CacheWrite1h,
        ["input_cost_per_audio_token"] = CardMeter.InputAudio,
        ["output_cost_per_audio_token"] = CardMeter.OutputAudio,
        ["cache_read_input_audio_token_cost"] = CardMeter.CachedInputAudio,
        ["cache_creation_input_audio_token_cost"] = CardMeter.CacheWriteAudio,
        ["input_cost_per_image_token"] = CardMeter.InputImage,
        ["output_cost_per_image_token"] = CardMeter.OutputImage,
        ["output_cost_per_video_token"] = CardMeter.OutputVideo,
        ["input_cost_per_character"] = CardMeter.Characters,
        ["output_cost_per_character"] = CardMeter.OutputCharacters,
        ["input_cost_per_second"] = CardMeter.Seconds,
        ["output_cost_per_second"] = CardMeter.OutputSeconds,
        ["input_cost_per_audio_per_second"] = CardMeter.InputAudioSeconds,
        ["input_cost_per_video_per_second"] = CardMeter.InputVideoSeconds,
        ["output_cost_per_video_per_second"] = CardMeter.OutputVideoSeconds,
        ["input_cost_per_image"] = CardMeter.InputImages,
        ["output_cost_per_image"] = CardMeter.Images,
        ["input_cost_per_pixel"] = CardMeter.InputPixels,
        ["output_cost_per_pixel"] = CardMeter.Pixels,
        ["input_cost_per_query"] = CardMeter.Queries,
        ["input_cost_per_request"] = CardMeter.Requests,
        ["ocr_cost_per_page"] = CardMeter.Pages,
        ["annotation_cost_per_page"] = CardMeter.AnnotatedPages,
        ["ocr_cost_per_credit"] = CardMeter.Credits,
        ["code_interpreter_cost_per_session"] = CardMeter.Sessions,
    };

    private static readonly Dictionary<string, CardLevel> Levels = new(StringComparer.Ordinal)
    {
        [""] = CardLevel.Standard,
        ["_batches"] = CardLevel.Batch,
        ["_priority"] = CardLevel.Priority,
        ["_flex"] = CardLevel.Flex,
    };

    /// <summary>Reads the name of a field.</summary>
    /// <param name="name">The name.</param>
    /// <returns>What it says, or null when it isn't one of a plain price.</returns>
    public static LiteLlmField? Parse(string name)
    {
        var parts = NameSyntax().Match(name);
        return parts.Success && Meters.TryGetValue(parts.Groups["meter"].Value, out var meter)
            ? new LiteLlmField(meter, Levels[parts.Groups["level"].Value], Number(parts.Groups["tokens"]) * 1_000, Number(parts.Groups["seconds"]))
            : null;
    }

    /// <summary>Whether a field that isn't known seems to price something.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="isNumber">Whether the field is a number, as most prices are.</param>
    /// <param name="advice">The name that may have been meant.</param>
    public static bool LooksLikePrice(string name, bool isNumber, out string advice)
    {
        var meter = NameSyntax().Match(name) is { Success: true } parts ? parts.Groups["meter"].Value : name;
        var nearest = isNumber ? NearestName.Find(meter, Meters.Keys) : null;
        advice = nearest is null ? "no known field is near it" : $"did the source mean '{nearest + name[meter.Length..]}'?";
        return nearest is not null || name.Contains("cost", StringComparison.Ordinal) || name.Contains("price", StringComparison.Ordinal)
            || name.Contains("pricing", StringComparison.Ordinal) || name.Contains("multiplier", StringComparison.Ordinal);
    }

    private static long Number(Group digits) => digits.Success ? long.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^(?<meter>[a-z_]+?(_above_1hr)?)(_above_(?<tokens>[0-9]{1,9})k_tokens)?(_above_(?<seconds>[0-9]{1,9})s_interval)?"
            + "(?<level>_batches|_priority|_flex)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NameSyntax();
}
