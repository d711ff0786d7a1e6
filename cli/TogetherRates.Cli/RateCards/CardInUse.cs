using TogetherRates.Cards;
using TogetherRates.Cli.Arguments;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;

namespace TogetherRates.Cli.RateCards;

/// <summary>One edition that a call prices with: its prices, and its text for whatever the prices alone don't tell.</summary>
internal sealed class CardInUse
{
    private const string NameOfBuiltIn = "together";

    private readonly DateTimeOffset? time;
    private readonly string? region;
    private CardOfSet? text;

    private CardInUse(IRateCard rates, CardOfSet? text, DateTimeOffset? time = null, string? region = null)
    {
        Rates = rates;
        this.text = text;
        this.time = time;
        this.region = region;
    }

    /// <summary>The prices.</summary>
    public IRateCard Rates { get; }

    /// <summary>The card as written.</summary>
    public Card Card => OfSet.Reading.Card!;

    /// <summary>The card as written, among others. That of a built-in card is read when it is first asked for: the prices don't need it.</summary>
    public CardOfSet OfSet => text ??= TextOf(Rates);

    /// <summary>The first day on which the prices are in force.</summary>
    public string Edition => PeriodText.Of(Rates.EffectiveFrom);

    // The interpreter is the reference of compiled prices, so it knows why they refuse.
    private InterpretedRateCard Reference => new(Card, time, region);

    /// <summary>The editions of the Together card that are compiled into the tool, oldest first.</summary>
    public static IReadOnlyList<CardInUse> BuiltIn()
    {
        var editions = new CardInUse[Together.Editions.Count];
        for (var i = 0; i < editions.Length; i++)
        {
            editions[i] = new CardInUse(Together.Editions[i], null);
        }

        return editions;
    }

    /// <summary>A card by its name: the path of a file, or <c>together@TIME</c> for the built-in edition in force then.</summary>
    /// <param name="name">The name.</param>
    /// <param name="now">When <c>together</c> alone is in force.</param>
    /// <exception cref="ToolException">There is no such card, or it isn't valid.</exception>
    public static CardInUse Named(string name, DateTimeOffset now)
    {
        var (word, at) = name.Split('@', 2) switch { [var plain, var moment] => (plain, moment), _ => (name, null) };
        if (word != NameOfBuiltIn || File.Exists(name))
        {
            return FromFile(name);
        }

        var time = at is null ? now : TimeOption.Parse(at) ?? throw ToolException.WrongCall(
            "wrongValue", $"'{at}' isn't a time; write together@ and a date, such as together@{PeriodText.Of(Together.EffectiveFrom)}");
        return BuiltIn().FirstOrDefault(card => card.IsInForce(time))?.At(time) ?? throw ToolException.WrongData(
            "notInForce", $"no built-in card is in force on {PeriodText.Of(time)}; there are {string.Join(" and ", BuiltIn().Select(card => $"together@{card.Edition}"))}");
    }

    /// <summary>A card from a file.</summary>
    /// <exception cref="ToolException">There is no such file, or what is in it isn't a valid card.</exception>
    public static CardInUse FromFile(string path)
    {
        var file = CardFile.Read(path);
        var reading = file.Compile();
        if (reading.FirstError is { } first)
        {
            throw Invalid(file, first, path);
        }

        var card = reading.Card!;
        return new(new InterpretedRateCard(card), new CardOfSet(MemberName.OfClass(card), file.Text, reading));
    }

    /// <summary>That a card has a mistake.</summary>
    /// <param name="file">The card.</param>
    /// <param name="problem">The mistake.</param>
    /// <param name="names">The cards to check, to see all of them. Built-in ones can't be.</param>
    public static ToolException Invalid(CardFile file, Problem problem, params IReadOnlyList<string> names)
    {
        var advice = names.All(File.Exists) ? $"; 'together-rates check {string.Join(' ', names.Select(AsArgument))}' shows all that is wrong" : "";
        return ToolException.WrongData("invalidCard", $"the card can't be used: {new LocatedProblem(file, problem)}{advice}");
    }

    private static string AsArgument(string path) => path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;

    /// <summary>Whether the call says at which time the edition is asked.</summary>
    public bool HasTime => time is not null;

    /// <summary>Whether the edition is in force at a time.</summary>
    public bool IsInForce(DateTimeOffset moment) => moment >= Rates.EffectiveFrom && !(moment >= Rates.EffectiveUntil);

    /// <summary>A moment, or the nearest one at which the edition is in force.</summary>
    public DateTimeOffset NearestTo(DateTimeOffset moment) =>
        moment < Rates.EffectiveFrom ? Rates.EffectiveFrom
        : Rates.EffectiveUntil is { } until && moment >= until ? until.AddTicks(-1)
        : moment;

    /// <summary>This edition at a time at which it is in force, for prices that change with the time of day.</summary>
    public CardInUse At(DateTimeOffset moment) =>
        new(Rates is InterpretedRateCard ? new InterpretedRateCard(Card, moment) : Together.At(moment), text, moment);

    /// <summary>This edition for requests that are processed in a region; the Together card costs the same in all of them.</summary>
    public CardInUse In(string? place) =>
        place is null || Rates is not InterpretedRateCard ? this : new(new InterpretedRateCard(Card, time, place), text, time, place);

    /// <summary>What was used of a model or a tool costs and why.</summary>
    /// <exception cref="ToolException">The card has no price for it, or it is more than can be counted.</exception>
    public Quote PriceModel(string id, in Usage usage, ServiceLevel level)
    {
        try
        {
            return Rates.TryExplain(id, usage, out var quote, level) ? quote : throw RefuseModel(id, usage, level);
        }
        catch (Exception excess) when (excess is ArgumentOutOfRangeException or OverflowException)
        {
            throw ToolException.WrongCall("wrongValue", $"{usage}: that is more than can be billed at once; split it and add up the costs");
        }
    }

    /// <summary>What the tokens of a model of some size cost and why.</summary>
    /// <exception cref="ToolException">The card has no price for them.</exception>
    public Quote PriceSize(string table, ModelSize size, in TokenUsage usage) =>
        Rates.TryExplain(table, size, usage, out var quote)
            ? quote
            : throw Refuse(Reference.Interpret(table, size, usage));

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
            : throw Refuse(Reference.Interpret(type, method, size, job));

    /// <summary>What fine-tuning a model costs and why: at its own prices, else at those of its size.</summary>
    /// <exception cref="ToolException">The card has no price for it.</exception>
    public Quote PriceFineTuning(FineTuningType type, FineTuningMethod method, string id, ModelSize? size, in FineTuningJob job)
    {
        if (Rates.TryExplain(type, method, id, job, out var quote))
        {
            return quote;
        }

        var refusal = Reference.Interpret(type, method, id, job);
        return size is { } parameters && refusal is Interpretation.Refused { Reason: Refusal.UnknownModel }
            ? PriceFineTuning(type, method, parameters, job)
            : throw Refuse(refusal);
    }

    private Exception RefuseModel(string id, in Usage usage, ServiceLevel level)
    {
        var answer = Reference.Interpret(id, usage, level);
        return answer is not Interpretation.Refused refused ? Refuse(answer) : Refuse(
            new ModelRefusal(Card, id, InterpretedRateCard.QuantitiesOf(usage), (Compiler.Cards.ServiceLevel)level, time?.UtcDateTime).Explain(refused));
    }

    private static Exception Refuse(Interpretation interpretation) => interpretation is Interpretation.Refused refused
        ? ToolException.WrongData(CodeOf(refused.Reason), refused.Message, refused.Advice)
        : new InvalidOperationException("The compiled card refuses what its text prices.");

    private static string CodeOf(Refusal reason)
    {
        var name = reason.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static CardOfSet TextOf(IRateCard edition) => Resource.Names
        .Where(name => name.EndsWith(".ratecard.json", StringComparison.Ordinal))
        .Select(Resource.Read)
        .Select(content => (Content: content, Reading: CardCompiler.Read(content)))
        .Where(card => card.Reading.Card!.Effective.From == edition.EffectiveFrom)
        .Select(card => new CardOfSet(MemberName.OfClass(card.Reading.Card!), card.Content, card.Reading))
        .First();
}
