using System.Globalization;
using System.Text.Json;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Output;

/// <summary>A model's prices that depend on more than its tokens, as they are at a time.</summary>
/// <param name="terms">The prices with what they depend on.</param>
/// <param name="time">The time, in UTC: an instant of the card's edition, of which its windows leave none out.</param>
internal sealed class ListedTerms(PriceTerms terms, DateTime time)
{
    private readonly TermsWindow window = terms.At(time)!;
    private readonly LevelPrices? batch = terms.Of(Compiler.Cards.ServiceLevel.Batch);

    /// <summary>What tokens cost, or null where they aren't counted.</summary>
    public TokenPrices? Tokens => window.Prices.Tokens is { Meters.Count: > 0 } tokens ? tokens : null;

    /// <summary>What other meters cost, for people: <c>10.00 per 1K searches</c>.</summary>
    public string Charges => string.Join(", ", window.Prices.Charges.Select(TextOf));

    /// <summary>What decides on the price beside the quantity, for people: <c>context above 200K, priority x2</c>.</summary>
    public string Conditions => string.Join(", ", Parts());

    /// <summary>What is taken off in a batch, or null where that isn't one part of all prices.</summary>
    public Rational? BatchDiscount => batch?.Factor is { } factor && factor < Rational.One ? Rational.One - factor : null;

    /// <summary>Whether a batch has prices that aren't just a part of the others.</summary>
    public bool HasOwnBatchPrices => batch is not null && BatchDiscount is null;

    /// <summary>Writes all but the prices of tokens for programs.</summary>
    public void Write(Utf8JsonWriter json, Per per)
    {
        if (terms.IsTimed)
        {
            WriteWindows(json, window.ToString(), terms.Windows.Select(known => known.ToString()));
        }

        WriteCharges(json, window.Prices.Charges);
        WriteContexts(json, window.Prices.Contexts, per);
        WriteAll(json, "levels", terms.Levels, level =>
        {
            json.WriteString("level", level.Name);
            WriteFactor(json, level.Factor);
            if (level.Prices is { } own)
            {
                WriteTokens(json, own.Tokens, per);
                WriteCharges(json, own.Charges);
                WriteContexts(json, own.Contexts, per);
            }
        });
        WriteAll(json, "regions", terms.Regions, region =>
        {
            json.WriteString("region", region.Name);
            WriteFactor(json, region.Factor);
        });
    }

    /// <summary>Writes that a price changes with time.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="open">When the listed prices hold.</param>
    /// <param name="all">When all its prices hold.</param>
    public static void WriteWindows(Utf8JsonWriter json, string open, IEnumerable<string> all)
    {
        json.WriteString("window", open);
        json.WriteStartArray("windows");
        foreach (var known in all)
        {
            json.WriteStringValue(known);
        }

        json.WriteEndArray();
    }

    private static string TextOf(Charge charge)
    {
        // The unit says what is counted, but for input images, seconds of speech and the like.
        var what = BilledUnit.Find(charge.Per.Unit)?.Meter == charge.Meter ? "" : $" ({Meters.WordsOf(charge.Meter)})";
        return charge.Price is { } price
            ? $"{PriceText.Of(price)} per {charge.Per}{what}"
            : $"{PriceText.Of(charge.Bands.Min(band => band.Price))} - {PriceText.Of(charge.Bands.Max(band => band.Price))} per {charge.Per}{what} by {Meters.WordsOf(charge.By)}";
    }

    private IEnumerable<string> Parts()
    {
        if (terms.IsTimed)
        {
            yield return $"time ({window})";
        }

        if (window.Prices.Contexts is { Count: > 0 } contexts)
        {
            yield return "context above " + string.Join(", ", contexts.Select(context => TokenCount.TextOf(context.Above)));
        }

        foreach (var level in terms.Levels.Where(level => level != batch))
        {
            yield return level.ToString();
        }

        if (terms.Regions.Count > 0)
        {
            yield return "region";
        }
    }

    private static void WriteContexts(Utf8JsonWriter json, EquatableArray<ContextTier> contexts, Per per) => WriteAll(json, "contexts", contexts, context =>
    {
        json.WriteString("above", context.Above.ToString(CultureInfo.InvariantCulture));
        if (context.IsUnpriced)
        {
            json.WriteBoolean("unpriced", true);
        }

        WriteTokens(json, context.Tokens, per);
        WriteCharges(json, context.Charges);
    });

    private static void WriteCharges(Utf8JsonWriter json, EquatableArray<Charge> charges) => WriteAll(json, "charges", charges, charge =>
    {
        json.WriteString("meter", Meters.NameOf(charge.Meter));
        if (charge.Price is { } price)
        {
            json.WriteString("price", price.ToString());
        }

        MeterColumns.Write(json, charge.Per);
        if (charge.Bands.Count > 0)
        {
            json.WriteString("by", Meters.NameOf(charge.By));
            WriteAll(json, "bands", charge.Bands, band =>
            {
                if (band.UpTo is { } upTo)
                {
                    json.WriteString("upTo", upTo.ToString(CultureInfo.InvariantCulture));
                }

                json.WriteString("price", band.Price.ToString());
            });
        }
    });

    private static void WriteTokens(Utf8JsonWriter json, TokenPrices tokens, Per per)
    {
        if (tokens.Meters.Count > 0)
        {
            MeterColumns.Write(json, tokens);
            MeterColumns.Write(json, per);
        }
    }

    private static void WriteFactor(Utf8JsonWriter json, Rational? factor)
    {
        if (factor is { } times)
        {
            json.WriteString("factor", times.ToString());
        }
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, EquatableArray<T> all, Action<T> write)
        where T : IEquatable<T>
    {
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
