namespace TogetherRates;

/// <summary>A credit that a rate card promises, such as one for a new account.</summary>
/// <param name="Name">What it is called, or what it is given for.</param>
/// <param name="Amount">How much it is.</param>
/// <param name="Currency">The currency of the amount, ISO 4217.</param>
/// <param name="ExpiresAfter">How long after the grant it can be used; null if it doesn't expire.</param>
public sealed record CreditOffer(string Name, Money Amount, string Currency, Term? ExpiresAfter = null)
{
    /// <summary>The credit of an account that it is granted to.</summary>
    /// <param name="time">When it is granted.</param>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount isn't above 0, or the credit expires after the year 9999.</exception>
    public Credit GrantAt(DateTimeOffset time) => new(Name, Amount, time, ExpiresAfter?.After(time));
}
