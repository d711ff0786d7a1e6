namespace TogetherRates.Compiler.Cards;

/// <summary>One edition as its timeline sees it: whose it is and when it is in force.</summary>
/// <param name="Provider">Who sells at its prices.</param>
/// <param name="Effective">When it is in force.</param>
public sealed record Edition(string Provider, Period Effective)
{
    /// <summary>The edition of a card.</summary>
    /// <param name="card">The card.</param>
    /// <returns>Its edition.</returns>
    public static Edition Of(Card card) => new(card.Provider, card.Effective);

    /// <summary>The name of the class of an edition that isn't the newest.</summary>
    public string ClassName => "Edition" + CardDate.TextOf(Effective.From).Replace('-', '_').Replace('T', '_').Replace(':', '_').TrimEnd('Z');
}

/// <summary>The editions of one class, in the order in which they come into force.</summary>
/// <param name="Editions">The editions.</param>
public sealed record Timeline(EquatableArray<Edition> Editions)
{
    /// <summary>Puts editions in order.</summary>
    /// <param name="editions">The editions, in any order.</param>
    /// <returns>The timeline.</returns>
    public static Timeline Of(IEnumerable<Edition> editions) =>
        new(new EquatableArray<Edition>([.. editions.OrderBy(edition => edition, Comparer<Edition>.Create(Compare))]));

    /// <summary>The edition that the class itself shows; older ones are nested in it.</summary>
    public Edition Newest => Editions[Editions.Count - 1];

    private static int Compare(Edition left, Edition right)
    {
        var order = left.Effective.From.CompareTo(right.Effective.From);
        return order != 0 ? order : string.CompareOrdinal(left.Provider, right.Provider);
    }
}
