namespace TogetherRates;

/// <summary>Amounts of two currencies never meet.</summary>
internal static class Currencies
{
    /// <summary>Throws if two things that are added up or compared have different currencies.</summary>
    public static void Match(string currency, string what, string otherCurrency, string other)
    {
        if (!string.Equals(currency, otherCurrency, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"{other} is in {otherCurrency} and {what} in {currency}: amounts of two currencies can't meet; convert one of them at a rate of your own first.");
        }
    }
}
