using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>A price on terms as rows of numbers. Most models of a long list differ in the numbers alone, and share what chooses among them.</summary>
/// <param name="IsText">Whether it prices the tokens of texts and nothing else.</param>
/// <param name="Standard">What it costs at the standard level by the length of the context, where the other rows are of other levels alone; else null.</param>
/// <param name="Rule">Which of the rows holds, from 1; 0 where none does.</param>
/// <param name="Words">What a quote says beside the amounts.</param>
/// <param name="Rows">The prices.</param>
internal sealed record TermsRows(
    bool IsText, IReadOnlyList<TokenRow>? Standard, Decision Rule, Decision Words, IReadOnlyList<IReadOnlyList<UnitPrice>> Rows)
{
    /// <summary>What stands for no price.</summary>
    public const string None = "0";

    /// <summary>Takes a price apart.</summary>
    /// <param name="priced">A model on terms.</param>
    /// <returns>Its rows and what chooses among them.</returns>
    public static TermsRows Of(PricedModel priced)
    {
        var standard = TermsDecisions.StandardOf(priced);
        var rows = new List<IReadOnlyList<UnitPrice>>();
        var rule = TermsDecisions.OnPrices(priced, None, Write, withStandard: standard is null);
        return new TermsRows(TermsDecisions.IsText(priced), standard, rule, TermsDecisions.OnWords(priced), rows);

        string Write(IReadOnlyList<UnitPrice> prices)
        {
            rows.Add(prices);
            return Literal.Integer(rows.Count);
        }
    }
}
