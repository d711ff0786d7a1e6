using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Import;

/// <summary>Writes a provider's prices as a card, in the units that providers publish them in.</summary>
internal static class CardText
{
    private const string Schema = "https://raw.githubusercontent.com/togetherrates/togetherrates/main/ratecards/schema/ratecard.schema.json";

    // Prices are published in cents at least.
    private const int MinDecimals = 2;

    /// <summary>Writes a card.</summary>
    /// <param name="card">The prices.</param>
    /// <param name="from">When they come into force.</param>
    public static CardLayout Write(ImportedCard card, DateOnly from)
    {
        var names = MemberNames.Choose(card);
        var properties = new List<(string Name, CardNode Value)>
        {
            ("$schema", Text(Schema)),
            ("ratecard", new CardNode.Value("1")),
            ("provider", Text(card.Provider)),
        };
        if (MemberNames.ClassOf(card) is { } className)
        {
            properties.Add(("class", Text(className)));
        }

        properties.Add(("currency", Text("USD")));
        properties.Add(("effective", Object(("from", Text(from.ToString("O", CultureInfo.InvariantCulture))))));
        properties.Add(("source", Text(card.Source)));
        properties.Add(("rounding", Object(("digits", new CardNode.Value("2")), ("mode", Text("half-even")))));
        foreach (var section in card.Models.GroupBy(model => model.Section).OrderBy(section => section.Key))
        {
            var models = section.Select(model => (model.Id, WriteModel(model, names.GetValueOrDefault(model.Id))));
            properties.Add((TokenSection.Empty(section.Key).Name, Block(("models", Block([.. models])))));
        }

        if (card.Gpus.Count > 0)
        {
            var gpus = card.Gpus.Select(gpu => (gpu.Id, WriteGpu(gpu, names.GetValueOrDefault(gpu.Id))));
            properties.Add(("dedicated", Block(("per", Text("minute")), ("billed", Text("minute")), ("gpus", Block([.. gpus])))));
        }

        return CardLayout.Of(Block([.. properties]));
    }

    private static CardNode WriteGpu(ImportedGpu gpu, string? member)
    {
        var properties = new List<(string Name, CardNode Value)>();
        AddMember(properties, member);
        if (gpu.Count != 1)
        {
            properties.Add(("count", Number(gpu.Count)));
        }

        properties.Add(("price", Price(gpu.PricePerMinute)));
        return Object([.. properties]) with { Part = new CardPart(gpu.Id) };
    }

    private static CardNode WriteModel(ImportedModel model, string? member)
    {
        var properties = new List<(string Name, CardNode Value)>();
        if (model.Name is { } name)
        {
            properties.Add(("name", Text(name) with { Part = new CardPart(model.Id, name) }));
        }

        AddMember(properties, member);
        if (model.Aliases.Count > 0)
        {
            var aliases = model.Aliases.Select(alias => Text(alias) with { Part = new CardPart(model.Id, alias) });
            properties.Add(("aliases", new CardNode.Items([.. aliases])));
        }

        if (model.Matches.Count > 0)
        {
            var matches = model.Matches.Select(match =>
                Object((match.Kind, Text(match.Text))) with { Part = new CardPart(model.Id, match.ToString()) });
            properties.Add(("matches", new CardNode.Items([.. matches])));
        }

        if (model.Deprecated is { } deprecated)
        {
            properties.Add(("deprecated", Text(deprecated.ToString("O", CultureInfo.InvariantCulture))));
        }

        if (model.Terms is { } terms)
        {
            AddTerms(properties, terms);
        }
        else
        {
            properties.Add(("free", new CardNode.Value("true")));
        }

        return Object([.. properties]) with { Part = new CardPart(model.Id) };
    }

    private static void AddMember(List<(string Name, CardNode Value)> properties, string? member)
    {
        if (member is not null)
        {
            properties.Add(("member", Text(member)));
        }
    }

    private static void AddTerms(List<(string Name, CardNode Value)> properties, PriceTerms terms)
    {
        var per = PublishedUnit.OfTokens(terms);
        if (per != Per.MillionTokens)
        {
            properties.Add(("per", Text(TokenCount.TextOf(per.Quantity) + " tokens")));
        }

        if (terms.IsTimed)
        {
            properties.Add(("windows", new CardNode.Items([.. terms.Windows.Select(window => WriteWindow(window, per))])));
        }
        else
        {
            AddPrices(properties, terms.Windows[0].Prices, per);
        }

        foreach (var level in terms.Levels)
        {
            properties.Add((level.Name, WriteLevel(level, per)));
        }

        if (terms.Regions.Count > 0)
        {
            properties.Add(("regions", Object([.. terms.Regions.Select(region => (region.Name, Number(region.Factor)))])));
        }
    }

    private static CardNode.Members WriteWindow(TermsWindow window, Per per)
    {
        var properties = new List<(string Name, CardNode Value)>();
        if (window.Since is { } since)
        {
            properties.Add(("since", Text(CardDate.TextOf(since))));
        }

        if (window.Before is { } before)
        {
            properties.Add(("before", Text(CardDate.TextOf(before))));
        }

        if (!window.Hours.IsAlways)
        {
            properties.Add(("from", Text(PriceWindow.TextOf(window.Hours.From))));
            properties.Add(("until", Text(PriceWindow.TextOf(window.Hours.Until))));
        }

        AddPrices(properties, window.Prices, per);
        return Object([.. properties]);
    }

    private static CardNode WriteLevel(LevelPrices level, Per per)
    {
        if (level.Factor is not { } factor)
        {
            var properties = new List<(string Name, CardNode Value)>();
            AddPrices(properties, level.Prices!, per);
            return Object([.. properties]);
        }

        return factor < Rational.One ? Text($"{(Rational.One - factor) * 100}%") : Object(("factor", Number(factor)));
    }

    private static void AddPrices(List<(string Name, CardNode Value)> properties, PriceList list, Per per)
    {
        AddPrices(properties, list.Tokens, list.Charges, per);
        if (list.Contexts.Count > 0)
        {
            properties.Add(("contexts", new CardNode.Items([.. list.Contexts.Select(context => WriteContext(context, per))])));
        }
    }

    private static CardNode.Members WriteContext(ContextTier context, Per per)
    {
        var properties = new List<(string Name, CardNode Value)> { ("above", Text(TokenCount.TextOf(context.Above))) };
        if (context.IsUnpriced)
        {
            properties.Add(("unpriced", new CardNode.Value("true")));
        }

        AddPrices(properties, context.Tokens, context.Charges, per);
        return Object([.. properties]);
    }

    private static void AddPrices(List<(string Name, CardNode Value)> properties, TokenPrices tokens, EquatableArray<Charge> charges, Per per)
    {
        foreach (var price in tokens.Meters)
        {
            properties.Add((Meters.NameOf(price.Meter), Price(price.Price * per.Quantity / Per.MillionTokens.Quantity)));
        }

        if (charges.Count > 0)
        {
            properties.Add(("charges", Object([.. charges.Select(charge => (Meters.NameOf(charge.Meter), WriteCharge(charge)))])));
        }
    }

    private static CardNode.Members WriteCharge(Charge charge)
    {
        var properties = new List<(string Name, CardNode Value)>();
        var (unit, count) = PublishedUnit.Of(charge);
        if (charge.By != charge.Meter)
        {
            properties.Add(("by", Text(Meters.NameOf(charge.By))));
        }

        if (charge.AboveIsUnpriced)
        {
            properties.Add(("above", Text("unpriced")));
        }

        if (charge.Price is { } price)
        {
            properties.Add(("price", Price(price * count)));
        }
        else
        {
            var bands = charge.Bands.Select(band => Object([
                .. band.UpTo is { } upTo ? [("upTo", Number(upTo))] : Array.Empty<(string, CardNode)>(),
                ("price", Price(band.Price * count)),
            ]));
            properties.Add(("bands", new CardNode.Items([.. bands])));
        }

        if (unit is not null)
        {
            properties.Add(("per", Text(unit)));
        }

        return Object([.. properties]);
    }

    private static CardNode.Value Price(Rational price) => new(price.ToString(MinDecimals));

    private static CardNode.Value Number(Rational number) => new(number.ToString());

    private static CardNode.Value Text(string text) => CardNode.Value.Of(text);

    private static CardNode.Members Object(params (string Name, CardNode Value)[] properties) => new(properties);

    private static CardNode.Members Block(params (string Name, CardNode Value)[] properties) => new(properties, IsBlock: true);
}
