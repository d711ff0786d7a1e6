using System.Numerics;
using TogetherRates.Compiler.Interpretation;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Compares what compiled code answers with what the interpreter does, to the last digit.</summary>
internal static class QuoteComparison
{
    /// <summary>Asserts that both have the same lines, or that neither has a price.</summary>
    /// <param name="expected">What the interpreter answers.</param>
    /// <param name="quote">What the compiled card answers; null where it has no price.</param>
    public static void AssertSame(Answer expected, Quote? quote)
    {
        if (expected is not Answer.Priced priced)
        {
            Assert.Null(quote);
            return;
        }

        Assert.NotNull(quote);
        Assert.Equal(priced.Subject, quote.Subject);
        Assert.Equal(priced.Lines.Select(TextOf), quote.Lines.Select(TextOf));
        Assert.Equal(priced.Cost.ToString(), quote.Cost.ToString());
    }

    private static string TextOf(InterpretedLine line) =>
        $"{line.Meter} {line.Quantity} {line.Unit} {line.Price} {line.Per} {line.Amount} {line.Tier} {line.Discount} {line.Reached}";

    private static string TextOf(LineItem line) =>
        $"{line.Meter} {(BigInteger)line.Quantity} {line.Unit} {line.Price} {line.Per} {line.Amount} {line.Tier} {line.Discount} {line.Reached}";
}
