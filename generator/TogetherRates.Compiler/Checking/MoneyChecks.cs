using System.Numerics;
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
            CheckPrices(table.Tiers[i].Prices, table.Per, name, path.Property("tiers").Item(i), problems);
        }
    }

    /// <summary>Checks the prices of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="tables">The size tables that may price it.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckModel(Model model, CardPath path, EquatableArray<SizeTable> tables, ProblemList problems)
    {
        if (model.Price is ModelPrice.Windowed windowed)
        {
            for (var i = 0; i < windowed.Windows.Count; i++)
            {
                CheckPrices(windowed.Windows[i].Prices, model.Per, model.Id, path.Property("windows").Item(i), problems);
            }
        }
        else if (model.Price is ModelPrice.Own own)
        {
            CheckPrices(own.Prices, model.Per, model.Id, path, problems);
        }

        if (model.Batch is not { } discount)
        {
            return;
        }

        if (discount.Sign <= 0 || discount >= Rational.One)
        {
            problems.Add(Rules.DiscountOutOfRange, path.Property("batch"), Percent(discount), "lie above 0% and below 100%");
        }
        else if (model.Price is ModelPrice.Own discounted)
        {
            CheckDiscount(discounted.Prices, model.Per, discount, path.Property("batch"), problems);
        }
        else if (model.Price is ModelPrice.Windowed timed)
        {
            foreach (var window in timed.Windows)
            {
                CheckDiscount(window.Prices, model.Per, discount, path.Property("batch"), problems);
            }
        }
        else if (model.Price is ModelPrice.BySize bySize
            && tables.FirstOrDefault(candidate => candidate.Name == bySize.Table) is { } table
            && table.TierOf(bySize.Size.Parameters) is { } tier)
        {
            CheckDiscount(tier.Prices, table.Per, discount, path.Property("batch"), problems);
        }
    }

    /// <summary>Checks one price.</summary>
    /// <param name="price">The price.</param>
    /// <param name="per">What it buys.</param>
    /// <param name="name">What has the price.</param>
    /// <param name="otherwise">What to write where something really costs nothing.</param>
    /// <param name="path">Where the price stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckPrice(Rational price, Per per, string name, string otherwise, CardPath path, ProblemList problems)
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
            CheckRate(price, price.ToString(), per, path, problems);
        }
    }

    /// <summary>Checks that a price is a whole number of quanta for each unit, and fits a rate.</summary>
    /// <param name="price">The price, above zero.</param>
    /// <param name="shown">The price as messages write it.</param>
    /// <param name="per">What it buys.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckRate(Rational price, string shown, Per per, CardPath path, ProblemList problems)
    {
        var rate = Quanta.PerUnit(price, per.Quantity);
        var bought = per.Quantity == 1 ? per.Unit : $"{per.Quantity} {per.Unit}s";
        if (rate.Floor() > Quanta.MaxRate)
        {
            var most = (Rational)Quanta.MaxRate * per.Quantity / Quanta.PerCurrencyUnit;
            problems.Add(Rules.PossibleOverflow, path, shown, bought, ((Rational)most.Floor()).ToString(), bought);
        }
        else if (!rate.IsInteger)
        {
            var advice = NearestPrice(price, per) is { } nearest ? "the nearest price that can is " + nearest : $"give the price for 1M {per.Unit}s instead";
            problems.Add(Rules.NotWholeQuanta, path, shown, bought, per.Unit, advice);
        }
    }

    private static void CheckPrices(TokenPrices prices, Per per, string name, CardPath path, ProblemList problems)
    {
        foreach (var (meter, price) in prices.Meters)
        {
            if (prices.IsUniform && meter == Meter.Output)
            {
                continue; // It is the input's price, written once and checked there.
            }

            var place = path.Property(prices.IsUniform && meter == Meter.Input ? "price" : Meters.NameOf(meter));
            CheckPrice(price, per, name, "write \"free\": true instead", place, problems);
        }

        // Writing to a cache is often dearer than plain input; reading from it must not be.
        if (prices.Of(Meter.CachedInput) is { } cached && prices.Of(Meter.Input) is { } input && cached > input)
        {
            problems.Add(Rules.PartAboveWhole, path.Property("cachedInput"), "cachedInput", cached.ToString(), "input", input.ToString());
        }
    }

    private static void CheckDiscount(TokenPrices prices, Per per, Rational discount, CardPath path, ProblemList problems)
    {
        foreach (var (meter, price) in prices.Meters)
        {
            // A price that can't be billed itself is reported where it stands.
            var isWritten = !prices.IsUniform || meter != Meter.Output;
            if (isWritten && price.Sign > 0 && Quanta.PerUnit(price, per.Quantity).IsInteger)
            {
                var discounted = price * (Rational.One - discount);
                CheckRate(discounted, $"{discounted} ({price} less {Percent(discount)})", per, path, problems);
            }
        }
    }

    // The price with as many decimals as can be billed, and never so few that nothing is left of it.
    private static Rational? NearestPrice(Rational price, Per per)
    {
        const int MostDecimals = 15;
        for (var decimals = MostDecimals; decimals >= 0; decimals--)
        {
            var rounded = price.Round(decimals);
            var nearest = rounded.Sign > 0 ? rounded : Rational.One / BigInteger.Pow(10, decimals);
            if (Quanta.PerUnit(nearest, per.Quantity).IsInteger)
            {
                return nearest;
            }
        }

        return null;
    }

    private static string Percent(Rational discount) => (discount * 100).ToString() + "%";
}
