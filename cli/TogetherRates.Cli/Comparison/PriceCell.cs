using TogetherRates.Cli.Output;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Comparison;

/// <summary>One number of a price list, with its place.</summary>
/// <param name="Section">The card's section.</param>
/// <param name="Item">What is sold: a model, a row of a table, a GPU.</param>
/// <param name="Name">Which of its prices: a meter, a type and method, a discount.</param>
/// <param name="Text">The number as people read it.</param>
/// <param name="Amount">The number, or null of what is said in words.</param>
/// <param name="Per">What it buys, or null where it buys nothing.</param>
/// <param name="Rate">The number for one unit, which is what is compared.</param>
/// <param name="Unit">That unit.</param>
internal sealed record PriceCell(string Section, string Item, string Name, string Text, Rational? Amount, string? Per, Rational Rate, string Unit)
{
    private const long Million = 1_000_000;

    /// <summary>What tells the cell from all others of its card. Two credits may have one name, and a model may be called what a row is: the first goes with the first.</summary>
    public (string Section, string Item, string Name, int Occurrence) Place => (Section, Key, Name, Occurrence);

    /// <summary>What tells the item from others: what it is called, or the bounds of a row, in whatever unit the card writes them.</summary>
    public string Key { get; init; } = Item;

    /// <summary>How many cells before it have the same names.</summary>
    public int Occurrence { get; init; }

    /// <summary>A price of tokens, shown for a million of them.</summary>
    public static PriceCell OfTokens(string section, string item, string name, Rational price, long quantity) =>
        Of(section, item, name, price * Million / quantity, Compiler.Cards.Per.MillionTokens.ToString(), price / quantity, "token");

    /// <summary>A price of anything, shown as the card has it.</summary>
    /// <param name="section">The card's section.</param>
    /// <param name="item">What is sold.</param>
    /// <param name="name">Which of its prices.</param>
    /// <param name="price">The price.</param>
    /// <param name="per">What it buys.</param>
    /// <param name="rate">The price of one unit.</param>
    /// <param name="unit">The unit.</param>
    public static PriceCell Of(string section, string item, string name, Rational price, string per, Rational rate, string unit) =>
        new(section, item, name, $"{PriceText.Of(price)} per {per}", price, per, rate, unit);

    /// <summary>An amount of money that buys nothing by itself: a credit, a minimum.</summary>
    public static PriceCell OfMoney(string section, string item, string name, Rational amount) =>
        new(section, item, name, PriceText.Of(amount), amount, null, amount, "money");

    /// <summary>A plain number: a discount in percent, a factor, a limit.</summary>
    public static PriceCell OfNumber(string section, string item, string name, Rational number, string unit) =>
        new(section, item, name, number + unit, number, null, number, unit);

    /// <summary>What is said in words: how a discount counts, when a credit expires, which model an alias is.</summary>
    public static PriceCell OfWords(string section, string item, string name, string words) =>
        new(section, item, name, words, null, null, Rational.Zero, words);
}
