using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads a model, its price and its variants.</summary>
internal static class ModelReader
{
    // What prices a model beside its size, and what changes that price.
    private static readonly string[] Pricing = ["price", .. Meters.TokenNames, "charges", "contexts"];
    private static readonly string[] Conditions = ["priority", "flex", "regions"];
    private static readonly string[] Kinds = [.. ModelKinds.Names];

    /// <summary>Reads a model.</summary>
    /// <param name="property">The model's id and what the card says of it.</param>
    /// <param name="priceReader">Reads the prices of the section that the model stands in.</param>
    /// <param name="section">The reader of that section.</param>
    /// <returns>The model as far as it can be read.</returns>
    public static Model Read(JsonNode property, PriceReader priceReader, ObjectReader section)
    {
        if (section.Object(property.Name, property) is not { } node)
        {
            return new Model(property.Name, null, null, default, Per.MillionTokens, null, null, default);
        }

        var reader = new ObjectReader(node, Shape.Model, section.Problems, "model", property.Name);
        var does = ReadKind(priceReader.Kind, reader);
        var retirement = ReadRetirement(reader);
        var variants = reader.Object("variants", reader.Find("variants")) is { } variantNodes
            ? ReadVariants(property.Name, variantNodes, priceReader, does, retirement, reader)
            : default;
        return ReadModel(property.Name, priceReader, does, retirement, reader, variants);
    }

    /// <summary>Reads the other ids of a model or a GPU.</summary>
    /// <param name="reader">The model or the GPU.</param>
    /// <returns>The ids; none when nothing is said.</returns>
    public static EquatableArray<string> ReadAliases(ObjectReader reader)
    {
        if (reader.List("aliases", reader.Find("aliases")) is not { } list)
        {
            return default;
        }

        var aliases = new List<string>();
        foreach (var item in list.Items)
        {
            if (reader.Label("aliases", item) is { } alias)
            {
                aliases.Add(alias);
            }
        }

        return new([.. aliases]);
    }

    // What a variant doesn't say of what it does and of when it goes, its parent says for it.
    private static EquatableArray<Variant> ReadVariants(
        string parentId, JsonObject variants, PriceReader priceReader, ModelKind? does, Retirement? retirement, ObjectReader parent)
    {
        var result = new List<Variant>();
        foreach (var property in variants.Properties)
        {
            if (!ObjectReader.CheckLabel(parent.Problems, "the name of a variant", property.Name, property.NameSpan))
            {
                continue;
            }

            // A variant that says no id is known by its parent's id and its own label.
            var id = parentId + "-" + property.Name;
            if (property is not JsonObject node)
            {
                CheckMadeId(id, property, parent.Problems);
                var prices = parent.AsNumber(property.Name, property) is { } price
                    ? priceReader.Uniform(price)
                    : null;
                result.Add(new Variant(property.Name, new Model(id, null, null, default, Per.MillionTokens, prices, retirement, default) { Kind = does }));
            }
            else
            {
                var reader = new ObjectReader(node, Shape.Variant, parent.Problems, "variant", property.Name);
                var ownId = reader.Label("id", reader.Find("id"));
                if (!reader.Has("id"))
                {
                    CheckMadeId(id, property, parent.Problems);
                }

                result.Add(new Variant(property.Name, ReadModel(ownId ?? id, priceReader, ReadKind(priceReader.Kind, reader) ?? does, ReadRetirement(reader) ?? retirement, reader, default)));
            }
        }

        return new([.. result]);
    }

    // Two names that are short enough can make an id that isn't.
    private static void CheckMadeId(string id, JsonNode variant, ProblemList problems)
    {
        if (id.Length > Limits.LabelLength)
        {
            problems.Add(
                Rules.EmptyText,
                variant.NameSpan,
                "the id of the variant, made from the model's id and the variant's name,",
                $"has {id.Length} characters",
                $"at most {Limits.LabelLength} are allowed, so give it an \"id\"");
        }
    }

    private static Model ReadModel(
        string id, PriceReader priceReader, ModelKind? does, Retirement? retirement, ObjectReader reader, EquatableArray<Variant> variants)
    {
        // Most models have one list of prices, and nothing that it depends on.
        var terms = TermsReader.HasTerms(reader) ? TermsReader.Read(reader, priceReader) : null;
        var own = terms is null ? OwnPrice(priceReader.ReadOwn(reader, required: false)) : PriceOf(terms);
        var batch = terms?.Of(ServiceLevel.Batch);
        var price = ReadPrice(priceReader, reader, own, batch);
        if (price is not (null or ModelPrice.OnTerms) && batch?.Factor is { } factor)
        {
            price = price with { Batch = Rational.One - factor };
        }

        return new Model(
            id,
            reader.Label("name", reader.Find("name")),
            reader.Label("member", reader.Find("member")),
            ReadAliases(reader),
            PerReader.ReadTokens(reader),
            price,
            retirement,
            variants)
        {
            Kind = does,
            Matches = PatternReader.Read(reader),
        };
    }

    private static ModelKind? ReadKind(TokenSectionKind section, ObjectReader reader)
    {
        if (section != TokenSectionKind.Serverless)
        {
            reader.Contradiction(TokenSection.Empty(section).Name, "kind", "what the models of that section do is clear");
            return null;
        }

        var index = reader.Word("kind", reader.Find("kind"), Kinds);
        return index < 0 ? null : (ModelKind)index;
    }

    private static ModelPrice? OwnPrice(ModelPrice.Own own) =>
        own.Prices.Meters.Count == 0 ? null
        : own.Prices.IsOfText ? own
        : new ModelPrice.OnTerms(TermsReader.Of(own.Prices));

    private static ModelPrice? PriceOf(PriceTerms terms) =>
        !terms.IsPriced && !terms.HasWindows && terms.Regions.Count == 0 ? null
        : !terms.IsPriced || !TermsReader.AreSimple(terms) ? new ModelPrice.OnTerms(terms)
        : terms.HasWindows ? new ModelPrice.Windowed(new([.. terms.Windows.Select(window => window.Hours with { Prices = window.Prices.Tokens })]))
        : new ModelPrice.Own(terms.Windows[0].Prices.Tokens);

    // A percentage is checked as one. Other prices and surcharges are for models that have prices of their own.
    private static bool IsMoreThanDiscount(LevelPrices batch) =>
        batch.Factor is null ? batch.Prices is { IsEmpty: false } : !batch.IsDiscount && !batch.TakesOff;

    private static ModelPrice? ReadPrice(PriceReader priceReader, ObjectReader reader, ModelPrice? own, LevelPrices? batch)
    {
        var isFree = reader.Flag("free");
        var size = reader.Size("size");
        var table = reader.Label("table", reader.Find("table"));
        var priced = reader.FirstOf(Pricing);
        var pricedBatch = batch is not null && IsMoreThanDiscount(batch) ? batch.Name : null;

        if (isFree)
        {
            Exclude("free", "what is free has no price", [priced, pricedBatch, .. Conditions, "size"]);
        }

        if (reader.Has("size"))
        {
            Exclude("size", "a model has a price of its own or the price of its size, not both", [priced, .. Conditions]);
            Exclude("size", "in a batch the price of a size can only be less; write what is taken off, such as \"50%\"", pricedBatch);
            Exclude("size", "the table says what its prices buy", "per");
        }

        if (reader.Has("windows"))
        {
            Exclude("windows", "the windows have the prices", priced, "free", "size");
        }

        if (reader.Has("variants"))
        {
            Exclude("variants", "each variant has its own", [priced, "free", "size", "windows", "per", "batch", .. Conditions, "aliases", "matches"]);
        }

        if (reader.Has("size") != reader.Has("table"))
        {
            _ = reader.Require(reader.Has("size") ? "table" : "size", "a size is priced by the table that the card names for it");
        }

        if (isFree)
        {
            return new ModelPrice.Free(priceReader.Uniform(Rational.Zero).Prices);
        }

        if (size is { } declared && table is not null && priced is null)
        {
            return new ModelPrice.BySize(table, declared);
        }

        return own;

        void Exclude(string first, string why, params string?[] others)
        {
            foreach (var other in others)
            {
                if (other is not null)
                {
                    reader.Contradiction(first, other, why);
                }
            }
        }
    }

    /// <summary>Reads <c>deprecated</c>, <c>removed</c> and <c>replacement</c>.</summary>
    /// <param name="reader">The model or the offer.</param>
    /// <returns>When it goes, or null.</returns>
    public static Retirement? ReadRetirement(ObjectReader reader)
    {
        var deprecated = TimeReader.ReadInstant(reader, "deprecated", reader.Find("deprecated"));
        var removed = TimeReader.ReadInstant(reader, "removed", reader.Find("removed"));
        var replacement = reader.Label("replacement", reader.Find("replacement"));
        if (replacement is not null && deprecated is null && removed is null)
        {
            _ = reader.Require("deprecated", "only a deprecated model has a replacement");
        }

        return deprecated is null && removed is null ? null : new Retirement(deprecated, removed, replacement);
    }
}
