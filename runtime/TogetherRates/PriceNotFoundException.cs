using System.Globalization;

namespace TogetherRates;

/// <summary>A rate card has no price for what was asked. A price that isn't known is never taken as zero.</summary>
public sealed partial class PriceNotFoundException : Exception
{
    private const int LongestQuotedId = 100;

    /// <summary>An exception without a reason.</summary>
    public PriceNotFoundException()
        : this("The rate card has no such price.")
    {
    }

    /// <summary>An exception with a reason.</summary>
    public PriceNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a reason and a cause.</summary>
    public PriceNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>At most three ids that the card has and that are near the one asked for, the nearest first.</summary>
    public IReadOnlyList<string> NearestIds { get; private init; } = [];

    /// <summary>The card has no model <paramref name="id"/>, or no token price for it, or none without a time or in the region.</summary>
    public static PriceNotFoundException ForModel(ReadOnlySpan<char> id, IRateCard card)
    {
        var asked = id.ToString();
        if (HasPrices(id, card))
        {
            return new($"{Describe(card)} has the model '{Shorten(asked)}' but no token prices for it.");
        }

        if (!card.ModelIds.Contains(asked, StringComparer.Ordinal))
        {
            return ForUnknown(asked, "no model", card, card.ModelIds, card.PricesVary
                ? " If it is another id of a model that is priced by the time of day or by region, ask the card that At or CardIn gives."
                : string.Empty);
        }

        return new(card.PricesVary
            ? $"{Describe(card)} prices '{Shorten(asked)}' by the time of day or by region: ask the card that At gives for a time, or the one that CardIn gives for a "
            + "region that the model has prices in, and for a time too where both matter."
            : $"{Describe(card)} has the model '{Shorten(asked)}' but no token prices for it.");
    }

    /// <summary>The card has no GPU <paramref name="id"/> for dedicated endpoints.</summary>
    public static PriceNotFoundException ForGpu(ReadOnlySpan<char> id, IRateCard card) =>
        ForUnknown(id.ToString(), "no GPU", card, card.GpuIds);

    /// <summary>The card has no fine-tuning price of its own for the model <paramref name="id"/>.</summary>
    public static PriceNotFoundException ForFineTuningModel(ReadOnlySpan<char> id, IRateCard card) =>
        ForUnknown(id.ToString(), "no fine-tuning price of its own for", card, card.FineTuningModelIds);

    /// <summary>A model or a size can be fine-tuned, but not so.</summary>
    /// <param name="subject">A model's id, or a size.</param>
    /// <param name="type">The type that was asked for.</param>
    /// <param name="method">The method that was asked for.</param>
    /// <param name="rates">What is offered.</param>
    public static PriceNotFoundException ForFineTuning(string subject, FineTuningType type, FineTuningMethod method, in FineTuningRates rates)
    {
        var offered = new List<string>();
        foreach (var other in Enum.GetValues<FineTuningType>())
        {
            foreach (var way in Enum.GetValues<FineTuningMethod>())
            {
                if (rates.Has(other, way))
                {
                    offered.Add(FineTuningNames.Of(other, way));
                }
            }
        }

        return new($"'{subject}' has no fine-tuning price for {FineTuningNames.Of(type, method)}; it has {(offered.Count == 0 ? "none at all" : "one for " + string.Join(", ", offered))}.");
    }

    /// <summary>The model has tokens on a meter that has no price, neither its own nor its parent's.</summary>
    public static PriceNotFoundException ForUnpricedMeter(string modelId, in TokenUsage usage, TokenMeters priced)
    {
        var unpriced = usage.Meters & ~priced.WithParts();
        return new(
            $"'{modelId}' has no price for {unpriced.Names()}, but the usage has tokens there: {Describe(usage)}. "
            + $"It prices {priced.Names()}.");
    }

    /// <summary>The model isn't offered at the level of service.</summary>
    internal static PriceNotFoundException ForLevel(string modelId, ServiceLevel level) =>
        new($"'{modelId}' has no {level} price: it isn't offered at that level. Ask for another one, such as {ServiceLevel.Standard}.");

    /// <summary>The model's price changes with the time of day, and none was given.</summary>
    public static PriceNotFoundException ForTimeOfDay(string modelId) =>
        new($"The price of '{modelId}' changes with the time of day: say when the tokens were used.");

    /// <summary>No edition of a rate card is in force at the time.</summary>
    public static PriceNotFoundException ForTime(DateTimeOffset time, IReadOnlyList<IRateCard> editions)
    {
        var known = string.Join(", ", editions.Select(edition => string.Create(
            CultureInfo.InvariantCulture, $"from {edition.EffectiveFrom:yyyy-MM-dd}{(edition.EffectiveUntil is { } until ? $" until {until:yyyy-MM-dd}" : string.Empty)}")));
        return new(string.Create(
            CultureInfo.InvariantCulture, $"No edition is in force at {time.UtcDateTime:yyyy-MM-dd HH:mm} UTC. There are prices {known}."));
    }

    /// <summary>The size is above the last bound of a size table.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="size">The size that was asked for.</param>
    /// <param name="above">The largest size that has a price.</param>
    public static PriceNotFoundException ForSize(string table, ModelSize size, ModelSize above) => new(size == default
        ? $"{table} has no price for the default value of ModelSize, which is no size: a model has at least one parameter."
        : $"{table} has no price above {above}; {size} was asked for.");

    /// <summary>Whether the card prices anything of a model, at any level: even then nothing used costs nothing.</summary>
    private static bool HasPrices(ReadOnlySpan<char> id, IRateCard card)
    {
        foreach (var level in Enum.GetValues<ServiceLevel>())
        {
            if (card.TryPrice(id, default(Usage), out _, level))
            {
                return true;
            }
        }

        return false;
    }

    private static PriceNotFoundException ForUnknown(string asked, string lack, IRateCard card, IReadOnlyList<string> ids, string advice = "")
    {
        var nearest = NearestNames.Find(asked, ids);
        var hint = nearest.Count > 0
            ? $"The nearest {(nearest.Count == 1 ? "id is" : "ids are")} {string.Join(", ", nearest.Select(name => $"'{name}'"))}."
            : $"None of its {ids.Count} ids is near that.";
        return new($"{Describe(card)} has {lack} '{Shorten(asked)}'. {hint}{advice}") { NearestIds = nearest };
    }

    private static string Shorten(string id)
    {
        if (id.Length <= LongestQuotedId)
        {
            return id;
        }

        // Half of a character is no text.
        var end = char.IsHighSurrogate(id[LongestQuotedId - 1]) ? LongestQuotedId - 1 : LongestQuotedId;
        return $"{id[..end]}...";
    }

    private static string Describe(IRateCard card) =>
        string.Create(CultureInfo.InvariantCulture, $"{card.Provider} (edition {card.EffectiveFrom:yyyy-MM-dd})");

    private static string Describe(in TokenUsage usage)
    {
        (string Name, long Count)[] counts =
        [
            (TokenMeters.Input.Name(), usage.Input),
            (TokenMeters.CachedInput.Name(), usage.CachedInput),
            (TokenMeters.CacheWrite.Name(), usage.CacheWrite),
            (TokenMeters.CacheWrite1h.Name(), usage.CacheWrite1h),
            (TokenMeters.Output.Name(), usage.Output),
            (TokenMeters.Reasoning.Name(), usage.Reasoning),
        ];
        return string.Join(
            ", ",
            counts.Where(count => count.Count > 0)
                .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Name} {count.Count}")));
    }
}
