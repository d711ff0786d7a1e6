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

/// <summary>The models of a card as a caller finds them: flat, variants among them.</summary>
public static class CardIds
{
    /// <summary>Every model that has a price, in the order of their ids.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The models; a model with variants stands here as its variants.</returns>
    public static IReadOnlyList<PricedModel> PricedModels(Card card)
    {
        var models = new List<PricedModel>();
        foreach (var model in card.TokenSections.SelectMany(section => section.Models))
        {
            if (model.Variants.Count == 0)
            {
                models.Add(new PricedModel(model, null, null));
            }

            foreach (var variant in model.Variants)
            {
                models.Add(new PricedModel(variant.Model, model, variant.Label));
            }
        }

        models.Sort((left, right) => string.CompareOrdinal(left.Model.Id, right.Model.Id));
        return models;
    }

    /// <summary>Finds a model by its id or an alias.</summary>
    /// <param name="card">The card.</param>
    /// <param name="id">The id, in its exact case.</param>
    /// <returns>The model, or null.</returns>
    public static PricedModel? Find(Card card, string id)
    {
        foreach (var priced in PricedModels(card))
        {
            if (priced.Model.Id == id || priced.Model.Aliases.Contains(id))
            {
                return priced;
            }
        }

        return null;
    }
}
