using System.Globalization;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>A card as the emitters see it: with its class's name, its models in the order of their ids, and words for its prices.</summary>
internal sealed class CardSource
{
    /// <summary>Prepares a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="className">The name of its class.</param>
    public CardSource(Card card, string className)
    {
        Card = card;
        ClassName = className;
        Models = CardIds.PricedModels(card);
        Prices = new PriceText(card.Currency);
    }

    /// <summary>The card.</summary>
    public Card Card { get; }

    /// <summary>The name of its class.</summary>
    public string ClassName { get; }

    /// <summary>Everything that can be priced by id, in ordinal order.</summary>
    public IReadOnlyList<PricedModel> Models { get; }

    /// <summary>Whether a price changes with the time of day.</summary>
    public bool HasWindows => Models.Any(priced => priced.Model.Price is ModelPrice.Windowed);

    /// <summary>The parameter that says when, of a card that has to know; else nothing.</summary>
    public string TimeParameter => HasWindows ? $", {Global.DateTimeOffset}? time" : string.Empty;

    /// <summary>The argument for <see cref="TimeParameter"/>.</summary>
    public string TimeArgument => HasWindows ? ", time" : string.Empty;

    /// <summary>Words for prices.</summary>
    public PriceText Prices { get; }

    /// <summary>A sentence about the card.</summary>
    public string Summary => $"The prices of {Literal.Xml(Card.Provider)} in {Card.Currency}, {PeriodOf(Card)}.";

    /// <summary>When a card is in force, as a clause.</summary>
    /// <param name="card">The card.</param>
    /// <returns>For instance <c>in force from 2025-01-01</c>.</returns>
    public static string PeriodOf(Card card)
    {
        var until = card.Effective.Until is { } end ? " until " + Day(end) : string.Empty;
        return "in force from " + Day(card.Effective.From) + until;

        static string Day(DateTime time) =>
            time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
    }

    /// <summary>A model's name, id and price, for the documentation of its members.</summary>
    /// <param name="priced">The model.</param>
    /// <returns>The sentence, escaped for XML.</returns>
    public string Describe(PricedModel priced)
    {
        var name = priced.Model.Name is { } given ? Literal.Xml(given) + ", " : string.Empty;
        return name + "<c>" + Literal.Xml(priced.Model.Id) + "</c>: " + Literal.Xml(Prices.Of(priced.Model, Card)) + ".";
    }
}
