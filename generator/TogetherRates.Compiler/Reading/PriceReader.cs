using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads what each meter costs in a section.</summary>
internal sealed class PriceReader
{
    private const int MostSlots = 4096;

    // Of thousands of models most cost the same as others, and equal prices are one object. A slot keeps only its latest, so there are never more.
    private readonly ModelPrice.Own?[] slots;

    // What is being read: a price that is there already needs no memory.
    private readonly MeterPrice[] read = new MeterPrice[(int)Meters.LastOfTokens + 1];
    private int count;

    /// <summary>Prepares to read the prices of a section.</summary>
    /// <param name="kind">The section: what only reads tokens has no output to price.</param>
    /// <param name="owners">About how many have a price.</param>
    public PriceReader(TokenSectionKind kind, int owners)
    {
        Kind = kind;
        var size = 1;
        while (size < owners && size < MostSlots)
        {
            size *= 2;
        }

        slots = new ModelPrice.Own?[size];
    }

    /// <summary>The section.</summary>
    public TokenSectionKind Kind { get; }

    /// <summary>Reads <c>price</c>, which is the price of input and output alike, or the meters one by one.</summary>
    /// <param name="owner">The tier or the model that has the prices.</param>
    /// <param name="required">Whether it has to have one.</param>
    /// <returns>The prices; without a meter when nothing is priced.</returns>
    public TokenPrices Read(ObjectReader owner, bool required) => ReadOwn(owner, required).Prices;

    /// <summary>Reads prices as those of a model that has its own.</summary>
    /// <inheritdoc cref="Read"/>
    public ModelPrice.Own ReadOwn(ObjectReader owner, bool required)
    {
        count = 0;
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
            if (Kind != TokenSectionKind.Serverless && Meters.BilledAs(meter).Contains(Meter.Output))
            {
                RefuseOutput(owner, meter);
            }
            else if ((both is not null && isWhole ? both : owner.Number(Meters.NameOf(meter))) is { } price)
            {
                read[count++] = new MeterPrice(meter, price);
            }
        }

        if (count == 0 && required && !owner.Has("price") && owner.FirstOf([.. Meters.TokenNames]) is null)
        {
            _ = owner.Require("price", "what the tokens of this tier cost");
        }

        return Shared(isUniform: both is not null);
    }

    /// <summary>One price for everything that the section bills.</summary>
    /// <param name="price">The price.</param>
    /// <returns>The prices.</returns>
    public ModelPrice.Own Uniform(Rational price)
    {
        count = 0;
        read[count++] = new MeterPrice(Meter.Input, price);
        if (Kind == TokenSectionKind.Serverless)
        {
            read[count++] = new MeterPrice(Meter.Output, price);
        }

        return Shared(isUniform: true);
    }

    private void RefuseOutput(ObjectReader owner, Meter meter)
    {
        if (owner.Find(Meters.NameOf(meter)) is { } value)
        {
            var section = TokenSection.Empty(Kind).Name;
            owner.Problems.Add(Rules.Contradiction, value.Span, section, Meters.NameOf(meter), "these models put out no tokens, so only input is billed");
        }
    }

    private ModelPrice.Own Shared(bool isUniform)
    {
        var hash = 0;
        for (var i = 0; i < count; i++)
        {
            hash = unchecked((hash * 31) + read[i].GetHashCode());
        }

        ref var slot = ref slots[unchecked(hash ^ (hash >> 15)) & (slots.Length - 1)];
        if (slot is null || slot.Prices.IsUniform != isUniform || !IsRead(slot.Prices.Meters))
        {
            var meters = new MeterPrice[count];
            Array.Copy(read, meters, count);
            slot = new ModelPrice.Own(new TokenPrices(new(meters), isUniform));
        }

        return slot;
    }

    private bool IsRead(EquatableArray<MeterPrice> meters)
    {
        for (var i = 0; i < count; i++)
        {
            if (i >= meters.Count || !meters[i].Equals(read[i]))
            {
                return false;
            }
        }

        return meters.Count == count;
    }
}
