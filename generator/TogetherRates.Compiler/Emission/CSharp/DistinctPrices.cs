using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Which models of a card cost the same: most of many do, so what is worked out for a price is worked out once.</summary>
internal sealed class DistinctPrices
{
    private readonly Dictionary<Model, int> indices = new(new SamePrice());

    /// <summary>Compares the prices of models.</summary>
    /// <param name="models">The models.</param>
    public DistinctPrices(IReadOnlyList<PricedModel> models)
    {
        OfModels = new int[models.Count];
        for (var i = 0; i < OfModels.Length; i++)
        {
            if (!indices.TryGetValue(models[i].Model, out OfModels[i]))
            {
                OfModels[i] = Firsts.Count;
                indices.Add(models[i].Model, Firsts.Count);
                Firsts.Add(models[i]);
            }
        }
    }

    /// <summary>The first model of each price, in the order of the models.</summary>
    public List<PricedModel> Firsts { get; } = [];

    /// <summary>For each of the models the index of its price.</summary>
    public int[] OfModels { get; }

    /// <summary>The index of a model's price.</summary>
    /// <param name="priced">One of the models.</param>
    /// <returns>The index among <see cref="Firsts"/>.</returns>
    public int IndexOf(PricedModel priced) => indices[priced.Model];
}
