using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <summary>What the interpreter answers: a price, line by line, or why there is none.</summary>
public abstract record Interpretation
{
    private Interpretation()
    {
    }

    /// <summary>The usage has a price.</summary>
    /// <param name="Subject">The id or the size that was priced.</param>
    /// <param name="Lines">One line for each meter that is billed.</param>
    public sealed record Priced(string Subject, EquatableArray<InterpretedLine> Lines) : Interpretation
    {
        /// <summary>The sum of the lines.</summary>
        public Rational Cost => Lines.Aggregate(Rational.Zero, (sum, line) => sum + line.Amount);
    }

    /// <summary>The card has no price for the usage.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Message">The same for people, with the numbers and what to do.</param>
    public sealed record Refused(Refusal Reason, string Message) : Interpretation
    {
        /// <summary>What to ask for instead, with which the message ends; null where the card has all that was named.</summary>
        public NameAdvice? Advice { get; init; }
    }
}

/// <summary>Why a usage has no price.</summary>
public enum Refusal
{
    /// <summary>The card has no such model.</summary>
    UnknownModel,

    /// <summary>The card has no such size table.</summary>
    UnknownTable,

    /// <summary>The size lies above its table.</summary>
    SizeAboveTable,

    /// <summary>The model has no price for batches.</summary>
    NoBatch,

    /// <summary>The model has no price for the service level.</summary>
    NoLevel,

    /// <summary>The model has no price for the region.</summary>
    NoRegion,

    /// <summary>The card says that requests of this length have no price.</summary>
    ContextTooLong,

    /// <summary>The price depends on the time of day, and none is given.</summary>
    NoTime,

    /// <summary>The usage has a meter that isn't priced.</summary>
    UnpricedMeter,

    /// <summary>The card has no such GPU.</summary>
    UnknownGpu,

    /// <summary>The card has no fine-tuning price for the type and method.</summary>
    NotOffered,

    /// <summary>The usage leaves open how much is to be billed: images without their pixels.</summary>
    UnknownQuantity,

    /// <summary>The image's resolution lies above the table.</summary>
    ResolutionAboveTable,

    /// <summary>The usage contradicts itself: a negative quantity, or a part larger than its whole.</summary>
    ImpossibleUsage,
}

/// <summary>One meter of a priced usage.</summary>
/// <param name="Meter">The meter's name in a card.</param>
/// <param name="Quantity">How many units of it are billed here.</param>
/// <param name="Unit">What one unit is, in the singular.</param>
/// <param name="Price">What <paramref name="Per"/> units cost, after the discount.</param>
/// <param name="Per">How many units the price buys.</param>
/// <param name="Amount">What the line costs.</param>
/// <param name="Tier">The tier that the price is from, or null.</param>
/// <param name="Discount">What was taken off, or null.</param>
public sealed record InterpretedLine(
    string Meter, BigInteger Quantity, string Unit, Rational Price, long Per, Rational Amount, string? Tier, string? Discount)
{
    /// <summary>Of a minimum charge: what the lines that it holds for come to. Null for other lines.</summary>
    public Rational? Reached { get; init; }
}
