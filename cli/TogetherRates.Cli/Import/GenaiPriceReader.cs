using System.Text.Json;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Import;

/// <summary>Reads the prices of a model of genai-prices' collection.</summary>
internal sealed class GenaiPriceReader
{
    private const int TokensPerPrice = 1_000_000;
    private const int CallsPerPrice = 1_000;

    private static readonly Dictionary<string, (CardMeter Meter, int Per)> Meters = new(StringComparer.Ordinal)
    {
        ["input_mtok"] = (CardMeter.Input, TokensPerPrice),
        ["cache_read_mtok"] = (CardMeter.CachedInput, TokensPerPrice),
        ["cache_write_mtok"] = (CardMeter.CacheWrite, TokensPerPrice),
        ["cache_write_1h_mtok"] = (CardMeter.CacheWrite1h, TokensPerPrice),
        ["output_mtok"] = (CardMeter.Output, TokensPerPrice),
        ["output_reasoning_mtok"] = (CardMeter.Reasoning, TokensPerPrice),
        ["output_citation_mtok"] = (CardMeter.OutputCitation, TokensPerPrice),
        ["input_audio_mtok"] = (CardMeter.InputAudio, TokensPerPrice),
        ["cache_audio_read_mtok"] = (CardMeter.CachedInputAudio, TokensPerPrice),
        ["output_audio_mtok"] = (CardMeter.OutputAudio, TokensPerPrice),
        ["input_image_mtok"] = (CardMeter.InputImage, TokensPerPrice),
        ["cache_image_read_mtok"] = (CardMeter.CachedInputImage, TokensPerPrice),
        ["output_image_mtok"] = (CardMeter.OutputImage, TokensPerPrice),
        ["input_video_mtok"] = (CardMeter.InputVideo, TokensPerPrice),
        ["output_video_mtok"] = (CardMeter.OutputVideo, TokensPerPrice),
        ["web_searches_kcount"] = (CardMeter.Searches, CallsPerPrice),
        ["requests_kcount"] = (CardMeter.Requests, CallsPerPrice),
    };

    /// <summary>How the prices differ from what is written.</summary>
    public List<string> Mends { get; } = [];

    /// <summary>What of the prices a card can't say.</summary>
    public List<string> Losses { get; } = [];

    /// <summary>Reads the prices.</summary>
    /// <param name="model">The model.</param>
    /// <param name="from">When the card comes into force: prices that ended before aren't in it.</param>
    /// <returns>The prices; null for a model that is said to be free.</returns>
    /// <exception cref="EntryException">They can't be used.</exception>
    public PriceTerms? Read(JsonElement model, DateOnly from)
    {
        RepeatedProperty.ThrowIfAny(model);
        if (!model.TryGetProperty("prices", out var prices))
        {
            throw new EntryException("it has no prices");
        }

        if (prices.ValueKind != JsonValueKind.Array)
        {
            return ReadList(prices) is { } list ? Terms([new TermsWindow(null, null, PriceWindow.Always, list)]) : null;
        }

        var conditions = prices.EnumerateArray().Select(GenaiCondition.Read).ToList();
        if (conditions.Count == 0)
        {
            throw new EntryException("it has no prices");
        }

        var lists = prices.EnumerateArray().Select(block => ReadList(block.GetProperty("prices"))).ToList();
        var windows = GenaiWindows.Tile(conditions, from);
        var used = windows.Select(window => window.Block).ToHashSet();
        foreach (var unused in Enumerable.Range(0, lists.Count).Where(block => !used.Contains(block)))
        {
            Losses.Add($"the prices of condition {unused + 1}, which never hold from {from:O} on");
        }

        return windows.Any(window => lists[window.Block] is null)
            ? throw new EntryException("it is free at times, which cards can't say")
            : Terms([.. windows.Select(window => new TermsWindow(window.Since, window.Before, window.Hours, lists[window.Block]!))]);
    }

    private static PriceTerms Terms(TermsWindow[] windows) => new(new(windows), default, default);

    // Null where nothing has a price, by which the source says that the model is free.
    private PriceList? ReadList(JsonElement prices)
    {
        if (prices.ValueKind != JsonValueKind.Object)
        {
            throw new EntryException("its prices aren't an object");
        }

        if (!prices.EnumerateObject().Any())
        {
            return null;
        }

        var (draft, zeros) = (new PriceDraft(), new ZeroPrices());
        foreach (var property in prices.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (!Meters.TryGetValue(property.Name, out var unit))
            {
                throw new EntryException($"{property.Name} isn't known; {NameAdvice.On(property.Name, Meters.Keys)}");
            }

            if (SourceNumber.IsZero(property.Value))
            {
                zeros.Add(property.Name);
            }
            else
            {
                ReadPrice(property.Name, property.Value, unit.Meter, unit.Per, draft);
            }
        }

        if (draft.IsEmpty)
        {
            throw new EntryException(zeros.Any ? zeros.WhyUnpriced : "it has no price");
        }

        if (zeros.Any)
        {
            Mends.Add(zeros.WhyLeftOut);
        }

        draft.CarryUp();
        return draft.ToList();
    }

    private void ReadPrice(string name, JsonElement value, CardMeter meter, int per, PriceDraft draft)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            draft.Set(meter, Price(name, value) / per);
            return;
        }

        if (!value.TryGetProperty("base", out var start) || !value.TryGetProperty("tiers", out var tiers) || tiers.ValueKind != JsonValueKind.Array)
        {
            throw new EntryException($"{name} has no 'base' or no 'tiers'");
        }

        UnknownProperty.ThrowIfAny(value, name, "base", "tiers");
        draft.Set(meter, Price(name, start) / per);
        var prices = new Dictionary<long, Rational>();
        foreach (var tier in tiers.EnumerateArray())
        {
            if (tier.ValueKind != JsonValueKind.Object || !tier.TryGetProperty("start", out var bound) || !tier.TryGetProperty("price", out var price))
            {
                throw new EntryException($"a tier of {name} has no 'start' or no 'price'");
            }

            UnknownProperty.ThrowIfAny(tier, $"a tier of {name}", "start", "price");
            var above = SourceNumber.ReadCount(bound, "start");
            if (above == 0)
            {
                throw new EntryException($"a tier of {name} has the start 0, so that 'base' is the price of nothing");
            }

            var each = Price(name, price);
            if (!prices.TryAdd(above, each) && prices[above] != each)
            {
                throw new EntryException($"two tiers of {name} have the start {above}, one with the price {prices[above]} and one with {each}");
            }

            draft.Above(above).Set(meter, each / per);
        }
    }

    private Rational Price(string name, JsonElement value)
    {
        var (price, mend) = SourceNumber.ReadPrice(value, name);
        if (mend is not null)
        {
            Mends.Add(mend);
        }

        return price.Sign > 0 ? price : throw new EntryException($"{name} is 0, and nothing says that it is free");
    }
}
