namespace TogetherRates;

/// <summary>How fast an account may send requests once it has spent enough.</summary>
public sealed record AccountTier
{
    /// <summary>A tier of accounts.</summary>
    /// <param name="name">What the provider calls it.</param>
    /// <param name="spend">From which spend on an account is in it, 0 or more.</param>
    /// <param name="requestsPerMinute">How many requests it may send, above 0; null if they are not limited.</param>
    /// <param name="tokensPerMinute">How many tokens it may use, above 0; null if they are not limited.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space, or nothing is limited.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a limit is 0.</exception>
    public AccountTier(string name, Money spend, int? requestsPerMinute, int? tokensPerMinute)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(spend, Money.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(requestsPerMinute ?? 1, 1, nameof(requestsPerMinute));
        ArgumentOutOfRangeException.ThrowIfLessThan(tokensPerMinute ?? 1, 1, nameof(tokensPerMinute));
        if (requestsPerMinute is null && tokensPerMinute is null)
        {
            throw new ArgumentException($"'{name}' limits neither requests nor tokens; give at least one of them.", nameof(requestsPerMinute));
        }

        Name = name;
        Spend = spend;
        RequestsPerMinute = requestsPerMinute;
        TokensPerMinute = tokensPerMinute;
    }

    /// <summary>What the provider calls the tier.</summary>
    public string Name { get; }

    /// <summary>From which spend on an account is in the tier, in the currency of the rate card.</summary>
    public Money Spend { get; }

    /// <summary>How many requests an account may send in a minute; null if they are not limited.</summary>
    public int? RequestsPerMinute { get; }

    /// <summary>How many tokens an account may use in a minute; null if they are not limited.</summary>
    public int? TokensPerMinute { get; }
}
