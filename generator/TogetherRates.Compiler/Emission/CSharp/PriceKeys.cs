using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>
/// What the code switches on to find a price: the model where there are few, so that the code reads as the price list. Of many models
/// most cost the same as others, so there the price has a number, and rows of numbers hold what can be said in numbers.
/// </summary>
internal sealed class PriceKeys
{
    // What still reads as a list: docs/adr/0014.
    private const int MostModels = 32;

    private readonly CardSource source;
    private readonly int[] numbers = [];
    private readonly Dictionary<string, TermsRows> rowsOfId = new(StringComparer.Ordinal);

    /// <summary>Decides on the keys of a card.</summary>
    /// <param name="source">The card.</param>
    public PriceKeys(CardSource source)
    {
        this.source = source;
        OnTerms = source.OnTerms;
        AreShared = source.Models.Count > MostModels;
        if (AreShared)
        {
            numbers = new int[source.DistinctPrices.Firsts.Count];
            Share();
        }
        else
        {
            Models = ByToken(source.Models);
        }
    }

    /// <summary>Whether the keys are numbers of prices that models share; else they are the models.</summary>
    public bool AreShared { get; }

    /// <summary>One model for each key of a price by tokens alone, in the order in which the keys are written.</summary>
    public IReadOnlyList<PricedModel> Models { get; private set; } = [];

    /// <summary>One model for each key of a price that depends on more. These keys come after all others.</summary>
    public IReadOnlyList<PricedModel> OnTerms { get; private set; }

    /// <summary>The prices by tokens alone that have a row of numbers: those of <see cref="Models"/> behind <see cref="Windowed"/>.</summary>
    public IReadOnlyList<PricedModel> InRows => AreShared ? [.. Models.Skip(Windowed)] : [];

    /// <summary>How many shared prices, from the first, change with the hours of the week, for which there is no row of numbers.</summary>
    public int Windowed { get; private set; }

    /// <summary>The last number of a shared price that has a row of numbers in a batch.</summary>
    public int LastInBatch { get; private set; }

    /// <summary>The last number of a shared price that has a row of numbers at the standard level, of those by tokens alone.</summary>
    public int LastPlain { get; private set; }

    /// <summary>The last number of a shared price that has a row of numbers at the standard level, whatever else it depends on.</summary>
    public int LastRow { get; private set; }

    /// <summary>The last number of a shared price of the tokens of texts and nothing else.</summary>
    public int LastOfText { get; private set; }

    /// <summary>The last number of all.</summary>
    public int Last { get; private set; }

    /// <summary>The parameter that holds a key.</summary>
    public string Parameter => AreShared ? "int price" : "ModelId model";

    /// <summary>The name of that parameter.</summary>
    public string Name => AreShared ? "price" : "model";

    /// <summary>The key of <c>model</c>, as an expression.</summary>
    public string OfModel => AreShared ? "PriceOf(model)" : "model";

    /// <summary>The number of the price of everything that is priced by id, in the order of the ids: 0 where it is no model.</summary>
    public int[] NumberOfModel { get; private set; } = [];

    /// <summary>A key as a pattern.</summary>
    /// <param name="priced">One of <see cref="Models"/> or <see cref="OnTerms"/>.</param>
    /// <returns>The pattern.</returns>
    public string PatternOf(PricedModel priced) =>
        AreShared ? Literal.Integer(NumberOf(priced)) : source.ValueOf(priced);

    /// <summary>The number of a shared price.</summary>
    /// <param name="priced">A model.</param>
    /// <returns>The number, from 1.</returns>
    public int NumberOf(PricedModel priced) => numbers[source.DistinctPrices.IndexOf(priced)];

    /// <summary>A shared price on terms in rows.</summary>
    /// <param name="priced">One of <see cref="OnTerms"/>.</param>
    /// <returns>Its rows and what chooses among them.</returns>
    public TermsRows RowsOf(PricedModel priced) => rowsOfId[priced.Model.Id];

    /// <summary>How many numbers a price takes.</summary>
    /// <param name="priced">One of <see cref="OnTerms"/>.</param>
    /// <returns>One for each row at the standard level, of which longer requests have others.</returns>
    public int NumbersOf(PricedModel priced) => RowsOf(priced).Standard?.Count ?? 1;

    /// <summary>Whether what a model costs is a row of numbers.</summary>
    /// <param name="priced">One of <see cref="Models"/>.</param>
    /// <returns>Whether it is.</returns>
    public bool IsRow(PricedModel priced) => AreShared && priced.Model.Price is not ModelPrice.Windowed;

    // What has equal terms lies together, and so do all rows of numbers, those with a batch price first: a range is enough to say what they have in common.
    private void Share()
    {
        var prices = source.DistinctPrices.Firsts;
        var onTerms = prices.FindAll(priced => priced.Model.Price is ModelPrice.OnTerms);
        foreach (var priced in onTerms)
        {
            rowsOfId.Add(priced.Model.Id, TermsRows.Of(priced));
        }

        Models = InOrder(ByToken(prices));
        OnTerms = onTerms.Count == 0 ? [] : InOrderOfTerms(onTerms);

        var number = 0;
        foreach (var priced in Models)
        {
            numbers[source.DistinctPrices.IndexOf(priced)] = ++number;
            Windowed = IsRow(priced) ? Windowed : number;
            LastInBatch = IsRow(priced) && priced.Model.Batch is not null ? number : LastInBatch;
        }

        LastPlain = number;
        LastRow = number;
        LastOfText = number;
        foreach (var priced in OnTerms)
        {
            var rows = RowsOf(priced);
            numbers[source.DistinctPrices.IndexOf(priced)] = number + 1;
            number += NumbersOf(priced);
            LastRow = rows.Standard is null ? LastRow : number;
            LastOfText = rows.IsText ? number : LastOfText;
        }

        Last = number;

        // Most models of a long list are priced by columns, which know the price of each.
        NumberOfModel = new int[source.Ids.Count];
        var priceOf = source.Columns.PriceOf;
        for (var i = 0; i < NumberOfModel.Length; i++)
        {
            NumberOfModel[i] = i < priceOf.Count ? numbers[priceOf[i]] : source.Ids[i] is PricedModel model ? NumberOf(model) : 0;
        }
    }

    // Those whose price depends on nothing else, or on the hours of the week.
    private static List<PricedModel> ByToken(List<PricedModel> models) => models.FindAll(static priced => priced.Model.Price is not ModelPrice.OnTerms);

    private List<PricedModel> InOrderOfTerms(List<PricedModel> onTerms) =>
    [
        .. AlikeTogether(onTerms.FindAll(priced => RowsOf(priced).Standard is not null)),
        .. AlikeTogether(onTerms.FindAll(priced => RowsOf(priced) is { Standard: null, IsText: true })),
        .. AlikeTogether(onTerms.FindAll(priced => !RowsOf(priced).IsText)),
    ];

    // Most lists are in this order already.
    private List<PricedModel> InOrder(List<PricedModel> prices)
    {
        for (var i = 1; i < prices.Count; i++)
        {
            if (Compare(prices[i - 1].Model, prices[i].Model) > 0)
            {
                return Sorted(prices);
            }
        }

        return prices;
    }

    private List<PricedModel> Sorted(List<PricedModel> prices) => [.. prices.OrderBy(priced => priced.Model, Comparer<Model>.Create(Compare))];

    // By one comparison: for each kind of key that is no class a compiler that starts up would compile its own way to sort.
    private int Compare(Model left, Model right)
    {
        var order = (right.Price is ModelPrice.Windowed).CompareTo(left.Price is ModelPrice.Windowed);
        order = order != 0 ? order : (left.Batch is null).CompareTo(right.Batch is null);
        order = order != 0 ? order : string.CompareOrdinal(left.Batch?.ToString(), right.Batch?.ToString());
        order = order != 0 ? order : left.Per.Quantity.CompareTo(right.Per.Quantity);
        return order != 0 ? order : string.CompareOrdinal(source.TierOf(left), source.TierOf(right));
    }

    private List<PricedModel> AlikeTogether(List<PricedModel> onTerms)
    {
        var together = new List<PricedModel>(onTerms.Count);
        foreach (var alike in Grouped.By(onTerms, priced => RowsOf(priced).Rule))
        {
            foreach (var same in Grouped.By(alike, priced => RowsOf(priced).Words))
            {
                together.AddRange(same);
            }
        }

        return together;
    }
}
