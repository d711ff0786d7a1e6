namespace TogetherRates.Compiler.Cards;

/// <summary>Whether models share a price: all that they have to have in common for it.</summary>
internal sealed class SamePrice : IEqualityComparer<Model>
{
    /// <inheritdoc/>
    public bool Equals(Model left, Model right) => Equals(left.Price, right.Price) && left.Per.Equals(right.Per);

    /// <inheritdoc/>
    /// <remarks>Prices on terms have much in them: what tokens cost first tells them apart well enough.</remarks>
    public int GetHashCode(Model model) =>
        (model.Price is ModelPrice.OnTerms { Terms: var terms } ? terms.Windows[0].Prices.Tokens.GetHashCode() : model.Price?.GetHashCode()) ?? 0;
}
