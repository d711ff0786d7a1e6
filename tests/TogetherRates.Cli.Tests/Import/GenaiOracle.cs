using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Tests.Import;

/// <summary>
/// The rules of genai-prices, applied to its own data. Tokens are counted in kinds that share none with one another; each is billed at
/// the most special price that covers its kind.
/// </summary>
internal static class GenaiOracle
{
    /// <summary>Each kind of unit: the prices that cover it, the most special first, and the meters that count it.</summary>
    public static IReadOnlyDictionary<string, (string[] Prices, CardMeter[] Meters)> Kinds { get; } = new Dictionary<string, (string[], CardMeter[])>(StringComparer.Ordinal)
    {
        ["text in"] = (["input_mtok"], [CardMeter.Input]),
        ["cached text"] = (["cache_read_mtok", "input_mtok"], [CardMeter.Input, CardMeter.CachedInput]),
        ["text written to a cache"] = (["cache_write_mtok", "input_mtok"], [CardMeter.Input, CardMeter.CacheWrite]),
        ["text written for an hour"] =
            (["cache_write_1h_mtok", "cache_write_mtok", "input_mtok"], [CardMeter.Input, CardMeter.CacheWrite, CardMeter.CacheWrite1h]),
        ["sound in"] = (["input_audio_mtok", "input_mtok"], [CardMeter.Input, CardMeter.InputAudio]),
        ["cached sound"] = (
            ["cache_audio_read_mtok", "input_audio_mtok", "cache_read_mtok", "input_mtok"],
            [CardMeter.Input, CardMeter.InputAudio, CardMeter.CachedInput, CardMeter.CachedInputAudio]),
        ["images in"] = (["input_image_mtok", "input_mtok"], [CardMeter.Input, CardMeter.InputImage]),
        ["cached images"] = (
            ["cache_image_read_mtok", "input_image_mtok", "cache_read_mtok", "input_mtok"],
            [CardMeter.Input, CardMeter.InputImage, CardMeter.CachedInput, CardMeter.CachedInputImage]),
        ["video in"] = (["input_video_mtok", "input_mtok"], [CardMeter.Input, CardMeter.InputVideo]),
        ["text out"] = (["output_mtok"], [CardMeter.Output]),
        ["reasoning"] = (["output_reasoning_mtok", "output_mtok"], [CardMeter.Output, CardMeter.Reasoning]),
        ["citations"] = (["output_citation_mtok", "output_mtok"], [CardMeter.Output, CardMeter.OutputCitation]),
        ["sound out"] = (["output_audio_mtok", "output_mtok"], [CardMeter.Output, CardMeter.OutputAudio]),
        ["images out"] = (["output_image_mtok", "output_mtok"], [CardMeter.Output, CardMeter.OutputImage]),
        ["video out"] = (["output_video_mtok", "output_mtok"], [CardMeter.Output, CardMeter.OutputVideo]),
        ["searches"] = (["web_searches_kcount"], [CardMeter.Searches]),
        ["requests"] = (["requests_kcount"], [CardMeter.Requests]),
    };

    /// <summary>What a usage costs by the rules; null when a kind of it has no price.</summary>
    public static Rational? Price(JsonElement model, IReadOnlyDictionary<string, long> usage, DateTime time)
    {
        var block = BlockAt(model.GetProperty("prices"), time);
        var input = usage.Where(used => Kinds[used.Key].Meters[0] == CardMeter.Input).Sum(used => used.Value);
        var isFree = !block.EnumerateObject().Any();
        var cost = Rational.Zero;
        foreach (var (kind, count) in usage.Where(used => used.Value > 0 && !isFree))
        {
            var key = Array.Find(Kinds[kind].Prices, key => block.TryGetProperty(key, out _));
            if (key is null)
            {
                return null;
            }

            cost += UnitPrice(key, block.GetProperty(key), input) * count;
        }

        return cost;
    }

    /// <summary>The usage as the meters of a card count it.</summary>
    public static MeterQuantities Count(IReadOnlyDictionary<string, long> usage)
    {
        var quantities = new MeterQuantities();
        foreach (var (kind, count) in usage)
        {
            foreach (var meter in Kinds[kind].Meters)
            {
                quantities[meter] += count;
            }
        }

        return quantities;
    }

    /// <summary>The bounds of input tokens at which the prices of a model change.</summary>
    public static IReadOnlyList<long> Bounds(JsonElement model) => [.. Blocks(model.GetProperty("prices"))
        .SelectMany(block => block.EnumerateObject())
        .Where(price => price.Value.ValueKind == JsonValueKind.Object)
        .SelectMany(price => price.Value.GetProperty("tiers").EnumerateArray())
        .Select(tier => tier.GetProperty("start").GetInt64())
        .Distinct()];

    /// <summary>Instants on each side of every condition.</summary>
    public static IReadOnlyList<DateTime> Times(JsonElement model)
    {
        List<DateTime> times = [Utc(2026, 8, 21, 3, 0)];
        foreach (var constraint in Constraints(model.GetProperty("prices")))
        {
            if (constraint.TryGetProperty("start_date", out var date))
            {
                var midnight = DateTime.SpecifyKind(DateTime.ParseExact(date.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), DateTimeKind.Utc);
                times.AddRange([midnight.AddSeconds(-1), midnight, midnight.AddHours(20)]);
            }
            else
            {
                foreach (var name in new[] { "start_time", "end_time" })
                {
                    var time = TimeOf(constraint.GetProperty(name));
                    times.AddRange([Utc(2026, 3, 4, 0, 0) + time, Utc(2026, 3, 4, 0, 0) + time - TimeSpan.FromMinutes(1), Utc(2026, 3, 4, 0, 0)]);
                }
            }
        }

        return times;
    }

    /// <summary>The clauses by which a model is found, any of which is enough.</summary>
    public static IEnumerable<JsonProperty> Clauses(JsonElement model) => Flatten(model.GetProperty("match"));

    /// <summary>Whether a model is found by an id.</summary>
    public static bool Matches(JsonElement match, string id)
    {
        var clause = match.EnumerateObject().Single();
        return clause.Name switch
        {
            "or" => clause.Value.EnumerateArray().Any(part => Matches(part, id)),
            "and" => clause.Value.EnumerateArray().All(part => Matches(part, id)),
            "equals" => id == clause.Value.GetString(),
            "starts_with" => id.StartsWith(clause.Value.GetString()!, StringComparison.Ordinal),
            "ends_with" => id.EndsWith(clause.Value.GetString()!, StringComparison.Ordinal),
            "contains" => id.Contains(clause.Value.GetString()!, StringComparison.Ordinal),
            _ => Regex.IsMatch(id, clause.Value.GetString()!),
        };
    }

    private static IEnumerable<JsonProperty> Flatten(JsonElement match)
    {
        var clause = match.EnumerateObject().Single();
        return clause.Name == "or" ? clause.Value.EnumerateArray().SelectMany(Flatten) : [clause];
    }

    private static Rational UnitPrice(string key, JsonElement price, long input)
    {
        var value = price;
        if (price.ValueKind == JsonValueKind.Object)
        {
            value = price.GetProperty("base");
            foreach (var tier in price.GetProperty("tiers").EnumerateArray().Where(tier => input > tier.GetProperty("start").GetInt64()))
            {
                value = tier.GetProperty("price");
            }
        }

        return RawPrice.Of(value) / (key.EndsWith("_kcount", StringComparison.Ordinal) ? 1_000 : 1_000_000);
    }

    private static JsonElement BlockAt(JsonElement prices, DateTime time)
    {
        if (prices.ValueKind == JsonValueKind.Object)
        {
            return prices;
        }

        var chosen = prices[0];
        foreach (var block in prices.EnumerateArray().Where(block => Holds(block, time)))
        {
            chosen = block;
        }

        return chosen.GetProperty("prices");
    }

    private static bool Holds(JsonElement block, DateTime time)
    {
        if (!block.TryGetProperty("constraint", out var constraint) || constraint.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        return constraint.TryGetProperty("start_date", out var date)
            ? string.CompareOrdinal(date.GetString(), time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) <= 0
            : TimeOf(constraint.GetProperty("start_time")) <= time.TimeOfDay && time.TimeOfDay < TimeOf(constraint.GetProperty("end_time"));
    }

    private static IEnumerable<JsonElement> Blocks(JsonElement prices) =>
        prices.ValueKind == JsonValueKind.Object ? [prices] : prices.EnumerateArray().Select(block => block.GetProperty("prices"));

    private static IEnumerable<JsonElement> Constraints(JsonElement prices) => prices.ValueKind == JsonValueKind.Object ? [] : prices.EnumerateArray()
        .Where(block => block.TryGetProperty("constraint", out var constraint) && constraint.ValueKind == JsonValueKind.Object)
        .Select(block => block.GetProperty("constraint"));

    private static TimeSpan TimeOf(JsonElement value) => TimeSpan.Parse(value.GetString()!.TrimEnd('Z'), CultureInfo.InvariantCulture);

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
