namespace TogetherRates.Compiler;

/// <summary>Every rule of the compiler, in the order of their ids.</summary>
public static class Rules
{
    // Every rule that is declared below comes in here by itself.
    private static readonly List<Rule> Listed = [];

    /// <summary>The text isn't JSON.</summary>
    public static readonly Rule Syntax = Error(
        "RATE1001", "The card is well-formed JSON", "{0}");

    /// <summary>A property that the format doesn't know.</summary>
    public static readonly Rule UnknownProperty = Error(
        "RATE1002", "Every property is one that the format knows", "{0} has no property '{1}'; {2}");

    /// <summary>A property that has to be there isn't.</summary>
    public static readonly Rule MissingProperty = Error(
        "RATE1003", "Every required property is there", "{0} needs '{1}': {2}");

    /// <summary>An object where a string belongs, and the like.</summary>
    public static readonly Rule WrongKind = Error(
        "RATE1004", "Every value has the right kind", "'{0}' is {1} but has to be {2}");

    /// <summary>One object has a key twice.</summary>
    public static readonly Rule DuplicateKey = Error(
        "RATE1005", "No object has a key twice", "{0}");

    /// <summary>A number that can't be read exactly.</summary>
    public static readonly Rule UnreadableNumber = Error(
        "RATE1006", "Every number can be read exactly", "'{0}' can't be read as a number: {1}");

    /// <summary>A unit or a size that isn't one.</summary>
    public static readonly Rule UnreadableUnit = Error(
        "RATE1007", "Every unit and every size is spelled as the format asks", "'{0}' can't be read as {1}; write it like {2}");

    /// <summary>A document that is too deep or too large.</summary>
    public static readonly Rule TooLarge = Error(
        "RATE1008", "The card stays within the limits of depth and size", "{0}");

    /// <summary>A format version from the future.</summary>
    public static readonly Rule UnsupportedVersion = Error(
        "RATE1009", "The card's format version is supported", "this compiler reads format version 1, but the card says {0}; set \"ratecard\": 1 or update TogetherRates");

    /// <summary>A word that isn't among the ones to choose from.</summary>
    public static readonly Rule UnknownWord = Error(
        "RATE1010", "Every word is one that the format knows", "'{0}' isn't a value of '{1}'; {2}");

    /// <summary>Two properties that contradict each other.</summary>
    public static readonly Rule Contradiction = Error(
        "RATE1011", "No two properties contradict each other", "'{0}' and '{1}' can't stand together: {2}");

    /// <summary>A text that is empty.</summary>
    public static readonly Rule EmptyText = Error(
        "RATE1012", "No name or id is empty or has stray characters", "{0} {1}; {2}");

    /// <summary>A regular expression that isn't one, or is larger than it may be.</summary>
    public static readonly Rule UnreadablePattern = Error(
        "RATE1021", "Every regular expression can be read", "'{0}' can't be read as a regular expression: {1}");

    /// <summary>A tier that starts below the end of the one before it.</summary>
    public static readonly Rule TierOverlap = Error(
        "RATE2001", "No two tiers overlap", "this tier starts at {0}, inside the tier before it, which ends at {1}: {3} from {0} to {1} would have two {4}; start it at {2}");

    /// <summary>A tier that starts above the end of the one before it.</summary>
    public static readonly Rule TierGap = Error(
        "RATE2002", "No gap lies between two tiers", "nothing is said about {4} between {1} and {0}: the tier before ends at {1}, so this one has to start at {2}, not at {0}{3}");

    /// <summary>A bound below the one before it.</summary>
    public static readonly Rule TierNotAscending = Error(
        "RATE2003", "Tiers stand in ascending order", "this tier ends at {0}, below the one before it, which ends at {1}; put the tiers in ascending order");

    /// <summary>Two tiers with one upper bound.</summary>
    public static readonly Rule DuplicateBound = Error(
        "RATE2004", "No two tiers end at the same bound", "two tiers in a row end at {0}; keep one of them");

    /// <summary>A tier whose lower bound is above its upper bound.</summary>
    public static readonly Rule InvertedRange = Error(
        "RATE2005", "Every tier starts below its end", "this tier starts at {0} and ends at {1}; a tier has to start below its end");

    /// <summary>A tier after the one that has no end.</summary>
    public static readonly Rule UnreachableTier = Error(
        "RATE2006", "Every tier can be reached", "no {0} reaches this tier, because the tier before it has no 'upTo'; give that one a bound or remove this one");

    /// <summary>A table without a row.</summary>
    public static readonly Rule NoTier = Error(
        "RATE2007", "Every table has a tier", "table '{0}' has no tiers; add at least one");

    /// <summary>A table that doesn't say what happens above its last bound.</summary>
    public static readonly Rule NothingAbove = Error(
        "RATE2008", "Every table says what happens above its last bound", "table '{0}' says nothing about {2} above {1}; {3}");

    /// <summary>A table that prices nothing below its first tier.</summary>
    public static readonly Rule FirstTierNotFromZero = Error(
        "RATE2009", "The first tier starts at zero", "nothing is said about {1} below {0}: leave 'from' out of the first tier");

    /// <summary>A table that says both that it ends and that it doesn't.</summary>
    public static readonly Rule AboveUnused = Error(
        "RATE2010", "Only a table that ends says what lies above it", "'above' says that large sizes have no price, but the last tier of table '{0}' has no end; remove one of the two");

    /// <summary>Tiers of one table that price different meters.</summary>
    public static readonly Rule UnevenTiers = Error(
        "RATE2011", "All tiers of a table price the same meters", "this tier prices {0}, but the first tier of table '{1}' prices {2}; a request would change what it is billed for with its size, so price the same in each tier");

    /// <summary>Two windows that share a minute.</summary>
    public static readonly Rule WindowsOverlap = Error(
        "RATE2012", "No two windows overlap", "this window and the window {1} both price {0}; a minute can have only one price");

    /// <summary>A minute that no window prices.</summary>
    public static readonly Rule WindowsGap = Error(
        "RATE2013", "The windows tile the week", "no window prices the time from {0} to {1} (UTC); make the windows tile every day");

    /// <summary>A cell that a table of prices lacks.</summary>
    public static readonly Rule IncompleteMatrix = Error(
        "RATE2014", "Every row of a price list has a price in every column", "{0} says nothing about {1}, which {2}; write its price, or \"{3}\": \"unpriced\" where it isn't offered");

    /// <summary>A context tier that starts at no more tokens than the one before it.</summary>
    public static readonly Rule ContextsNotAscending = Error(
        "RATE2015", "Context tiers stand in ascending order", "this tier starts above {0} input tokens, not above the tier before it, which starts above {1}; put the tiers in ascending order");

    /// <summary>A service level with one price for what the standard level prices by context.</summary>
    public static readonly Rule LevelWithoutContexts = Error(
        "RATE2016", "A service level has context tiers where the standard level has", "'{0}' has a price of its own for '{1}', but none for requests above {2} input tokens, where the standard price of '{1}' changes; give '{0}' its own \"contexts\" that say what '{1}' costs there");

    /// <summary>An account tier that starts at no more spend than the one before it.</summary>
    public static readonly Rule SpendNotAscending = Error(
        "RATE2021", "Account tiers stand in ascending order of spend", "'{0}' starts at a spend of {1}, not above '{2}' before it, which starts at {3}: an account would be in both; put the tiers in ascending order");

    /// <summary>A price below zero.</summary>
    public static readonly Rule NegativePrice = Error(
        "RATE3001", "No price is negative", "a price of {0} would pay the customer; write it without the minus sign");

    /// <summary>A price of zero that may be a mistake.</summary>
    public static readonly Rule ZeroWithoutFree = Error(
        "RATE3002", "What costs nothing says so", "a price of 0 may be a slip; if '{0}' really costs nothing, {1}");

    /// <summary>A price that the money type can't hold exactly.</summary>
    public static readonly Rule NotWholeQuanta = Error(
        "RATE3003", "Every rate is a whole number of quanta", "{0} per {1} is not a whole number of quanta (1/189,000,000,000,000,000 of the currency unit) per {2}, so it can't be billed exactly; {3}");

    /// <summary>A price that could overflow.</summary>
    public static readonly Rule PossibleOverflow = Error(
        "RATE3004", "No rate can overflow", "{0} per {1} is more than a rate can hold: at most {2} per {3}; is 'per' the quantity that the price is for?");

    /// <summary>A currency that doesn't exist.</summary>
    public static readonly Rule UnknownCurrency = Error(
        "RATE3005", "The currency is an ISO 4217 code", "'{0}' isn't a currency of ISO 4217; {1}");

    /// <summary>A part that costs more than its whole.</summary>
    public static readonly Rule PartAboveWhole = Error(
        "RATE3006", "Cached input costs no more than input", "'{0}' costs {1}, more than '{2}' at {3}: a cache hit would cost more than a miss; have the two changed places?");

    /// <summary>A price that contradicts what the provider states about all of them.</summary>
    public static readonly Rule OutsidePublishedRange = Error(
        "RATE3007", "Every price lies in the range that the provider states", "{0} lies outside the range of {1} to {2} per {3} that is published for '{4}'; mend the price, or the range under 'published'");

    /// <summary>A discount that isn't a part.</summary>
    public static readonly Rule DiscountOutOfRange = Error(
        "RATE3008", "Every discount lies between 0% and 100%", "a discount of {0} is not possible; it has to {1}");

    /// <summary>A minimum charge below zero.</summary>
    public static readonly Rule NegativeMinimum = Error(
        "RATE3009", "No minimum charge is negative", "a minimum charge of {0} would never apply; write what a job costs at least, or leave 'minimum' out");

    /// <summary>A factor that prices can't be multiplied by.</summary>
    public static readonly Rule FactorOutOfRange = Error(
        "RATE3010", "Every factor lies above 0 and is at most 100", "a factor of {0} is not possible; it has to be above 0 and at most 100: 1.1 makes everything 10% dearer");

    /// <summary>An amount that a bill can't count with.</summary>
    public static readonly Rule AmountOutOfRange = Error(
        "RATE3021", "Every bound, credit and spend is an amount that can be held", "{0} is {1}; it has to {2}");

    /// <summary>Two ids that differ only in case.</summary>
    public static readonly Rule IdsDifferByCase = Error(
        "RATE4001", "No two ids differ only by case", "'{0}' and '{1}' differ only by case, so a caller that changes the case would get the other price; keep one of them");

    /// <summary>Two models that would be one C# member.</summary>
    public static readonly Rule OneNameTwice = Error(
        "RATE4002", "No two models make one C# name", "'{0}' and '{1}' both become the C# name {2}; give one of them another \"member\" name, or rename it where it is a table");

    /// <summary>An id that belongs to two models.</summary>
    public static readonly Rule AliasOfTwo = Error(
        "RATE4003", "Every id belongs to one model", "'{0}' is already an id of '{1}'; an id can have only one price");

    /// <summary>A model without a price.</summary>
    public static readonly Rule NoPrice = Error(
        "RATE4004", "Every model has a price", "'{0}' has no price; give it 'price', 'input' and 'output', a 'size' in a 'table', 'variants', or \"free\": true");

    /// <summary>A table that isn't there.</summary>
    public static readonly Rule NoSuchTable = Error(
        "RATE4005", "Every named table is there", "there is no size table '{0}'; {1}");

    /// <summary>A size that its table doesn't price.</summary>
    public static readonly Rule SizeAboveTable = Error(
        "RATE4006", "Every declared size has a price in its table", "table '{0}' has no price for {1}: it ends at {2}; give the model a price of its own");

    /// <summary>A name that C# can't have.</summary>
    public static readonly Rule UnusableName = Error(
        "RATE4007", "Every name can be a C# name", "'{0}' can't be used as a C# name: {1}; {2}");

    /// <summary>A replacement that isn't there.</summary>
    public static readonly Rule NoSuchModel = Error(
        "RATE4008", "Every named model is there", "there is no model '{0}' in the card; {1}");

    /// <summary>A published range without a price that it could be compared with.</summary>
    public static readonly Rule RangeOfNothing = Error(
        "RATE4009", "Every published range has prices to be compared with", "no price of '{0}' is given per {1}, so this range checks nothing; mend 'of' or 'per', or remove the range");

    /// <summary>A replacement that goes with what it replaces, or before it.</summary>
    public static readonly Rule NoReplacement = Error(
        "RATE4010", "Every replacement is another model, which stays", "'{0}' can't replace '{1}': {2}; name a model that stays, or leave 'replacement' out");

    /// <summary>Two patterns that match one id.</summary>
    public static readonly Rule PatternsOverlap = Error(
        "RATE4021", "No id matches the patterns of two models", "{0} and {1} of '{2}' both match '{3}', which would have two prices; narrow one of them, or name the ids as aliases");

    /// <summary>A pattern that matches whatever an id is, or never.</summary>
    public static readonly Rule PatternTellsNothing = Error(
        "RATE4022", "Every pattern tells ids apart", "{0} matches {1}; {2}");

    /// <summary>Patterns that would take too long.</summary>
    public static readonly Rule PatternsTooLarge = Error(
        "RATE4023", "Patterns stay within the limits of size and effort", "{0}; {1}");

    /// <summary>A date that isn't one.</summary>
    public static readonly Rule BadDate = Error(
        "RATE5001", "Every date is an ISO 8601 date in UTC", "'{0}' isn't a date; write it like 2025-01-31 or 2025-01-31T08:00:00Z");

    /// <summary>A period that ends before it starts.</summary>
    public static readonly Rule EmptyPeriod = Error(
        "RATE5002", "Every period ends after it starts", "the period is empty: it ends at {0} but starts at {1}; let it end after it starts, or leave '{2}' out while no end is known");

    /// <summary>Two editions that are in force at the same time.</summary>
    public static readonly Rule EditionsOverlap = Error(
        "RATE5003", "No two editions are in force at once", "this edition starts on {0}, but the edition of {2} is in force {1}; end that one where this one starts");

    /// <summary>A time in which no edition is in force.</summary>
    public static readonly Rule EditionsGap = Error(
        "RATE5004", "No time lies between two editions", "no edition is in force from {0} to {1}; let the edition of {2} end on {1}, or this one start on {0}");

    /// <summary>An edition that a newer one follows although it has no end.</summary>
    public static readonly Rule EditionNotEnded = Error(
        "RATE5005", "An edition that is followed by another has an end", "the edition of {1} has no end, so it is still in force when this one starts; give it \"until\": \"{0}\"");

    /// <summary>An edition that ends with nothing after it.</summary>
    public static readonly Rule NoSuccessor = Warning(
        "RATE5006", "An edition that ends has a successor", "this edition ends on {0} and no other follows it, so from then on nothing has a price; add the next edition or remove 'until'");

    /// <summary>One class with two providers.</summary>
    public static readonly Rule TwoProvidersInOneClass = Error(
        "RATE5007", "The editions of one class are of one provider", "this card and another make one class, but that one is of '{0}' and this one of '{1}'; give one of them another \"class\"");

    /// <summary>A removal before the deprecation, and the like.</summary>
    public static readonly Rule RemovedTooEarly = Error(
        "RATE5008", "A model is in a card only while it is offered", "the model is removed on {0}, before {1}; {2}");

    /// <summary>A window over before its edition starts, or one that opens after its end.</summary>
    public static readonly Rule WindowNeverHolds = Warning(
        "RATE5009", "Every window of prices holds at some time of its edition", "this window {0}, so its prices never hold; mend it or remove it");

    /// <summary>A larger model that costs less.</summary>
    public static readonly Rule PriceFallsWithSize = Warning(
        "RATE6001", "Prices don't fall as sizes grow", "'{0}' falls from {1} in the tier {3} to {2}; larger models rarely cost less, so check both prices");

    /// <summary>A tier that costs many times the one before.</summary>
    public static readonly Rule PriceLeaps = Warning(
        "RATE6002", "No tier costs more than five times the one before", "'{0}' is {1}, {2} the price of the tier {3}, which is {4}; check the decimal points");

    /// <summary>Output that costs less than input.</summary>
    public static readonly Rule OutputBelowInput = Warning(
        "RATE6003", "Output costs at least as much as input", "output costs {0} per 1M tokens, less than input at {1}; the two may have been swapped");

    /// <summary>Output that costs many times the input, unlike elsewhere on the card.</summary>
    public static readonly Rule RatioOutOfFamily = Warning(
        "RATE6004", "Output costs about as many times the input as for the card's other models", "output costs {0} per 1M tokens, {1} the price of input at {2}, but the median of the card's models is {3}; check the decimal points");

    /// <summary>A price that no token has.</summary>
    public static readonly Rule UnitSlip = Warning(
        "RATE6005", "Every token price lies in the range of those that providers ask", "{0} per 1M tokens is {1}, which no provider asks; a slip of units makes a price 1,000 or 1,000,000 times too {2}: {3}");

    /// <summary>A price of quite another magnitude than the card's other prices.</summary>
    public static readonly Rule FarFromOthers = Warning(
        "RATE6006", "No price is a thousand times the card's others", "{0} per 1M tokens is {1} the median of the card's models, which is {2}; check what the price buys and its decimal point");

    /// <summary>A price that is a decimal point away from that of a close relative.</summary>
    public static readonly Rule SiblingSlip = Warning(
        "RATE6007", "Models of one name and size have similar prices", "{0} per 1M tokens is {1} the price of '{2}', a model of the same name and size at {3}; a decimal point may have slipped in one of them");

    /// <summary>A price that is many times what it was, or a small part.</summary>
    public static readonly Rule PriceJumps = Warning(
        "RATE6008", "No price changes more than five times from one edition to the next", "{0} per {1} is {2} the price in the edition of {3}, which was {4}; check its decimal point");

    /// <summary>A GPU at a price that no GPU has.</summary>
    public static readonly Rule GpuUnitSlip = Warning(
        "RATE6009", "The price of every GPU lies in the range of those that providers ask", "{0} per GPU and hour is {1}, which no provider asks; check whether the price is in cents, and whether it is for an hour or a minute");

    /// <summary>A deprecated model that is used.</summary>
    public static readonly Rule DeprecatedModel = Warning(
        "RATE7002", "No deprecated model is used", "{0}");

    /// <summary>All rules, ordered by id: every one that is declared here.</summary>
    public static IReadOnlyList<Rule> All => [.. Listed.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static Rule Warning(string id, string title, string message) => List(new(id, title, message, RuleSeverity.Warning));

    private static Rule Error(string id, string title, string message) => List(new(id, title, message, RuleSeverity.Error));

    private static Rule List(Rule rule)
    {
        Listed.Add(rule);
        return rule;
    }
}
