using System.Text.Json;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;
using CardLevel = TogetherRates.Compiler.Cards.ServiceLevel;
using CardMeter = TogetherRates.Compiler.Cards.Meter;

namespace TogetherRates.Cli.Import;

/// <content>Prices by range of input tokens or of results.</content>
internal sealed partial class LiteLlmEntry
{
    private void ReadTiers(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new EntryException("tiered_pricing isn't a list of ranges");
        }

        var rows = list.EnumerateArray().ToList();
        if (rows.TrueForAll(row => row.Has("max_results_range")))
        {
            ReadResultTiers(rows);
        }
        else
        {
            ReadTokenTiers(rows);
        }
    }

    // Ranges that touch: a request falls in the range that its input tokens lie above the start of.
    private void ReadTokenTiers(List<JsonElement> rows)
    {
        long end = 0;
        foreach (var row in rows)
        {
            var (from, upTo) = RangeOf(row, "range");
            if (from != end)
            {
                throw new EntryException($"tiered_pricing: a range starts at {from}, but the one before ends at {end}");
            }

            var draft = from > 0 ? Standard.Above(from) : Standard;
            foreach (var property in PricesOf(row, "range"))
            {
                var name = $"tiered_pricing: {property.Name}";
                var field = LiteLlmField.Parse(property.Name);
                if (field is not { Above: 0, AboveSeconds: 0, Level: CardLevel.Standard })
                {
                    throw new EntryException(name + " isn't known");
                }

                if (PriceOf(name, property.Value) is { } price)
                {
                    Add(draft, field.Meter, price, name);
                }
            }

            end = upTo;
        }

        if (Standard.Bounds.Any(bound => !Standard.MetersAbove(bound).SequenceEqual(Standard.Meters)))
        {
            throw new EntryException("tiered_pricing: the ranges don't price the same");
        }

        Standard.LeaveUnpriced(end);
    }

    // Ranges of whole numbers, both ends in them.
    private void ReadResultTiers(List<JsonElement> rows)
    {
        var bands = new List<ChargeBand>();
        foreach (var row in rows)
        {
            var (from, upTo) = RangeOf(row, "max_results_range");
            if (bands.Count == 0 && from > 1)
            {
                throw new EntryException($"tiered_pricing: the first range starts at {from}, and fewer results have no price");
            }

            if (bands.Count > 0 && from != bands[^1].UpTo + 1)
            {
                throw new EntryException($"tiered_pricing: a range starts at {from}, but the one before ends at {bands[^1].UpTo}");
            }

            Rational? price = null;
            foreach (var property in PricesOf(row, "max_results_range"))
            {
                price = property.Name == "input_cost_per_query"
                    ? PriceOf(property.Name, property.Value)
                    : throw new EntryException($"tiered_pricing: {property.Name} isn't known");
            }

            bands.Add(new ChargeBand(upTo, price ?? throw new EntryException($"tiered_pricing: the results up to {upTo} have no price")));
        }

        if (Standard.Meters.Contains(CardMeter.Queries))
        {
            throw Contradiction("tiered_pricing", CardMeter.Queries);
        }

        Standard.Set(CardMeter.Queries, CardMeter.Results, bands);
    }

    private static IEnumerable<JsonProperty> PricesOf(JsonElement row, string range) =>
        row.EnumerateObject().Where(property => property.Name != range && property.Value.ValueKind != JsonValueKind.Null);

    private static (long From, long UpTo) RangeOf(JsonElement row, string name)
    {
        if (!row.Has(name) || row.GetProperty(name) is not { ValueKind: JsonValueKind.Array } range || range.GetArrayLength() != 2)
        {
            throw new EntryException($"tiered_pricing: a row has no {name} of two numbers");
        }

        var (from, upTo) = (SourceNumber.ReadCount(range[0], name), SourceNumber.ReadCount(range[1], name));
        return from < upTo ? (from, upTo) : throw new EntryException($"tiered_pricing: a range goes from {from} to {upTo}");
    }
}
