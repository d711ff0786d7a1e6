using System.Collections.Immutable;

namespace TogetherRates;

/// <summary>
/// The credits of one account. They pay before the account is charged: the one that expires first goes first, then the one that was
/// granted first. A ledger never changes; granting and drawing give a new one.
/// </summary>
public sealed class CreditLedger
{
    private CreditLedger(string currency, ImmutableArray<Credit> credits)
    {
        Currency = currency;
        Credits = credits;
    }

    /// <summary>The currency of all credits, ISO 4217.</summary>
    public string Currency { get; }

    /// <summary>The credits that something is left of, expired ones too, in the order in which they came into the ledger.</summary>
    public ImmutableArray<Credit> Credits { get; }

    /// <summary>A ledger without credits.</summary>
    /// <param name="currency">The currency of the account, ISO 4217.</param>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is empty or white space.</exception>
    public static CreditLedger Empty(string currency)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        return new(currency, []);
    }

    /// <summary>The ledger with one credit more.</summary>
    /// <param name="credit">The credit, in the ledger's currency.</param>
    public CreditLedger Grant(Credit credit) => new(Currency, Credits.Add(credit));

    /// <summary>The ledger with one credit more: one that a rate card promises.</summary>
    /// <param name="offer">What the card promises.</param>
    /// <param name="time">When it is granted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offer isn't above 0, or expires after the year 9999.</exception>
    /// <exception cref="InvalidOperationException">The offer is in another currency.</exception>
    public CreditLedger Grant(CreditOffer offer, DateTimeOffset time)
    {
        Currencies.Match(Currency, "the ledger", offer.Currency, $"the credit '{offer.Name}'");
        return Grant(offer.GrantAt(time));
    }

    /// <summary>What can be drawn at a time.</summary>
    /// <exception cref="OverflowException">The balance is out of range.</exception>
    public Money BalanceAt(DateTimeOffset time)
    {
        var balance = Money.Zero;
        foreach (var credit in Credits)
        {
            balance += credit.IsUsableAt(time) ? credit.Amount : Money.Zero;
        }

        return balance;
    }

    /// <summary>Pays an amount as far as the credits reach. What they don't is left uncovered; no credit goes below zero.</summary>
    /// <param name="amount">What there is to pay, 0 or more.</param>
    /// <param name="time">When: only credits that are granted and not expired by then pay.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public CreditDraw Draw(Money amount, DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Money.Zero);
        var left = Credits.ToArray();
        var drawn = ImmutableArray.CreateBuilder<Credit>();

        var order = Enumerable.Range(0, left.Length)
            .Where(index => left[index].IsUsableAt(time))
            .OrderBy(index => left[index].ExpiresAt ?? DateTimeOffset.MaxValue)
            .ThenBy(index => left[index].GrantedAt);
        foreach (var index in order.TakeWhile(_ => amount > Money.Zero))
        {
            var credit = left[index];
            var part = amount < credit.Amount ? amount : credit.Amount;
            drawn.Add(credit.Part(part));
            left[index] = credit.Part(credit.Amount - part);
            amount -= part;
        }

        return new CreditDraw(drawn.ToImmutable(), amount, new(Currency, [.. left.Where(credit => credit.Amount > Money.Zero)]));
    }

    /// <summary>The ledger for people: one line a credit.</summary>
    public override string ToString() => Credits.Length == 0
        ? $"no credits in {Currency}"
        : string.Join('\n', Credits.Select(credit => FormattableString.Invariant(
            $"{credit.Amount} {Currency}  {credit.Name}{(credit.ExpiresAt is { } end ? $", until {end.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "")}")));
}
