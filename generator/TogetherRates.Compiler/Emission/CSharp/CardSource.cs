using System.Text;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>A card as the emitters see it: with its class's name, its models in the order of their ids, and words for its prices.</summary>
internal sealed class CardSource
{
    // Above this a member for each model costs builds more than it helps people who write code: they find ids by their text.
    private const int MostMembers = 1_000;

    private Dictionary<string, int>? numbers;

    /// <summary>Prepares a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="className">The name of its class.</param>
    /// <param name="hasMembers">Whether each model has a member; null to let the number of models decide.</param>
    public CardSource(Card card, string className, bool? hasMembers = null)
    {
        Card = card;
        ClassName = className;
        var ids = CardIds.All(card);
        var (models, onTerms, offers) = (new List<PricedModel>(ids.Count), new List<PricedModel>(), new List<Offer>());
        foreach (var priced in ids)
        {
            if (priced is PricedModel model)
            {
                models.Add(model);
                if (model.Model.Price is ModelPrice.OnTerms)
                {
                    onTerms.Add(model);
                }
            }
            else
            {
                offers.Add(((PricedOffer)priced).Offer);
            }
        }

        (Models, OnTerms, Offers) = (models, onTerms, offers);
        DistinctPrices = new DistinctPrices(models);
        Columns = new ColumnRates(card, models, DistinctPrices);
        Ids = InColumnOrder(ids, Columns);
        Prices = new PriceText(card.Currency);
        HasRegions = HasRegionsIn(Models);
        HasWindows = HasWindowsIn(Models);
        OptionalConditions = OptionalConditionsOf(Models);
        HasUsageTerms = OnTerms.Any(priced => !TermsDecisions.IsText(priced));
        HasTokenOffers = Offers.Any(offer => offer.Meter is null);
        HasMeterOffers = Offers.Any(offer => offer.Meter is not null);
        HasMembers = hasMembers ?? Ids.Count <= MostMembers;
        foreach (var priced in Ids)
        {
            NameCount += 1 + priced.Aliases.Count;
        }

        Keys = new PriceKeys(this);
    }

    /// <summary>The card.</summary>
    public Card Card { get; }

    /// <summary>The name of its class.</summary>
    public string ClassName { get; }

    /// <summary>Every model that is priced by token, in the ordinal order of the ids.</summary>
    public List<PricedModel> Models { get; }

    /// <summary>Every offer that is priced on other meters, in the ordinal order of the ids.</summary>
    public IReadOnlyList<Offer> Offers { get; }

    /// <summary>
    /// Everything that can be priced by id. What columns can price comes first, so that one comparison tells it; then the order is ordinal.
    /// </summary>
    public IReadOnlyList<PricedId> Ids { get; }

    /// <summary>How many ids and aliases there are.</summary>
    public int NameCount { get; }

    /// <summary>Which of the models cost the same.</summary>
    public DistinctPrices DistinctPrices { get; }

    /// <summary>The rates as columns count them.</summary>
    public ColumnRates Columns { get; }

    /// <summary>What the code switches on to find a price.</summary>
    public PriceKeys Keys { get; }

    /// <summary>Whether each model and each offer has a member with its price in the documentation.</summary>
    public bool HasMembers { get; }

    /// <summary>Whether so many have a member that builds would notice.</summary>
    public bool HasManyMembers => HasMembers && Ids.Count > MostMembers;

    /// <summary>Whether an offer is billed on one meter.</summary>
    public bool HasMeterOffers { get; }

    /// <summary>Whether an offer is billed by kinds of tokens.</summary>
    public bool HasTokenOffers { get; }

    /// <summary>The models whose price depends on more than their tokens.</summary>
    public IReadOnlyList<PricedModel> OnTerms { get; }

    /// <summary>Whether one of them prices more than the tokens of texts.</summary>
    public bool HasUsageTerms { get; }

    /// <summary>Whether a price changes with time.</summary>
    public bool HasWindows { get; }

    /// <summary>Whether a price changes with the region.</summary>
    public bool HasRegions { get; }

    /// <summary>The parameter that says when, of a card that has to know; else nothing.</summary>
    public string TimeParameter => HasWindows ? $", {Global.DateTimeOffset}? time" : string.Empty;

    /// <summary>The argument for <see cref="TimeParameter"/>.</summary>
    public string TimeArgument => HasWindows ? ", time" : string.Empty;

    /// <summary>The parameters that say when and where, of a card that has to know; else nothing.</summary>
    public string ConditionParameters => TimeParameter + (HasRegions ? ", string? region" : string.Empty);

    /// <summary>The same parameters for callers, who may leave them out.</summary>
    public string OptionalConditions { get; }

    /// <summary>The arguments for <see cref="ConditionParameters"/>.</summary>
    public string ConditionArguments => TimeArgument + (HasRegions ? ", region" : string.Empty);

    /// <summary>The card that remembers when and where, or the one that needn't.</summary>
    public string CardOfConditions => ConditionArguments.Length > 0 ? $"new CompiledCard({ConditionArguments.Substring(2)})" : "Card";

    /// <summary>The arguments that choose the rates of a request.</summary>
    /// <param name="input">Its input tokens.</param>
    /// <returns>What follows the model and the level.</returns>
    public string RatesArguments(string input) => OnTerms.Count > 0 ? ConditionArguments + ", " + input : TimeArgument;

    /// <summary>Words for prices.</summary>
    public PriceText Prices { get; }

    /// <summary>How ids are compared, as the end of a sentence.</summary>
    public string CaseRule => Card.IgnoresCase ? "whatever the case of their ASCII letters" : "in their exact case";

    /// <summary>A sentence about the card.</summary>
    public string Summary => $"The prices of {Literal.Xml(Card.Provider)} in {Card.Currency}, {PeriodOf(Card)}.";

    /// <summary>Whether a price changes with the region.</summary>
    /// <param name="models">The models.</param>
    /// <returns>Whether one of theirs does.</returns>
    public static bool HasRegionsIn(IReadOnlyList<PricedModel> models) => models.Any(priced => priced.Model.Price is ModelPrice.OnTerms { Terms.Regions.Count: > 0 });

    /// <summary>The parameters that say when and where, which callers may leave out.</summary>
    /// <param name="models">The models.</param>
    /// <returns>The parameters that their prices ask for; nothing where they ask for none.</returns>
    public static string OptionalConditionsOf(IReadOnlyList<PricedModel> models) =>
        (HasWindowsIn(models) ? $", {Global.DateTimeOffset}? time = null" : string.Empty) + (HasRegionsIn(models) ? ", string? region = null" : string.Empty);

    /// <summary>The parameters of the card for a region: the time too may matter there.</summary>
    /// <param name="models">The models.</param>
    /// <returns>The parameters.</returns>
    public static string RegionalCardParametersOf(IReadOnlyList<PricedModel> models) =>
        "string region" + (HasWindowsIn(models) ? $", {Global.DateTimeOffset}? time = null" : string.Empty);

    /// <summary>When a card is in force, as a clause.</summary>
    /// <param name="card">The card.</param>
    /// <returns>For instance <c>in force from 2025-01-01</c>.</returns>
    public static string PeriodOf(Card card)
    {
        var until = card.Effective.Until is { } end ? " until " + Day(end) : string.Empty;
        return "in force from " + Day(card.Effective.From) + until;

        static string Day(DateTime time) => CardDate.TextOf(time).Replace('T', ' ').Replace("Z", " UTC");
    }

    /// <summary>The number behind a value of the enumeration of ids.</summary>
    /// <param name="id">The id of a model or an offer; no alias.</param>
    /// <returns>The number, from 1.</returns>
    public int NumberOf(string id) => (numbers ??= NumbersOf(Ids))[id];

    /// <summary>A value of the enumeration of ids, as an expression and as a pattern.</summary>
    /// <param name="priced">A model.</param>
    /// <returns>Its name, or its number where values have no names.</returns>
    public string ValueOf(PricedModel priced) => HasMembers ? "ModelId." + priced.EnumName : $"(ModelId){NumberOf(priced.Model.Id)}";

    /// <inheritdoc cref="ValueOf(PricedModel)"/>
    /// <param name="offer">An offer.</param>
    public string ValueOf(Offer offer) => HasMembers ? "ModelId." + MemberName.Of(offer) : $"(ModelId){NumberOf(offer.Id)}";

    /// <inheritdoc cref="ValueOf(PricedModel)"/>
    /// <param name="priced">A model or an offer.</param>
    public string ValueOf(PricedId priced) => HasMembers ? "ModelId." + priced.EnumName : $"(ModelId){NumberOf(priced.Id)}";

    /// <summary>The row of a size table that a model's price is from.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The row, or null when the price is from no table.</returns>
    public string? TierOf(Model model) => model.Price is ModelPrice.BySize ? Card.PricesOf(model).Tier : null;

    /// <summary>Writes a model's name, id and price as the documentation of its member.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="priced">The model.</param>
    public void Describe(SourceWriter writer, PricedModel priced)
    {
        var line = Prices.AppendXml(StartDescription(writer, priced.Model.Name, priced.Model.Id), priced.Model, Card).Append('.');
        if (priced.Model.Kind is { } kind)
        {
            line.Append(" A ").Append(ModelKinds.NameOf(kind)).Append(" model.");
        }

        line.Append("</summary>");
        writer.EndLine();
    }

    /// <inheritdoc cref="Describe(SourceWriter, PricedModel)"/>
    /// <param name="writer">Where to.</param>
    /// <param name="offer">An offer.</param>
    public void Describe(SourceWriter writer, Offer offer)
    {
        StartDescription(writer, offer.Name, offer.Id).Append(Literal.Xml(Prices.Of(offer))).Append(".</summary>");
        writer.EndLine();
    }

    /// <inheritdoc cref="Describe(SourceWriter, PricedModel)"/>
    /// <param name="writer">Where to.</param>
    /// <param name="priced">A model or an offer.</param>
    public void Describe(SourceWriter writer, PricedId priced)
    {
        if (priced is PricedModel model)
        {
            Describe(writer, model);
        }
        else
        {
            Describe(writer, ((PricedOffer)priced).Offer);
        }
    }

    private static bool HasWindowsIn(IReadOnlyList<PricedModel> models) =>
        models.Any(priced => priced.Model.Price is ModelPrice.Windowed or ModelPrice.OnTerms { Terms.IsTimed: true });

    private static Dictionary<string, int> NumbersOf(IReadOnlyList<PricedId> ids)
    {
        var numbers = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        foreach (var priced in ids)
        {
            numbers.Add(priced.Id, numbers.Count + 1);
        }

        return numbers;
    }

    // Columns keep the order of the ids, so one walk over them tells which ids theirs are.
    private static List<PricedId> InColumnOrder(IReadOnlyList<PricedId> ids, ColumnRates columns)
    {
        var (both, inputOnly, rest) = (new List<PricedId>(ids.Count), new List<PricedId>(), new List<PricedId>());
        foreach (var priced in ids)
        {
            var kind = Is(columns.Both, both.Count, priced) ? both : Is(columns.InputOnly, inputOnly.Count, priced) ? inputOnly : rest;
            kind.Add(priced);
        }

        both.AddRange(inputOnly);
        both.AddRange(rest);
        return both;

        static bool Is(IReadOnlyList<PricedModel> models, int next, PricedId priced) => next < models.Count && ReferenceEquals(models[next], priced);
    }

    private static StringBuilder StartDescription(SourceWriter writer, string? name, string id)
    {
        var line = writer.StartLine().Append("/// <summary>");
        if (name is not null)
        {
            line.Append(Literal.Xml(name)).Append(", ");
        }

        return line.Append("<c>").Append(Literal.Xml(id)).Append("</c>: ");
    }
}
