namespace TogetherRates.Compiler;

/// <summary>What the compiler refuses to take on, so that a runaway card can't stall a build.</summary>
public static class Limits
{
    /// <summary>The most characters that an id or a name may have.</summary>
    public const int LabelLength = 200;

    /// <summary>The most models that one section of a card may have, and the most models and offers of all sections together.</summary>
    public const int Models = 50_000;

    /// <summary>The most bytes, in UTF-8, that the ids and aliases of a card may have together: the most that generated tables can hold.</summary>
    public const int IdBytes = 8_000_000;

    /// <summary>The most prices that what one model's price depends on may combine to. Real models have some dozens; with 10,000 C# takes half a minute.</summary>
    public const int Prices = 1_000;

    /// <summary>The same for all models of a card together.</summary>
    public const int CardPrices = 100_000;

    /// <summary>
    /// The most different prices that the models of a card may have, one for each length of context: their numbers stand in generated tables as 16 bits each.
    /// </summary>
    public const int PriceNumbers = 65_535;

    /// <summary>The most ranges that a provider may state for its prices, each of which is held against all prices of a section.</summary>
    public const int Ranges = 100;

    /// <summary>The most bytes, in UTF-8, of a name in C#: what an assembly can hold.</summary>
    public const int NameBytes = 1_023;

    /// <summary>The most id patterns that one card may have.</summary>
    public const int Patterns = 1_000;

    /// <summary>The most states that a regular expression may have with its repetitions written out.</summary>
    public const int PatternSize = 2_000;

    /// <summary>The most states that the table of a pattern may have while it is built.</summary>
    public const int PatternStates = 1_000;

    /// <summary>The most numbers that the tables of all regular expressions of a card may have.</summary>
    public const int PatternTables = 100_000;

    /// <summary>The most steps that may go into the patterns of a card: a second or so.</summary>
    public const long PatternSteps = 5_000_000;
}
