namespace TogetherRates.Compiler.Cards;

/// <summary>A model that can be priced by id, with the C# names that lead to it.</summary>
/// <param name="Model">The model or variant.</param>
/// <param name="Parent">The model that it is a variant of, or null.</param>
/// <param name="Label">What the provider calls the variant, or null.</param>
public sealed record PricedModel(Model Model, Model? Parent, string? Label)
{
    /// <summary>The name in the enumeration of model ids: the model's, followed by the variant's.</summary>
    public string EnumName => Parent is null ? MemberName.Of(Model) : MemberName.Of(Parent) + MemberName.Of(new Variant(Label!, Model));
}

/// <summary>Anything that can be priced by id: a model or an offer.</summary>
/// <param name="Id">The id that the provider's API uses.</param>
/// <param name="Aliases">Other ids for it.</param>
/// <param name="Model">The model, or null.</param>
/// <param name="Offer">The offer, or null.</param>
public sealed record PricedId(string Id, EquatableArray<string> Aliases, PricedModel? Model, Offer? Offer)
{
    /// <summary>The name in the enumeration of ids.</summary>
    public string EnumName => Model is null ? MemberName.Of(Offer!) : Model.EnumName;

    /// <summary>Whether it is on its way out.</summary>
    public Retirement? Retirement => Offer is null ? Model?.Model.Retirement : Offer.Retirement;

    /// <summary>Patterns of more ids for it.</summary>
    public EquatableArray<IdPattern> Matches => Offer is null ? Model?.Model.Matches ?? default : Offer.Matches;
}

/// <summary>The models of a card as a caller finds them: flat, variants among them.</summary>
public static class CardIds
{
    /// <summary>Everything that has a price by id, as it stands in the card.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The models and the offers; a model with variants stands here as its variants.</returns>
    public static IReadOnlyList<PricedId> InCardOrder(Card card)
    {
        var all = new List<PricedId>(card.ModelCount);
        foreach (var section in card.TokenSections)
        {
            foreach (var model in section.Models)
            {
                if (model.Variants.Count == 0)
                {
                    all.Add(Priced(new PricedModel(model, null, null)));
                }

                foreach (var variant in model.Variants)
                {
                    all.Add(Priced(new PricedModel(variant.Model, model, variant.Label)));
                }
            }
        }

        foreach (var section in card.OfferSections)
        {
            foreach (var offer in section.Offers)
            {
                all.Add(new PricedId(offer.Id, offer.Aliases, null, offer));
            }
        }

        return all;

        static PricedId Priced(PricedModel model) => new(model.Model.Id, model.Model.Aliases, model, null);
    }

    /// <summary>Everything that has a price by id, in the order of the ids.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The models and the offers.</returns>
    public static IReadOnlyList<PricedId> All(Card card)
    {
        // Long lists are mostly written in this order.
        var all = InCardOrder(card);
        for (var i = 1; i < all.Count; i++)
        {
            if (string.CompareOrdinal(all[i - 1].Id, all[i].Id) > 0)
            {
                return Sorted(all);
            }
        }

        return all;
    }

    /// <summary>Every model that has a price, in the order of their ids.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The models; a model with variants stands here as its variants.</returns>
    public static IReadOnlyList<PricedModel> PricedModels(Card card) => [.. All(card).Select(priced => priced.Model).OfType<PricedModel>()];

    /// <summary>Every offer, in the order of their ids.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The offers.</returns>
    public static IReadOnlyList<Offer> Offers(Card card) => [.. All(card).Select(priced => priced.Offer).OfType<Offer>()];

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

    private static List<PricedId> Sorted(IReadOnlyList<PricedId> all) => [.. all.OrderBy(priced => priced.Id, StringComparer.Ordinal)];
}
