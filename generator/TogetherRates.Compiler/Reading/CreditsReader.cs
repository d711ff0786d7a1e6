using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the credits that a provider promises.</summary>
internal static class CreditsReader
{
    /// <summary>Reads the section.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The credits as far as they can be read.</returns>
    public static EquatableArray<Credit> Read(ObjectReader card)
    {
        var credits = new List<Credit>();
        if (card.List("credits", card.Find("credits")) is { } list)
        {
            foreach (var item in list.Items)
            {
                if (card.Object("credits", item) is { } node)
                {
                    credits.Add(ReadCredit(new ObjectReader(node, Shape.Credit, card.Problems)));
                }
            }
        }

        return new([.. credits]);
    }

    private static Credit ReadCredit(ObjectReader credit)
    {
        var name = credit.Label("name", credit.Require("name", "what it is given for, such as \"new account\""));
        var amount = credit.Require("amount", "how much it is, in units of the currency") is { } value ? credit.AsNumber("amount", value) : null;
        return new Credit(name ?? string.Empty, credit.Label("member", credit.Find("member")), amount ?? default, ReadTerm(credit));
    }

    private static Term? ReadTerm(ObjectReader credit)
    {
        if (credit.Find("expiresAfter") is not { } value || credit.Label("expiresAfter", value) is not { } text)
        {
            return null;
        }

        if (Term.TryParse(text) is { } term)
        {
            return term;
        }

        credit.Problems.Add(
            Rules.UnreadableUnit, value.Span, text, $"a length of time of 1 to {Term.MaxCount} units", "\"90 days\", \"6 months\" or \"1 year\"");
        return null;
    }
}
