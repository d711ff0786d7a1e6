namespace TogetherRates.Compiler.Cards;

/// <summary>Whether models share a price: all that they have to have in common for it.</summary>
internal sealed class SamePrice : IEqualityComparer<Model>
{
    /// <inheritdoc/>
    public bool Equals(Model left, Model right) => Equals(left.Price, right.Price) && left.Per.Equals(right.Per);

    /// <inheritdoc/>
    /// <remarks>
    /// Prices on terms have much in them: what tokens cost first tells them apart well enough. A record asks for the hash of each part by a comparer, which takes
    /// as long as all else.
    /// </remarks>
    public int GetHashCode(Model model) => model.Price switch
    {
        ModelPrice.Own own => own.Prices.GetHashCode(),
        ModelPrice.OnTerms { Terms: var terms } => terms.Windows[0].Prices.Tokens.GetHashCode(),
        var other => other?.GetHashCode() ?? 0,
    };
}
