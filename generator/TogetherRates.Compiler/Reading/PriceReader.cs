using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads what each meter costs.</summary>
internal static class PriceReader
{
    // Input and output: most prices name these and nothing else.
    private const int MostUsual = 2;

    /// <summary>Reads <c>price</c>, which is the price of input and output alike, or the meters one by one.</summary>
    /// <param name="owner">The tier or the model that has the prices.</param>
    /// <param name="kind">The section that the owner stands in: what only reads tokens has no output to price.</param>
    /// <param name="required">Whether it has to have one.</param>
    /// <returns>The prices; without a meter when nothing is priced.</returns>
    public static TokenPrices Read(ObjectReader owner, TokenSectionKind kind, bool required)
    {
        var prices = new MeterPrice[MostUsual];
        var count = 0;
        if (owner.Has("price"))
        {
            foreach (var whole in new[] { "input", "output" })
            {
                owner.Contradiction("price", whole, "'price' is the price of input and output alike; keep 'price', or name both");
            }
        }

        var both = owner.Number("price");
        for (var meter = Meter.Input; meter <= Meters.LastOfTokens; meter++)
        {
            var isWhole = meter is Meter.Input or Meter.Output;
            if (kind != TokenSectionKind.Serverless && Meters.BilledAs(meter).Contains(Meter.Output))
            {
                RefuseOutput(owner, meter, kind);
            }
            else if ((both is not null && isWhole ? both : owner.Number(Meters.NameOf(meter))) is { } price)
            {
                if (count == prices.Length)
                {
                    Array.Resize(ref prices, (int)Meters.LastOfTokens + 1);
                }

                prices[count++] = new MeterPrice(meter, price);
            }
        }

        if (count == 0 && required && !owner.Has("price") && owner.FirstOf(Meters.TokenNames) is null)
        {
            _ = owner.Require("price", "what the tokens of this tier cost");
        }

        if (count < prices.Length)
        {
            Array.Resize(ref prices, count);
        }

        return new TokenPrices(new(prices), both is not null);
    }

    /// <summary>Reads the prices of every kind of token.</summary>
    /// <param name="owner">The offer that has the prices.</param>
    /// <returns>The prices; without a meter when nothing is priced.</returns>
    public static TokenPrices ReadAllTokens(ObjectReader owner) => Read(owner, TokenSectionKind.Serverless, required: false);

    /// <summary>One price for everything that a section bills.</summary>
    /// <param name="price">The price.</param>
    /// <param name="kind">The section.</param>
    /// <returns>The prices.</returns>
    public static TokenPrices Uniform(Rational price, TokenSectionKind kind)
    {
        var input = new MeterPrice(Meter.Input, price);
        return new TokenPrices(kind == TokenSectionKind.Serverless ? new(input, new MeterPrice(Meter.Output, price)) : new(input), IsUniform: true);
    }

    private static void RefuseOutput(ObjectReader owner, Meter meter, TokenSectionKind kind)
    {
        if (owner.Find(Meters.NameOf(meter)) is { } value)
        {
            var section = TokenSection.Empty(kind).Name;
            owner.Problems.Add(Rules.Contradiction, value.Span, section, Meters.NameOf(meter), "these models put out no tokens, so only input is billed");
        }
    }
}
