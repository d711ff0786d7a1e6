using TogetherRates.Cards;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;

namespace TogetherRates.Cli.RateCards;

/// <summary>The card that a call prices with: its prices, and its text for whatever the prices alone don't tell.</summary>
internal sealed class CardInUse
{
    private readonly Lazy<Card> card;

    private CardInUse(IRateCard rates, Lazy<Card> card)
    {
        Rates = rates;
        this.card = card;
    }

    /// <summary>The prices.</summary>
    public IRateCard Rates { get; }

    /// <summary>The card as written.</summary>
    public Card Card => card.Value;

    /// <summary>The Together card that is compiled into the tool.</summary>
    public static CardInUse BuiltIn() => new(Together.Card, new Lazy<Card>(ReadBuiltIn));

    /// <summary>A card from a file.</summary>
    /// <exception cref="ToolException">There is no such file, or what is in it isn't a valid card.</exception>
    public static CardInUse FromFile(string path)
    {
        var file = CardFile.Read(path);
        var reading = file.Compile();
        if (reading.FirstError is { } first)
        {
            var problem = new LocatedProblem(file, first);
            throw ToolException.WrongData("invalidCard", $"the card can't be used: {problem}; 'together-rates check {path}' shows all that is wrong");
        }

        return new(new InterpretedRateCard(reading.Card!), new Lazy<Card>(reading.Card!));
    }

    /// <summary>The edition of this card that is in force at a time.</summary>
    /// <exception cref="ToolException">None is.</exception>
    public CardInUse At(DateTimeOffset time) => time >= Rates.EffectiveFrom && !(time >= Rates.EffectiveUntil)
        ? this
        : throw ToolException.WrongData(
            "notInForce",
            $"{PeriodText.Of(time)} lies outside the period in which the card of {Rates.Provider} is in force, {PeriodText.Of(Rates)}; name another card with --card");

    /// <summary>What a model's tokens cost and why.</summary>
    /// <exception cref="ToolException">The card has no price for them.</exception>
    public Quote PriceModel(string id, in TokenUsage usage, bool batch) =>
        Rates.TryExplain(id, usage, out var quote, batch ? ServiceLevel.Batch : ServiceLevel.Standard)
            ? quote
            : throw Refuse(new InterpretedRateCard(Card).Interpret(id, usage, batch));

    /// <summary>What the tokens of a model of some size cost and why.</summary>
    /// <exception cref="ToolException">The card has no price for them.</exception>
    public Quote PriceSize(string table, ModelSize size, in TokenUsage usage) =>
        Rates.TryExplain(table, size, usage, out var quote)
            ? quote
            : throw Refuse(new InterpretedRateCard(Card).Interpret(table, size, usage));

    /// <summary>What the time of a dedicated endpoint costs and why.</summary>
    /// <exception cref="ToolException">The card has no such GPU.</exception>
    public Quote PriceGpu(string id, TimeSpan duration, int replicas) =>
        Rates.TryExplain(id, duration, replicas, out var quote)
            ? quote
            : throw Refuse(Interpreter.PriceGpu(Card, id, duration, replicas));

    /// <summary>What fine-tuning a model of some size costs and why.</summary>
    /// <exception cref="ToolException">The card has no price for it.</exception>
    public Quote PriceFineTuning(FineTuningType type, FineTuningMethod method, ModelSize size, in FineTuningJob job) =>
        Rates.TryExplain(type, method, size, job, out var quote)
            ? quote
            : throw Refuse(new InterpretedRateCard(Card).Interpret(type, method, size, job));

    /// <summary>What fine-tuning a model costs and why: at its own prices, else at those of its size.</summary>
    /// <exception cref="ToolException">The card has no price for it.</exception>
    public Quote PriceFineTuning(FineTuningType type, FineTuningMethod method, string id, ModelSize? size, in FineTuningJob job)
    {
        if (Rates.TryExplain(type, method, id, job, out var quote))
        {
            return quote;
        }

        var refusal = new InterpretedRateCard(Card).Interpret(type, method, id, job);
        return size is { } parameters && refusal is Interpretation.Refused { Reason: Refusal.UnknownModel }
            ? PriceFineTuning(type, method, parameters, job)
            : throw Refuse(refusal);
    }

    // The interpreter is the reference of compiled prices, so it knows why they refuse.
    private static Exception Refuse(Interpretation interpretation) => interpretation is Interpretation.Refused refused
        ? ToolException.WrongData(CodeOf(refused.Reason), refused.Message)
        : new InvalidOperationException("The compiled card refuses what its text prices.");

    private static string CodeOf(Refusal reason)
    {
        var name = reason.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static Card ReadBuiltIn() => CardCompiler.Read(Resource.Read("together.ratecard.json")).Card!;
}
