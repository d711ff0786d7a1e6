namespace TogetherRates;

/// <summary>An amount that an account may use before it is charged.</summary>
public sealed record Credit
{
    /// <summary>A credit.</summary>
    /// <param name="name">What it is called, or what it is given for.</param>
    /// <param name="amount">How much it is, above 0.</param>
    /// <param name="grantedAt">From when on it can be used.</param>
    /// <param name="expiresAt">The first instant at which it no longer can; null if it doesn't expire.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> isn't above 0, or the credit has expired when it is granted.</exception>
    public Credit(string name, Money amount, DateTimeOffset grantedAt, DateTimeOffset? expiresAt = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Money.Zero);
        if (expiresAt <= grantedAt)
        {
            throw new ArgumentOutOfRangeException(
                nameof(expiresAt), expiresAt, FormattableString.Invariant($"'{name}' is granted at {grantedAt:O} and can't expire by then."));
        }

        Name = name;
        Amount = amount;
        GrantedAt = grantedAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>What it is called, or what it is given for.</summary>
    public string Name { get; }

    /// <summary>How much of it is left, or was drawn. Above 0.</summary>
    public Money Amount { get; private init; }

    /// <summary>From when on it can be used.</summary>
    public DateTimeOffset GrantedAt { get; }

    /// <summary>The first instant at which it can no longer be used; null if it doesn't expire.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Whether the credit can be used at a time: from its grant until just before it expires.</summary>
    public bool IsUsableAt(DateTimeOffset time) => GrantedAt <= time && (ExpiresAt is not { } end || time < end);

    /// <summary>A part of the credit: what is drawn of it, or what that leaves.</summary>
    internal Credit Part(Money amount) => this with { Amount = amount };
}
