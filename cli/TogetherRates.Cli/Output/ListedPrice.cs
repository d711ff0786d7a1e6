using System.Globalization;
using System.Text.Json;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Output;

/// <summary>One entry of a price list: a model or an offer, with what it costs.</summary>
internal sealed class ListedPrice
{
    private readonly PricedId priced;
    private readonly Model? model;
    private readonly Offer? offer;
    private readonly ListedTerms? terms;
    private readonly string? window;

    private ListedPrice(PricedId priced, Card card, DateTime time)
    {
        this.priced = priced;
        (model, offer) = ((priced as PricedModel)?.Model, (priced as PricedOffer)?.Offer);
        if (model is { Price: ModelPrice.OnTerms priceTerms })
        {
            terms = new ListedTerms(priceTerms.Terms, time);
            (Tokens, Per) = (terms.Tokens, model.Per);
        }
        else if (model is not null)
        {
            (Tokens, Per, var tier) = card.PricesOf(model, time);
            window = model.Price is ModelPrice.Windowed ? tier : null;
        }
        else
        {
            Per = offer!.Per;
            Tokens = (offer.Price as OfferPrice.ByToken)?.Prices;
            Flat = (offer.Price as OfferPrice.Flat)?.Amount;
        }
    }

    /// <summary>The id.</summary>
    public string Id => priced.Id;

    /// <summary>The name for people, or null.</summary>
    public string? Name => model is null ? offer!.Name : model.Name;

    /// <summary>What the model does, or null where the card doesn't say.</summary>
    public string? Kind => model?.Kind is { } kind ? ModelKinds.NameOf(kind) : null;

    /// <summary>What tokens cost, or null where they aren't counted.</summary>
    public TokenPrices? Tokens { get; }

    /// <summary>The one price of an offer, or null.</summary>
    public Rational? Flat { get; }

    /// <summary>What meters beside tokens cost, for people.</summary>
    public string Charges => terms?.Charges ?? "";

    /// <summary>What a price buys.</summary>
    public Per Per { get; }

    /// <summary>Whether there is a price of <see cref="Per"/>: not where all that a model costs are charges with units of their own.</summary>
    public bool HasPer => terms is null || Tokens is not null;

    /// <summary>The discount for batches, or null.</summary>
    public Rational? Batch => model is null ? offer!.Batch : terms is null ? model.Batch : terms.BatchDiscount;

    /// <summary>The discount for batches, for people.</summary>
    public string BatchText => terms is { HasOwnBatchPrices: true } ? "own prices" : Batch is { } discount ? $"-{discount * 100}%" : "";

    /// <summary>What decides on the price beside the quantity.</summary>
    public string Origin => (model?.Price, offer) switch
    {
        (ModelPrice.OnTerms, _) => terms!.Conditions,
        (ModelPrice.Windowed, _) => $"time ({window})",
        (ModelPrice.BySize bySize, _) => $"{bySize.Table} at {bySize.Size}",
        (ModelPrice.Free, _) or (_, { Price: OfferPrice.Free }) => "free",
        (_, { Price: OfferPrice.ByResolution { Table: var table } }) =>
            string.Join(", ", table.Tiers.Select(tier => $"{PriceText.Of(tier.Price)} {table.RangeOf(tier)}")),
        (_, { Steps: { } steps }) => string.Create(CultureInfo.InvariantCulture, $"up to {steps} steps"),
        (_, { Increment: > 1 } timed) => $"started {BilledBy(timed)}s",
        _ => "",
    };

    /// <summary>When the model goes and what to use instead, for people; empty where it stays.</summary>
    public string RetirementText => string.Join("; ", RetirementParts.Select(part => part.Name == "replacement" ? $"use {part.Text}" : $"{part.Name} {part.Text}"));

    /// <summary>The id, the name, the aliases and the kind.</summary>
    public IEnumerable<string> Texts => priced.Aliases.Prepend(Name ?? Id).Prepend(Id).Concat(Kind is { } kind ? [kind] : []);

    /// <summary>Everything that a card prices by id, in the order of the ids.</summary>
    /// <param name="card">The card.</param>
    /// <param name="time">When, for prices that change with time.</param>
    public static IEnumerable<ListedPrice> AllOf(Card card, DateTimeOffset time) =>
        CardIds.All(card).Select(priced => new ListedPrice(priced, card, time.UtcDateTime));

    /// <summary>Whether a text is in the id, the name, an alias or the kind, in any case.</summary>
    public bool Has(string filter) => Texts.Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the entry for programs.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        if (Name is { } name)
        {
            json.WriteString("name", name);
        }

        if (Kind is { } kind)
        {
            json.WriteString("kind", kind);
        }

        json.WriteStartArray("aliases");
        foreach (var alias in priced.Aliases)
        {
            json.WriteStringValue(alias);
        }

        json.WriteEndArray();
        WritePrices(json);
        if (HasPer)
        {
            MeterColumns.Write(json, Per);
        }

        WriteOrigin(json);
        terms?.Write(json, Per);
        if (Batch is { } discount)
        {
            json.WriteString("batchDiscount", discount.ToString());
        }

        foreach (var (property, text) in RetirementParts)
        {
            json.WriteString(property, text);
        }

        json.WriteEndObject();
    }

    private IEnumerable<(string Name, string Text)> RetirementParts
    {
        get
        {
            if (priced.Retirement?.Deprecated is { } deprecated)
            {
                yield return ("deprecated", CardDate.TextOf(deprecated));
            }

            if (priced.Retirement?.Removed is { } removed)
            {
                yield return ("removed", CardDate.TextOf(removed));
            }

            if (priced.Retirement?.Replacement is { } replacement)
            {
                yield return ("replacement", replacement);
            }
        }
    }

    private static string BilledBy(Offer offer) => offer.Increment switch
    {
        60 => "minute",
        3_600 => "hour",
        _ => "second",
    };

    private void WritePrices(Utf8JsonWriter json)
    {
        if (Tokens is { } tokens)
        {
            MeterColumns.Write(json, tokens);
        }
        else if (Flat is { } flat)
        {
            json.WriteStartObject("prices");
            json.WriteString(Meters.NameOf(offer!.Meter!.Value), flat.ToString());
            json.WriteEndObject();
        }
    }

    private void WriteOrigin(Utf8JsonWriter json)
    {
        if (model?.Price is ModelPrice.Windowed { Windows: var windows })
        {
            ListedTerms.WriteWindows(json, window!, windows.Select(known => known.ToString()));
        }
        else if (model?.Price is ModelPrice.BySize bySize)
        {
            json.WriteString("table", bySize.Table);
            json.WriteString("size", bySize.Size.ToString());
        }
        else if (model?.Price is ModelPrice.Free || offer?.Price is OfferPrice.Free)
        {
            json.WriteBoolean("free", true);
        }

        if (offer is { Steps: { } steps })
        {
            json.WriteNumber("steps", steps);
        }

        if (offer is { Meter: Compiler.Cards.Meter.Seconds } timed)
        {
            json.WriteString("billed", BilledBy(timed));
        }

        if (offer?.Price is OfferPrice.ByResolution { Table: var table })
        {
            json.WriteStartArray("resolutions");
            foreach (var tier in table.Tiers)
            {
                json.WriteStartObject();
                if (tier.UpTo is { } upTo)
                {
                    json.WriteString("upTo", upTo.ToString());
                }

                json.WriteString("price", tier.Price.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
