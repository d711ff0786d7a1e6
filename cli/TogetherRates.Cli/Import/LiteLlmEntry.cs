using System.Globalization;
using System.Text.Json;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;
using CardLevel = TogetherRates.Compiler.Cards.ServiceLevel;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Import;

/// <summary>Reads one entry of LiteLLM's collection.</summary>
/// <param name="id">The entry's name.</param>
internal sealed partial class LiteLlmEntry(string id)
{
    // A frame of 1280 x 720 pixels; what is larger costs the price for 1920 x 1080.
    private const long Pixels720 = 1280 * 720;
    private const long Pixels1080 = 1920 * 1080;

    private static readonly Dictionary<string, CardMeter> SearchSizes = new(StringComparer.Ordinal)
    {
        ["search_context_size_low"] = CardMeter.SearchesLow,
        ["search_context_size_medium"] = CardMeter.SearchesMedium,
        ["search_context_size_high"] = CardMeter.SearchesHigh,
    };

    private readonly SortedDictionary<CardLevel, PriceDraft> drafts = new() { [CardLevel.Standard] = new PriceDraft() };
    private readonly Dictionary<CardMeter, SortedDictionary<long, Rational>> intervals = [];
    private readonly SortedDictionary<string, Rational> regions = new(StringComparer.Ordinal);
    private readonly ZeroPrices zeros = new();
    private readonly List<string> mends = [];
    private readonly List<string> losses = [];
    private bool billsOutput = true;
    private DateOnly? deprecated;

    /// <summary>How the model differs from what is written.</summary>
    public IReadOnlyList<string> Mends => mends;

    /// <summary>What of the entry isn't in the model.</summary>
    public IReadOnlyList<string> Losses => losses;

    private PriceDraft Standard => drafts[CardLevel.Standard];

    /// <summary>Reads the entry.</summary>
    /// <param name="entry">What stands in it.</param>
    /// <exception cref="EntryException">It has no price that can be used.</exception>
    public ImportedModel Read(JsonElement entry)
    {
        RepeatedProperty.ThrowIfAny(entry);
        var section = SectionOf(entry);
        billsOutput = section == TokenSectionKind.Serverless;
        foreach (var property in entry.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            ReadProperty(property.Name, property.Value);
        }

        AddIntervals();
        AddResolution(entry);
        if (drafts.Values.All(draft => draft.IsEmpty))
        {
            return zeros.Has("input_cost_per_token") && id.EndsWith(":free", StringComparison.Ordinal) ? ToModel(section, null)
                : zeros.Any ? throw new EntryException(zeros.WhyUnpriced)
                : throw new EntryException("it has no price");
        }

        if (Standard.IsEmpty)
        {
            throw new EntryException("it has no price but those of other service levels");
        }

        if (zeros.Any)
        {
            mends.Add(zeros.WhyLeftOut);
        }

        return ToModel(section, ToTerms());
    }

    private ImportedModel ToModel(TokenSectionKind section, PriceTerms? terms) => new(id, section, terms) { Deprecated = deprecated };

    // Embeddings and rankings have no output to bill, unless the entry prices it all the same.
    private static TokenSectionKind SectionOf(JsonElement entry)
    {
        var pricesOutput = entry.TryGetProperty("output_cost_per_token", out var output)
            && output.ValueKind == JsonValueKind.Number && SourceNumber.ReadPrice(output, "output_cost_per_token").Price.Sign > 0;
        var mode = entry.TryGetProperty("mode", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return mode switch
        {
            "embedding" when !pricesOutput => TokenSectionKind.Embeddings,
            "rerank" when !pricesOutput => TokenSectionKind.Rerank,
            _ => TokenSectionKind.Serverless,
        };
    }

    private void ReadProperty(string name, JsonElement value)
    {
        switch (name)
        {
            case "tiered_pricing":
                ReadTiers(value);
                break;
            case "search_context_cost_per_query":
                ReadSearches(value);
                break;
            case "regional_processing_uplift_multiplier_eu" or "regional_processing_uplift_multiplier_us":
                AddRegion(name[^2..], value, name);
                break;
            case "provider_specific_entry":
                ReadProviderSpecific(value);
                break;
            case "input_dbu_cost_per_token" or "output_dbu_cost_per_token":
                losses.Add($"{name}: the same price in Databricks' own units");
                break;
            case "deprecation_date":
                ReadDeprecation(value);
                break;
            case "output_cost_per_second_1080p":
                break; // Read with the price of smaller frames.
            default:
                ReadField(name, value);
                break;
        }
    }

    private void ReadDeprecation(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            deprecated = date;
        }
        else
        {
            losses.Add($"deprecation_date is {value.GetRawText()}, not a date");
        }
    }

    private void ReadField(string name, JsonElement value)
    {
        if (LiteLlmField.Parse(name) is { } field)
        {
            if (PriceOf(name, value) is { } price)
            {
                Add(field, price, name);
            }
        }
        else if (LiteLlmField.LooksLikePrice(name, value.ValueKind == JsonValueKind.Number, out var advice))
        {
            losses.Add($"{name} isn't known; {advice}");
        }
    }

    private void Add(LiteLlmField field, Rational price, string name)
    {
        if (field.AboveSeconds > 0 && (field.Above > 0 || field.Level != CardLevel.Standard))
        {
            losses.Add($"{name}: prices by length and by something else can't be told together");
        }
        else if (field.AboveSeconds > 0)
        {
            if (!intervals.TryGetValue(field.Meter, out var bands))
            {
                intervals.Add(field.Meter, bands = []);
            }

            bands[field.AboveSeconds] = price;
        }
        else
        {
            if (!drafts.TryGetValue(field.Level, out var draft))
            {
                drafts.Add(field.Level, draft = new PriceDraft());
            }

            Add(field.Above > 0 ? draft.Above(field.Above) : draft, field.Meter, price, name);
        }
    }

    private static void Add(PriceDraft draft, CardMeter meter, Rational price, string name)
    {
        if (!draft.TryAdd(meter, price))
        {
            throw Contradiction(name, meter);
        }
    }

    private static EntryException Contradiction(string name, CardMeter meter) => new($"{name} contradicts another price of {Meters.NameOf(meter)}");

    // Null for a price of zero, which isn't one: nobody says whether it is free or unknown.
    private Rational? PriceOf(string name, JsonElement value)
    {
        var (price, mend) = SourceNumber.ReadPrice(value, name);
        if (mend is not null)
        {
            mends.Add(mend);
        }

        if (price.Sign > 0)
        {
            return price;
        }

        if (billsOutput || !name.StartsWith("output_", StringComparison.Ordinal))
        {
            zeros.Add(name);
        }

        return null;
    }

    // Video costs more the longer it is: the length decides on the price of every second.
    private void AddIntervals()
    {
        foreach (var (meter, above) in intervals)
        {
            var charge = Standard.ToList().Charges.FirstOrDefault(candidate => candidate.Meter == meter)
                ?? throw new EntryException($"{Meters.NameOf(meter)} has a price above {above.Keys.First()} seconds, but none below");
            var bounds = above.Keys.Select(bound => (long?)bound).Append(null);
            var prices = above.Values.Prepend(charge.Price!.Value);
            Standard.Set(meter, meter, [.. bounds.Zip(prices, (bound, price) => new ChargeBand(bound, price))]);
        }
    }

    private void AddResolution(JsonElement entry)
    {
        if (entry.TryGetProperty("output_cost_per_second_1080p", out var value) && value.ValueKind != JsonValueKind.Null
            && PriceOf("output_cost_per_second_1080p", value) is { } large)
        {
            if (intervals.ContainsKey(CardMeter.OutputSeconds))
            {
                throw new EntryException("output_cost_per_second_1080p: prices by length and by something else can't be told together");
            }

            var small = Standard.Remove(CardMeter.OutputSeconds)
                ?? throw new EntryException("output_cost_per_second_1080p has no output_cost_per_second beside it");
            Standard.Set(CardMeter.OutputVideoSeconds, CardMeter.Pixels, [new ChargeBand(Pixels720, small), new ChargeBand(Pixels1080, large)]);
        }
    }

    // One price for all searches where the size of their context doesn't matter.
    private void ReadSearches(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new EntryException("search_context_cost_per_query isn't an object");
        }

        var prices = new List<(CardMeter Meter, Rational Price)>();
        foreach (var size in value.EnumerateObject().Where(size => size.Value.ValueKind != JsonValueKind.Null))
        {
            if (!SearchSizes.TryGetValue(size.Name, out var meter))
            {
                losses.Add($"search_context_cost_per_query: {size.Name} isn't known; {NameAdvice.On(size.Name, SearchSizes.Keys)}");
            }
            else if (PriceOf(size.Name, size.Value) is { } price)
            {
                prices.Add((meter, price));
            }
        }

        if (prices.Count == SearchSizes.Count && prices.TrueForAll(price => price.Price == prices[0].Price))
        {
            Standard.Set(CardMeter.Searches, prices[0].Price);
        }
        else
        {
            prices.ForEach(price => Standard.Set(price.Meter, price.Price));
        }
    }

    private void ReadProviderSpecific(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new EntryException("provider_specific_entry isn't an object");
        }

        foreach (var property in value.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (property.Name is "us" or "eu")
            {
                AddRegion(property.Name, property.Value, "provider_specific_entry: " + property.Name);
            }
            else if (property.Value.ValueKind == JsonValueKind.Number)
            {
                losses.Add($"provider_specific_entry: '{property.Name}' is no service level or region that cards know");
            }
        }
    }

    private void AddRegion(string name, JsonElement value, string field)
    {
        var (factor, mend) = SourceNumber.ReadPrice(value, field);
        if (mend is not null)
        {
            mends.Add(mend);
        }

        if (!regions.TryAdd(name, factor) && regions[name] != factor)
        {
            throw new EntryException($"{field} contradicts another factor of the region '{name}'");
        }
    }

    private PriceTerms ToTerms()
    {
        drafts.Values.ToList().ForEach(draft => draft.CarryUp());
        var levels = drafts.Where(draft => draft.Key != CardLevel.Standard && !draft.Value.IsEmpty).Select(draft => ToLevel(draft.Key, draft.Value));
        return new PriceTerms(
            new(new TermsWindow(null, null, PriceWindow.Always, Standard.ToList())),
            new([.. levels]),
            new([.. regions.Select(region => new RegionFactor(region.Key, region.Value))]));
    }

    private LevelPrices ToLevel(CardLevel level, PriceDraft draft)
    {
        if (FactorOf(draft) is { } factor)
        {
            return new LevelPrices(level, factor, null);
        }

        // What the level costs in a long context can't be guessed from what it costs in a shorter one.
        foreach (var bound in Standard.Bounds.Where(bound => MissesPrice(draft, bound)))
        {
            draft.LeaveUnpriced(bound);
            mends.Add($"{level.ToString().ToLowerInvariant()} has no price above {TokenCount.TextOf(bound)} input tokens: said to be unpriced");
        }

        return new LevelPrices(level, null, draft.ToList());
    }

    private bool MissesPrice(PriceDraft level, long bound)
    {
        var changed = Standard.MetersIn(bound);
        var priced = level.Meters.Concat(level.MetersIn(bound));
        return changed.Intersect(priced).Except(level.MetersAbove(bound)).Any();
    }

    // A level that takes the same percentage of every price is written as the provider says it.
    private Rational? FactorOf(PriceDraft draft)
    {
        var (own, standard) = (draft.ToList(), Standard.ToList());
        var hasMore = own.Contexts.Count + standard.Contexts.Count + own.Charges.Count + standard.Charges.Count > 0;
        if (hasMore || !draft.Meters.SequenceEqual(Standard.Meters))
        {
            return null;
        }

        var factors = own.Tokens.Meters.Select(price => price.Price / standard.Tokens.Of(price.Meter)!.Value).Distinct().ToList();
        return factors is [var factor] && (factor * 100).IsInteger && factor != Rational.One ? factor : null;
    }
}
