namespace TogetherRates.Compiler.Cards;

/// <summary>Anything that can be priced by id: a model or an offer.</summary>
public abstract record PricedId
{
    /// <summary>The id that the provider's API uses.</summary>
    public abstract string Id { get; }

    /// <summary>Other ids for it.</summary>
    public abstract EquatableArray<string> Aliases { get; }

    /// <summary>Patterns of more ids for it.</summary>
    public abstract EquatableArray<IdPattern> Matches { get; }

    /// <summary>The name in the enumeration of ids.</summary>
    public abstract string EnumName { get; }

    /// <summary>Whether it is on its way out.</summary>
    public abstract Retirement? Retirement { get; }
}

/// <summary>A model that can be priced by id, with the C# names that lead to it.</summary>
/// <param name="Model">The model or variant.</param>
/// <param name="Parent">The model that it is a variant of, or null.</param>
/// <param name="Label">What the provider calls the variant, or null.</param>
public sealed record PricedModel(Model Model, Model? Parent, string? Label) : PricedId
{
    /// <inheritdoc/>
    public override string Id => Model.Id;

    /// <inheritdoc/>
    public override EquatableArray<string> Aliases => Model.Aliases;

    /// <inheritdoc/>
    public override EquatableArray<IdPattern> Matches => Model.Matches;

    /// <summary>The name in the enumeration of ids: the model's, followed by the variant's.</summary>
    public override string EnumName => Parent is null ? MemberName.Of(Model) : MemberName.Of(Parent) + MemberName.Of(new Variant(Label!, Model));

    /// <inheritdoc/>
    public override Retirement? Retirement => Model.Retirement;
}

/// <summary>An offer that can be priced by id.</summary>
/// <param name="Offer">The offer.</param>
public sealed record PricedOffer(Offer Offer) : PricedId
{
    /// <inheritdoc/>
    public override string Id => Offer.Id;

    /// <inheritdoc/>
    public override EquatableArray<string> Aliases => Offer.Aliases;

    /// <inheritdoc/>
    public override EquatableArray<IdPattern> Matches => Offer.Matches;

    /// <inheritdoc/>
    public override string EnumName => MemberName.Of(Offer);

    /// <inheritdoc/>
    public override Retirement? Retirement => Offer.Retirement;
}

/// <summary>The models of a card as a caller finds them: flat, variants among them.</summary>
public static class CardIds
{
    /// <summary>Everything that has a price by id, in the order of the ids.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The models and the offers; a model with variants stands here as its variants.</returns>
    public static IReadOnlyList<PricedId> All(Card card)
    {
        // Long lists are mostly written in this order.
        var all = InCardOrder(card);
        for (var i = 1; i < all.Count; i++)
        {
            if (Compare(all[i - 1], all[i]) > 0)
            {
                return Sorted(all);
            }
        }

        return all;
    }

    /// <summary>Every model that has a price, in the order of their ids.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The models; a model with variants stands here as its variants.</returns>
    public static IReadOnlyList<PricedModel> PricedModels(Card card) => [.. All(card).OfType<PricedModel>()];

    /// <summary>Every offer, in the order of their ids.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The offers.</returns>
    public static IReadOnlyList<Offer> Offers(Card card) => [.. All(card).OfType<PricedOffer>().Select(priced => priced.Offer)];

    /// <summary>Whether an id is one of those that something has.</summary>
    /// <param name="asked">The id that is looked for.</param>
    /// <param name="id">What it has for an id.</param>
    /// <param name="aliases">Its other ids.</param>
    /// <param name="ignoresCase">Whether the card says that the case of letters doesn't count.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsIdOf(string asked, string id, EquatableArray<string> aliases, bool ignoresCase)
    {
        if (!ignoresCase)
        {
            return id == asked || aliases.Contains(asked);
        }

        var lower = AsciiCase.ToLower(asked);
        return AsciiCase.ToLower(id) == lower || aliases.Any(alias => AsciiCase.ToLower(alias) == lower);
    }

    private static int Compare(PricedId left, PricedId right) => string.CompareOrdinal(left.Id, right.Id);

    // By an array of the ids alone: to ask two models for their ids at each comparison takes a quarter longer.
    private static PricedId[] Sorted(List<PricedId> all)
    {
        var (ids, sorted) = (new string[all.Count], all.ToArray());
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = sorted[i].Id;
        }

        Array.Sort(ids, sorted, StringComparer.Ordinal);
        return sorted;
    }

    private static List<PricedId> InCardOrder(Card card)
    {
        var all = new List<PricedId>(card.ModelCount);
        foreach (var section in card.TokenSections)
        {
            foreach (var model in section.Models)
            {
                if (model.Variants.Count == 0)
                {
                    all.Add(new PricedModel(model, null, null));
                }

                foreach (var variant in model.Variants)
                {
                    all.Add(new PricedModel(variant.Model, model, variant.Label));
                }
            }
        }

        foreach (var section in card.OfferSections)
        {
            foreach (var offer in section.Offers)
            {
                all.Add(new PricedOffer(offer));
            }
        }

        return all;
    }
}
