namespace TogetherRates;

/// <summary>What the same work costs in two ways.</summary>
/// <param name="Before">What it costs the one way.</param>
/// <param name="After">What it costs the other way.</param>
/// <param name="Currency">The currency of both, ISO 4217.</param>
public sealed record Saving(Money Before, Money After, string Currency)
{
    /// <summary>What the other way saves; negative if it costs more.</summary>
    public Money Amount => Before - After;

    /// <summary>The part of <see cref="Before"/> that is saved, exactly: 1/2 for half. Null if the one way costs nothing.</summary>
    public Ratio? Part => Before == Money.Zero ? null : new Ratio(Fraction.Of(Amount) / Fraction.Of(Before));

    /// <summary>What one quote saves against another.</summary>
    /// <param name="before">What the work costs the one way.</param>
    /// <param name="after">What it costs the other way.</param>
    /// <exception cref="InvalidOperationException">The quotes are in two currencies.</exception>
    public static Saving Between(Quote before, Quote after)
    {
        Currencies.Match(before.Currency, $"the quote for '{before.Subject}'", after.Currency, $"the quote for '{after.Subject}'");
        return new(before.Cost, after.Cost, before.Currency);
    }

    /// <summary>What a batch saves.</summary>
    /// <remarks>"Utilize Batch Processing: Take advantage of 50% discounts where available" (Together AI, pricing tiers and structure).</remarks>
    /// <param name="card">The rate card.</param>
    /// <param name="id">A model's id or alias.</param>
    /// <param name="usage">What is used.</param>
    /// <exception cref="PriceNotFoundException">The card has no price, or none for batches; the message says why.</exception>
    public static Saving OfBatch(IRateCard card, string id, in Usage usage) =>
        new(card.Price(id, usage), card.Price(id, usage, ServiceLevel.Batch), card.Currency);

    /// <summary>What it saves to move a mix of usage from one card to another.</summary>
    /// <remarks>"70-90% Savings: Compared to similar closed models" (Together AI, pricing tiers and structure).</remarks>
    /// <param name="before">The card whose prices are paid now.</param>
    /// <param name="after">The card whose prices would be paid instead.</param>
    /// <param name="mix">What is used of which model, and of which one instead.</param>
    /// <exception cref="PriceNotFoundException">One of the cards has no price for its part of the mix; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of requests is negative.</exception>
    /// <exception cref="InvalidOperationException">The cards are in two currencies.</exception>
    /// <exception cref="OverflowException">A sum is more than <see cref="Money"/> can hold.</exception>
    public static Saving Between(IRateCard before, IRateCard after, IEnumerable<Substitution> mix)
    {
        Currencies.Match(before.Currency, $"the card of {before.Provider}", after.Currency, $"the card of {after.Provider}");
        var saving = new Saving(Money.Zero, Money.Zero, before.Currency);
        foreach (var part in mix)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(part.Requests, nameof(mix));
            saving = saving with
            {
                Before = saving.Before + (before.Price(part.Id, part.Usage) * part.Requests),
                After = saving.After + (after.Price(part.InsteadId, part.Usage) * part.Requests),
            };
        }

        return saving;
    }
}

/// <summary>A part of a mix of usage: requests to one model that another one could answer.</summary>
/// <param name="Id">The id of the model that is used now.</param>
/// <param name="InsteadId">The id of the model that would be used instead.</param>
/// <param name="Usage">What one request uses, of either model.</param>
/// <param name="Requests">How many requests there are, 0 or more.</param>
public sealed record Substitution(string Id, string InsteadId, Usage Usage, long Requests = 1);
