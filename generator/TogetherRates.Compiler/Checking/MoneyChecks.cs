using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 3: every price can be billed exactly and is meant.</summary>
internal static class MoneyChecks
{
    /// <summary>What to write where something that is sold by id really costs nothing.</summary>
    public const string SayFree = "write \"free\": true instead";

    /// <summary>What to do where one meter of several really costs nothing.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>The advice.</returns>
    public static string LeaveOut(Meter meter) => "a card can't say so of one meter alone: leave it out, "
        + (Meters.WholeOf(meter) is { } whole ? $"and it costs as '{Meters.NameOf(whole)}', which it is a part of" : "and a usage of it has no price");

    /// <summary>Checks the card's currency.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckCurrency(Card card, ProblemList problems)
    {
        if (!Currencies.IsKnown(card.Currency))
        {
            problems.Add(Rules.UnknownCurrency, CardPath.Root.Property("currency"), card.Currency, NameAdvice.On(card.Currency, Currencies.All).ToString());
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

        if (model.Batch is not { } discount || !CheckDiscount(discount, path.Property("batch"), problems))
        {
            return;
        }

        if (model.Price is ModelPrice.Own discounted)
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

    /// <summary>Checks what a service level takes off.</summary>
    /// <param name="discount">The part that is taken off.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>Whether it makes sense.</returns>
    public static bool CheckDiscount(Rational discount, CardPath path, ProblemList problems)
    {
        if (discount.Sign > 0 && discount < Rational.One)
        {
            return true;
        }

        problems.Add(Rules.DiscountOutOfRange, path, Percent(discount), "lie above 0% and below 100%");
        return false;
    }

    /// <summary>Checks one price.</summary>
    /// <param name="price">The price.</param>
    /// <param name="per">What it buys.</param>
    /// <param name="name">What has the price.</param>
    /// <param name="otherwise">What to write where something really costs nothing.</param>
    /// <param name="path">Where the price stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckPrice(Rational price, Per per, string name, string otherwise, CardPath path, ProblemList problems) =>
        CheckPrice(price, Bought.Of(per), name, otherwise, path, problems);

    /// <summary>Checks one price.</summary>
    /// <param name="price">The price.</param>
    /// <param name="bought">What it buys.</param>
    /// <param name="name">What has the price.</param>
    /// <param name="otherwise">What to write where something really costs nothing.</param>
    /// <param name="path">Where the price stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckPrice(Rational price, Bought bought, string name, string otherwise, CardPath path, ProblemList problems)
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
            CheckRate(price, price.ToString, bought, path, problems);
        }
    }

    /// <summary>Checks that a price is a whole number of quanta for each unit, and fits a rate.</summary>
    /// <param name="price">The price, above zero.</param>
    /// <param name="shown">Writes the price for messages.</param>
    /// <param name="per">What it buys.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckRate(Rational price, Func<string> shown, Per per, CardPath path, ProblemList problems) =>
        CheckRate(price, shown, Bought.Of(per), path, problems);

    /// <summary>Checks the prices of tokens.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="per">What they buy.</param>
    /// <param name="name">What is priced.</param>
    /// <param name="path">Where the tier, the model or the offer stands that has the prices.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckPrices(TokenPrices prices, Per per, string name, CardPath path, ProblemList problems)
    {
        if (AreFine(prices, per))
        {
            return;
        }

        foreach (var (meter, price) in prices.Meters)
        {
            if (prices.IsUniform && meter == Meter.Output)
            {
                continue; // It is the input's price, written once and checked there.
            }

            var place = path.Property(prices.IsUniform && meter == Meter.Input ? "price" : Meters.NameOf(meter));
            if (prices.Meters.All(static other => other.Price.Sign == 0))
            {
                CheckPrice(price, per, name, SayFree, place, problems);
            }
            else
            {
                CheckPrice(price, per, $"{Meters.NameOf(meter)} of {name}", LeaveOut(meter), place, problems);
            }
        }

        // Writing to a cache is often dearer than plain input; reading from it must not be.
        CacheChecks.Check(prices, path, problems);
    }

    /// <summary>Whether there is nothing to say of the prices of tokens, as of nearly all: those need no place in the card.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="per">What they buy.</param>
    /// <returns>Whether each can be billed, and none of a part is above that of its whole.</returns>
    public static bool AreFine(TokenPrices prices, Per per)
    {
        foreach (var (meter, price) in prices.Meters)
        {
            if (!(prices.IsUniform && meter == Meter.Output) && !(price.Sign > 0 && IsBillable(Quanta.PerUnit(price, per.Quantity))))
            {
                return false;
            }
        }

        foreach (var (part, whole) in CacheChecks.Parts)
        {
            if (CacheChecks.IsAbove(prices, part, whole))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Checks the discounted prices of tokens.</summary>
    /// <param name="prices">The prices before the discount.</param>
    /// <param name="per">What they buy.</param>
    /// <param name="discount">The part that is taken off.</param>
    /// <param name="path">Where the discount stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckDiscount(TokenPrices prices, Per per, Rational discount, CardPath path, ProblemList problems)
    {
        foreach (var (meter, price) in prices.Meters)
        {
            if (!prices.IsUniform || meter != Meter.Output)
            {
                CheckDiscount(price, Bought.Of(per), discount, path, problems);
            }
        }
    }

    /// <summary>Checks one discounted price.</summary>
    /// <param name="price">The price before the discount.</param>
    /// <param name="bought">What it buys.</param>
    /// <param name="discount">The part that is taken off.</param>
    /// <param name="path">Where the discount stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckDiscount(Rational price, Bought bought, Rational discount, CardPath path, ProblemList problems)
    {
        // A price that can't be billed itself is reported where it stands.
        if (price.Sign > 0 && Quanta.PerUnit(price, bought.Quantity).IsInteger)
        {
            var discounted = price * (Rational.One - discount);
            CheckRate(discounted, () => $"{discounted} ({price} less {Percent(discount)})", bought, path, problems);
        }
    }

    /// <summary>Checks one multiplied price.</summary>
    /// <param name="price">The price itself.</param>
    /// <param name="bought">What it buys.</param>
    /// <param name="factor">What it is multiplied by.</param>
    /// <param name="path">Where the factor stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckMultiple(Rational price, Bought bought, Rational factor, CardPath path, ProblemList problems)
    {
        // A price that can't be billed itself is reported where it stands.
        if (price.Sign > 0 && Quanta.PerUnit(price, bought.Quantity).IsInteger)
        {
            var multiple = price * factor;
            CheckRate(multiple, () => $"{multiple} ({price} x {factor})", bought, path, problems);
        }
    }

    private static void CheckRate(Rational price, Func<string> shown, Bought bought, CardPath path, ProblemList problems)
    {
        var rate = Quanta.PerUnit(price, bought.Quantity);
        if (rate.Floor() > Quanta.MaxRate)
        {
            var most = (Rational)Quanta.MaxRate * bought.Quantity / Quanta.PerCurrencyUnit;
            problems.Add(Rules.PossibleOverflow, path, shown(), bought.Words, FloorToCents(most).ToString(), bought.Words);
        }
        else if (!rate.IsInteger)
        {
            var advice = NearestPrice(price, bought.Quantity) is { } nearest ? "the nearest price that can is " + nearest : bought.Otherwise;
            problems.Add(Rules.NotWholeQuanta, path, shown(), bought.Words, bought.Unit, advice);
        }
    }

    private static Rational FloorToCents(Rational price) => (Rational)(price * 100).Floor() / 100;

    private static bool IsBillable(Rational rate) => rate.IsInteger && rate <= Quanta.MaxRate;

    // The price with as many decimals as can be billed, and never so few that nothing is left of it.
    private static Rational? NearestPrice(Rational price, long quantity)
    {
        const int MostDecimals = 15;
        for (var decimals = MostDecimals; decimals >= 0; decimals--)
        {
            var rounded = price.Round(decimals);
            var nearest = rounded.Sign > 0 ? rounded : Rational.One / BigInteger.Pow(10, decimals);
            if (Quanta.PerUnit(nearest, quantity).IsInteger)
            {
                return nearest;
            }
        }

        return null;
    }

    private static string Percent(Rational discount) => (discount * 100).ToString() + "%";
}
