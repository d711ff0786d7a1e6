using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 3: every price can be billed exactly and is meant.</summary>
internal static class MoneyChecks
{
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
        var discount = model.Batch ?? default;
        if (model.Batch is not null && (discount.Sign <= 0 || discount >= Rational.One))
        {
            problems.Add(Rules.DiscountOutOfRange, path.Property("batch"), (discount * 100).ToString() + "%");
            discount = default;
        }

        if (model.Price is ModelPrice.Own own)
        {
            CheckPrices(own.Prices, model.Per, discount, model.Id, path, problems);
        }
    }

    /// <summary>Checks one price.</summary>
    /// <param name="price">The price.</param>
    /// <param name="per">What it buys.</param>
    /// <param name="name">What has the price.</param>
    /// <param name="otherwise">What to write where something really costs nothing.</param>
    /// <param name="path">Where the price stands.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>Whether it is above zero.</returns>
    public static bool CheckPrice(Rational price, Per per, string name, string otherwise, CardPath path, ProblemList problems)
    {
        if (price.Sign < 0)
        {
            problems.Add(Rules.NegativePrice, path, price.ToString());
        }
        else if (price.Sign == 0)
        {
            problems.Add(Rules.ZeroWithoutFree, path, name, otherwise);
        }
        else
        {
            CheckRate(price, per, path, problems);
        }

        return price.Sign > 0;
    }

    /// <summary>Checks that a price is a whole number of quanta for each unit, and fits a rate.</summary>
    /// <param name="price">The price, above zero.</param>
    /// <param name="per">What it buys.</param>
    /// <param name="path">Where the price stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckRate(Rational price, Per per, CardPath path, ProblemList problems)
    {
        var rate = Quanta.PerUnit(price, per.Quantity);
        var bought = per.Quantity == 1 ? per.Unit : $"{per.Quantity} {per.Unit}s";
        if (rate.Floor() > Quanta.MaxRate)
        {
            var most = (Rational)Quanta.MaxRate * per.Quantity / Quanta.PerCurrencyUnit;
            problems.Add(Rules.PossibleOverflow, path, price.ToString(), bought, ((Rational)most.Floor()).ToString(), bought);
        }
        else if (!rate.IsInteger)
        {
            var nearest = (Rational)rate.Floor() * per.Quantity / Quanta.PerCurrencyUnit;
            problems.Add(Rules.NotWholeQuanta, path, price.ToString(), bought, per.Unit, nearest.ToString());
        }
    }

    private static void CheckPrices(TokenPrices prices, Per per, Rational discount, string name, CardPath path, ProblemList problems)
    {
        foreach (var (meter, price) in prices.Meters)
        {
            if (prices.IsUniform && meter == Meter.Output)
            {
                continue; // It is the input's price, written once and checked there.
            }

            var place = path.Property(prices.IsUniform && meter == Meter.Input ? "price" : Meters.NameOf(meter));
            if (CheckPrice(price, per, name, "write \"free\": true instead", place, problems) && discount.Sign > 0)
            {
                CheckRate(price * (Rational.One - discount), per, path.Property("batch"), problems);
            }
        }

        // Writing to a cache is often dearer than plain input; reading from it must not be.
        if (prices.Of(Meter.CachedInput) is { } cached && prices.Of(Meter.Input) is { } input && cached > input)
        {
            problems.Add(Rules.PartAboveWhole, path.Property("cachedInput"), "cachedInput", cached.ToString(), "input", input.ToString());
        }
    }
}
