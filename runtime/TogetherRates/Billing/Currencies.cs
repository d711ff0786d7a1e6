namespace TogetherRates;

/// <summary>Amounts of two currencies never meet.</summary>
internal static class Currencies
{
    /// <summary>Throws if two things that are to be added up have different currencies.</summary>
    public static void Match(string currency, string what, string otherCurrency, string other)
    {
        if (!string.Equals(currency, otherCurrency, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"{other} is in {otherCurrency} but belongs to {what} in {currency}: convert it at a rate of your own first.");
        }
    }
}
