using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Comparison;

/// <summary>Lists every number of a card, in the card's order.</summary>
internal static class PriceCells
{
    private const int SecondsPerHour = 3_600;

    /// <summary>All cells of a card.</summary>
    public static IReadOnlyList<PriceCell> Of(Card card)
    {
        var before = new Dictionary<(string Section, string Key, string Name), int>();
        return [.. InOrder(card).Select(cell =>
        {
            var names = (cell.Section, cell.Key, cell.Name);
            before[names] = before.GetValueOrDefault(names) + 1;
            return cell with { Occurrence = before[names] - 1 };
        })];
    }

    private static IEnumerable<PriceCell> InOrder(Card card) =>
    [
        .. card.TokenSections.SelectMany(section => OfSection(card, section)),
        .. card.OfferSections.SelectMany(section => section.Offers.SelectMany(offer => OfOffer(section.Name, offer))),
        .. OfDedicated(card.Dedicated),
        .. OfFineTuning(card.FineTuning),
        .. OfBill(card),
        .. OfRounding(card.Rounding),
        PriceCell.OfWords("ids", "every id", "case of letters", card.IgnoresCase ? "doesn't count" : "counts"),
    ];

    private static IEnumerable<PriceCell> OfSection(Card card, TokenSection section)
    {
        foreach (var table in section.Tables)
        {
            foreach (var tier in table.Tiers)
            {
                foreach (var cell in OfTokens(section.Name, $"{table.Name} {table.RangeOf(tier)}", "", tier.Prices, table.Per))
                {
                    yield return cell with { Key = $"{table.Name} {BoundsOf(table.Tiers, tier)}" };
                }
            }
        }

        foreach (var model in section.Models.SelectMany(model => model.Variants.Count == 0 ? [model] : model.Variants.Select(variant => variant.Model)))
        {
            foreach (var cell in OfModel(card, section.Name, model))
            {
                yield return cell;
            }

            if (model.Batch is { } discount)
            {
                yield return BatchDiscount(section.Name, model.Id, discount);
            }

            foreach (var cell in OfOtherIds(section.Name, model.Id, model.Aliases, model.Matches))
            {
                yield return cell;
            }
        }
    }

    private static IEnumerable<PriceCell> OfModel(Card card, string section, Model model)
    {
        switch (model.Price)
        {
            case ModelPrice.Windowed windowed:
                return windowed.Windows.SelectMany(window => OfTokens(section, model.Id, window.ToString(), window.Prices, model.Per));
            case ModelPrice.OnTerms { Terms: var terms }:
                return OfTerms(section, model, terms);
            default:
                var (prices, per, _) = card.PricesOf(model);
                return OfTokens(section, model.Id, "", prices, per);
        }
    }

    private static IEnumerable<PriceCell> OfTerms(string section, Model model, PriceTerms terms)
    {
        var cells = terms.Windows.SelectMany(window => OfList(section, model, window.IsAlways ? "" : window.ToString(), window.Prices));
        foreach (var level in terms.Levels)
        {
            cells = cells.Concat(level switch
            {
                { Prices: { } own } => OfList(section, model, level.Name, own),
                { Level: Compiler.Cards.ServiceLevel.Batch, Factor: { } factor, TakesOff: true } => [BatchDiscount(section, model.Id, Rational.One - factor)],
                _ => [PriceCell.OfNumber(section, model.Id, level.Name + " factor", level.Factor ?? Rational.One, "")],
            });
        }

        return cells.Concat(terms.Regions.Select(region => PriceCell.OfNumber(section, model.Id, $"region {region.Name} factor", region.Factor, "")));
    }

    private static IEnumerable<PriceCell> OfList(string section, Model model, string when, PriceList list)
    {
        var cells = OfTokens(section, model.Id, when, list.Tokens, model.Per)
            .Concat(list.Charges.SelectMany(charge => OfCharge(section, model.Id, when, charge)));
        return list.Contexts.Aggregate(cells, (all, context) =>
        {
            var condition = Join(when, context.ToString());
            return context.IsUnpriced ? all.Append(PriceCell.OfWords(section, model.Id, condition, "no price")) : all
                .Concat(OfTokens(section, model.Id, condition, context.Tokens, model.Per))
                .Concat(context.Charges.SelectMany(charge => OfCharge(section, model.Id, condition, charge)));
        });
    }

    private static IEnumerable<PriceCell> OfCharge(string section, string item, string when, Charge charge)
    {
        var meter = Meters.NameOf(charge.Meter);
        return charge.Price is { } price
            ? [Cell(when, price)]
            : charge.Bands.Select(band => Cell(Join(when, band.UpTo is { } upTo ? $"up to {upTo} {Meters.NameOf(charge.By)}" : "above"), band.Price));

        PriceCell Cell(string condition, Rational amount) =>
            PriceCell.Of(section, item, Join(meter, condition), amount, charge.Per.ToString(), amount / charge.UnitsPerPrice, meter);
    }

    private static IEnumerable<PriceCell> OfTokens(string section, string item, string when, TokenPrices prices, Per per) =>
        prices.Meters.Select(price => PriceCell.OfTokens(section, item, Join(Meters.NameOf(price.Meter), when), price.Price, per.Quantity));

    private static IEnumerable<PriceCell> OfOffer(string section, Offer offer)
    {
        var cells = offer.Price switch
        {
            OfferPrice.Flat flat => [Cell("", flat.Amount)],
            OfferPrice.ByToken tokens => OfTokens(section, offer.Id, "", tokens.Prices, offer.Per),
            OfferPrice.ByResolution { Table: var table } => table.Tiers.Select(tier => Cell(table.RangeOf(tier), tier.Price)),
            _ => [Cell("", Rational.Zero)],
        };
        if (offer.Steps is { } steps)
        {
            cells = cells.Append(PriceCell.OfNumber(section, offer.Id, "steps in the price", steps, ""));
        }

        if (TimeUnit.SecondsIn(offer.Unit.Name) is not null)
        {
            cells = cells.Append(PriceCell.OfNumber(section, offer.Id, "seconds billed at once", offer.Increment, ""));
        }

        if (offer.Batch is { } discount)
        {
            cells = cells.Append(BatchDiscount(section, offer.Id, discount));
        }

        return cells.Concat(OfOtherIds(section, offer.Id, offer.Aliases, offer.Matches));

        PriceCell Cell(string condition, Rational price)
        {
            var meter = offer.Meter is { } counted ? Meters.NameOf(counted) : "token";
            return PriceCell.Of(section, offer.Id, Join(meter, condition), price, offer.Per.ToString(), price / offer.UnitsPerPrice, meter);
        }
    }

    private static IEnumerable<PriceCell> OfDedicated(Dedicated? dedicated)
    {
        if (dedicated is null)
        {
            return [];
        }

        var replicas = dedicated.Gpus.SelectMany(gpu =>
        {
            var second = gpu.ReplicaPrice / dedicated.PerSeconds;
            return OfOtherIds("dedicated", gpu.Id, gpu.Aliases)
                .Prepend(PriceCell.Of("dedicated", gpu.Id, "replica", second * SecondsPerHour, "hour", second, "second"));
        });
        return replicas.Append(PriceCell.OfNumber("dedicated", "every GPU", "seconds billed at once", dedicated.BilledSeconds, ""));
    }

    // An id that moves to another model changes what its requests cost, though no price does.
    private static IEnumerable<PriceCell> OfOtherIds(string section, string id, EquatableArray<string> aliases, EquatableArray<IdPattern> matches = default) =>
        aliases.Concat(matches.Select(pattern => "ids with " + pattern)).Select(other => PriceCell.OfWords(section, other, "priced as", id));

    private static PriceCell BatchDiscount(string section, string item, Rational discount) =>
        PriceCell.OfNumber(section, item, "batch discount", discount * 100, "%");

    private static IEnumerable<PriceCell> OfFineTuning(FineTuning? tuning)
    {
        if (tuning is null)
        {
            return [];
        }

        var bands = tuning.Bands.SelectMany(band => OfJobs(tuning, tuning.RangeOf(band), band.Prices).Select(cell => cell with { Key = BoundsOf(tuning.Bands, band) }));
        return bands.Concat(tuning.Models.SelectMany(model => OfJobs(tuning, model.Id, model.Prices)
            .Concat(model.Minimum is { } least ? [PriceCell.OfMoney("fineTuning", model.Id, "minimum", least)] : [])
            .Concat(OfOtherIds("fineTuning", model.Id, model.Aliases))));
    }

    private static string BoundsOf<T>(EquatableArray<T> rows, T row)
        where T : class, ISizeRange, IEquatable<T>
    {
        var before = rows.TakeWhile(candidate => !ReferenceEquals(candidate, row)).LastOrDefault();
        return $"{before?.UpTo?.Parameters} - {row.UpTo?.Parameters}";
    }

    private static IEnumerable<PriceCell> OfJobs(FineTuning tuning, string item, FineTuningPrices prices) =>
        from cell in prices.Cells
        where cell.Price is not null
        select PriceCell.OfTokens("fineTuning", item, cell.Cell.ToString(), cell.Price!.Value, tuning.Per.Quantity);

    private static IEnumerable<PriceCell> OfBill(Card card)
    {
        var discounts = (card.Volume?.Tiers ?? default).Select(tier => PriceCell.OfNumber(
            "volume", tier.UpTo is { } upTo ? $"up to {upTo}" : "above", "discount", tier.Discount * 100, "%"));
        var modes = card.Volume is { } volume
            ? [PriceCell.OfWords("volume", "every tier", "mode", volume.Mode == Compiler.Cards.VolumeMode.Whole ? "whole" : "graduated")]
            : Enumerable.Empty<PriceCell>();
        var credits = card.Credits.SelectMany(credit =>
        {
            var amount = PriceCell.OfMoney("credits", credit.Name, "amount", credit.Amount);
            return credit.ExpiresAfter is { } term ? [amount, PriceCell.OfWords("credits", credit.Name, "expires after", term.ToString())] : new[] { amount };
        });
        var limits = card.Limits.SelectMany(tier => new[]
        {
            (Name: "spend", Number: (Rational?)tier.Spend),
            (Name: "requestsPerMinute", Number: tier.RequestsPerMinute),
            (Name: "tokensPerMinute", Number: tier.TokensPerMinute),
        }.Where(limit => limit.Number is not null).Select(limit => PriceCell.OfNumber("limits", tier.Name, limit.Name, limit.Number!.Value, "")));
        return discounts.Concat(modes).Concat(credits).Concat(limits);
    }

    private static IEnumerable<PriceCell> OfRounding(Rounding rounding) =>
    [
        PriceCell.OfNumber("rounding", "invoices", "digits", rounding.Digits, ""),
        PriceCell.OfWords("rounding", "invoices", "mode", rounding.ModeName),
    ];

    private static string Join(string name, string condition) =>
        name.Length == 0 ? condition : condition.Length == 0 ? name : $"{name}, {condition}";
}
