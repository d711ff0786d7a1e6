using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 3: every price can be billed exactly and is meant.</summary>
internal static class MoneyChecks
{
    private static readonly (Meter Part, Meter Whole)[] CachedParts =
    [
        (Meter.CachedInput, Meter.Input), (Meter.CachedInputAudio, Meter.InputAudio), (Meter.CachedInputImage, Meter.InputImage),
    ];

    /// <summary>Checks the card's currency.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckCurrency(Card card, ProblemList problems)
    {
        if (!Currencies.IsKnown(card.Currency))
        {
            problems.Add(Rules.UnknownCurrency, CardPath.Root.Property("currency"), card.Currency, NearestName.Advice(card.Currency, Currencies.All));
        }
    }

    /// <summary>Checks the prices of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckTable(SizeTable table, CardPath path, ProblemList problems)
    {
        for (var i = 0; i < table.Tiers.Count; i++)
        {
            var upTo = table.Tiers[i].UpTo;
            var name = upTo is { } bound ? table.Name + " up to " + bound : table.Name;
            CheckPrices(table.Tiers[i].Prices, table.Per, 0, name, path.Property("tiers").Item(i), problems);
        }
    }

    /// <summary>Checks the prices of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckModel(Model model, CardPath path, ProblemList problems)
    {
        var discount = CheckDiscount(model.Batch, path, problems);
        if (model.Price is ModelPrice.Own own)
        {
            CheckPrices(own.Prices, model.Per, discount, model.Id, path, problems);
        }
    }

    /// <summary>Checks a discount for batches.</summary>
    /// <param name="batch">The part that is taken off, or null.</param>
    /// <param name="path">Where the model or the offer stands that has it.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>The part that is taken off; 0 where there is none, or none that makes sense.</returns>
    internal static Rational CheckDiscount(Rational? batch, CardPath path, ProblemList problems)
    {
        var discount = batch ?? default;
        if (batch is not null && (discount.Sign <= 0 || discount >= Rational.One))
        {
            problems.Add(Rules.DiscountOutOfRange, path.Property("batch"), (discount * 100).ToString() + "%");
            return default;
        }

        return discount;
    }

    /// <summary>Checks the prices of tokens.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="per">What they buy.</param>
    /// <param name="discount">The part that is taken off in a batch.</param>
    /// <param name="name">What is priced.</param>
    /// <param name="path">Where the tier, the model or the offer stands that has the prices.</param>
    /// <param name="problems">Where problems go.</param>
    internal static void CheckPrices(TokenPrices prices, Per per, Rational discount, string name, CardPath path, ProblemList problems)
    {
        var bought = per.Quantity == 1 ? per.Unit : $"{per.Quantity} {per.Unit}s";
        foreach (var (meter, price) in prices.Meters)
        {
            if (prices.IsUniform && meter == Meter.Output)
            {
                continue; // It is the input's price, written once and checked there.
            }

            var place = path.Property(prices.IsUniform && meter == Meter.Input ? "price" : Meters.NameOf(meter));
            CheckPrice(price, bought, per, discount, name, place, path.Property("batch"), problems);
        }

        // Writing to a cache is often dearer than plain input; reading from it must not be.
        foreach (var (part, whole) in CachedParts)
        {
            if (prices.Of(part) is { } cached && prices.Of(whole) is { } uncached && cached > uncached)
            {
                var cachedName = Meters.NameOf(part);
                problems.Add(Rules.PartAboveWhole, path.Property(cachedName), cachedName, cached.ToString(), Meters.NameOf(whole), uncached.ToString());
            }
        }
    }

    /// <summary>Checks one price.</summary>
    /// <param name="price">The price.</param>
    /// <param name="bought">What it buys, in the card's words.</param>
    /// <param name="counted">What it buys, in the units that are counted.</param>
    /// <param name="discount">The part that is taken off in a batch.</param>
    /// <param name="name">What is priced.</param>
    /// <param name="place">Where the price stands.</param>
    /// <param name="batch">Where the discount stands.</param>
    /// <param name="problems">Where problems go.</param>
    internal static void CheckPrice(
        Rational price, string bought, Per counted, Rational discount, string name, CardPath place, CardPath batch, ProblemList problems)
    {
        if (price.Sign < 0)
        {
            problems.Add(Rules.NegativePrice, place, price.ToString());
        }
        else if (price.Sign == 0)
        {
            problems.Add(Rules.ZeroWithoutFree, place, name);
        }
        else
        {
            CheckRate(price, bought, counted, place, problems);
            if (discount.Sign > 0)
            {
                CheckRate(price * (Rational.One - discount), bought, counted, batch, problems);
            }
        }
    }

    private static void CheckRate(Rational price, string bought, Per counted, CardPath path, ProblemList problems)
    {
        var rate = Quanta.PerUnit(price, counted.Quantity);
        if (rate.Floor() > Quanta.MaxRate)
        {
            var most = (Rational)Quanta.MaxRate * counted.Quantity / Quanta.PerCurrencyUnit;
            problems.Add(Rules.PossibleOverflow, path, price.ToString(), bought, ((Rational)most.Floor()).ToString(), bought);
        }
        else if (!rate.IsInteger)
        {
            var nearest = (Rational)rate.Floor() * counted.Quantity / Quanta.PerCurrencyUnit;
            problems.Add(Rules.NotWholeQuanta, path, price.ToString(), bought, counted.Unit, nearest.ToString());
        }
    }
}
