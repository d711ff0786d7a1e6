using TogetherRates.Cli.Output;
using TogetherRates.Compiler;

namespace TogetherRates.Cli.RateCards;

/// <summary>
/// The editions of one provider's prices that a call may use. At a given time that is the one in force; without a time it is the newest
/// one in force now that has what was asked for.
/// </summary>
internal sealed class EditionsInUse
{
    private readonly List<CardInUse> choices;
    private readonly Caller caller;
    private readonly List<string> told = [];

    private EditionsInUse(IReadOnlyList<CardInUse> all, List<CardInUse> choices, Caller caller)
    {
        All = all;
        this.choices = choices;
        this.caller = caller;
    }

    /// <summary>Every edition, oldest first, whenever it is in force.</summary>
    public IReadOnlyList<CardInUse> All { get; }

    /// <summary>Who sells at the prices.</summary>
    public string Provider => choices[0].Rates.Provider;

    /// <summary>The class that the cards become.</summary>
    public string ClassName => choices[0].OfSet.ClassName;

    /// <summary>The cards that are compiled into the tool.</summary>
    /// <exception cref="ToolException">None is in force at the time.</exception>
    public static EditionsInUse BuiltIn(DateTimeOffset? time, Caller caller) => Choose(CardInUse.BuiltIn(), time, caller);

    /// <summary>Named cards: files, or editions of the built-in card such as <c>together@2025-01-01</c>.</summary>
    /// <returns>One for each class that the cards make, in the order of the names.</returns>
    /// <exception cref="ToolException">There is no such card, it isn't valid, or none of a class is in force at the time.</exception>
    public static IReadOnlyList<EditionsInUse> Named(IReadOnlyList<string> names, DateTimeOffset? time, Caller caller)
    {
        var cards = names.Select(name => CardInUse.Named(name, caller.Now)).ToList();
        var set = cards.Select(card => card.OfSet).ToList();
        foreach (var (card, name) in cards.Zip(names))
        {
            if (CardSet.Check(card.OfSet, set).FirstOrDefault(problem => problem.Rule.Severity == RuleSeverity.Error) is { } first)
            {
                throw CardInUse.Invalid(new CardFile(name, card.OfSet.Text, null), first, names);
            }
        }

        return
        [
            .. cards.GroupBy(card => card.OfSet.ClassName, StringComparer.Ordinal)
                .Select(editions => Choose([.. editions.DistinctBy(card => card.OfSet.Text).OrderBy(card => card.Rates.EffectiveFrom)], time, caller)),
        ];
    }

    /// <summary>Asks the edition of the first choice, and older ones where that doesn't know what was asked for.</summary>
    /// <typeparam name="T">What is answered.</typeparam>
    /// <param name="question">The question.</param>
    /// <exception cref="ToolException">No edition has an answer; the reason is that of the first choice unless an older one has better advice.</exception>
    public T Ask<T>(Func<CardInUse, T> question)
    {
        ToolException? first = null;
        ToolException? best = null;
        foreach (var card in choices)
        {
            try
            {
                var answer = question(card);
                if (NoteOn(card, first) is { } note && !told.Contains(note))
                {
                    told.Add(note);
                    caller.Terminal.Error.WriteLine("note: " + note);
                }

                return answer;
            }
            catch (ToolException unknown) when (unknown.IsUnknownName)
            {
                first ??= unknown;
                best = best is null || HasBetterAdvice(unknown, best) ? unknown : best;
            }
        }

        throw best!;
    }

    // The name that was meant says more than all names there are, and those more than that there are none.
    private static bool HasBetterAdvice(ToolException one, ToolException other) =>
        one.Advice is { Nearest: { } nearest, Asked: var asked } && other.Advice is { Nearest: { } known }
            ? nearest != known && one.Code == other.Code && NearestName.Find(asked, [known, nearest]) == nearest
            : RankOf(one.Advice) > RankOf(other.Advice);

    private static int RankOf(NameAdvice? advice) => advice switch
    {
        { Nearest: not null } => 2,
        { Known.Count: 0 } => 0,
        _ => 1,
    };

    // Prices that don't hold now aren't taken for those that do, unless the call says when they held.
    private string? NoteOn(CardInUse card, ToolException? unknown)
    {
        if (card.HasTime || card.IsInForce(caller.Now))
        {
            return null;
        }

        var why = unknown is null ? $"no edition of {OneLine.Of(Provider)} that the call names is in force now"
            : $"in {(choices[0].IsInForce(caller.Now) ? "the edition in force," : "the edition of")} {choices[0].Edition}, {ReasonOf(unknown)}";
        var when = card.Rates.EffectiveFrom > caller.Now ? "hasn't started yet" : $"ended on {PeriodText.Of(card.Rates.EffectiveUntil!.Value)}";
        return $"{why}; this is the edition of {card.Edition}, which {when}";
    }

    // Without its advice, which is no longer needed.
    private static string ReasonOf(ToolException unknown) => OneLine.Of(unknown.Message.Split("; ")[0]);

    private static EditionsInUse Choose(IReadOnlyList<CardInUse> editions, DateTimeOffset? time, Caller caller)
    {
        if (time is { } moment)
        {
            return new(editions, [InForce(editions, moment)], caller);
        }

        // Whoever names one card means it, whenever it is in force.
        var started = new List<CardInUse>();
        for (var i = editions.Count - 1; i >= 0; i--)
        {
            if (editions[i].Rates.EffectiveFrom <= caller.Now)
            {
                started.Add(editions[i]);
            }
        }

        return new(editions, started.Count > 0 ? started : [editions[0]], caller);
    }

    private static CardInUse InForce(IReadOnlyList<CardInUse> editions, DateTimeOffset time)
    {
        if (editions.FirstOrDefault(card => card.IsInForce(time)) is { } inForce)
        {
            return inForce.At(time);
        }

        var (first, last) = (editions[0].Rates, editions[^1].Rates);
        throw ToolException.WrongData(
            "notInForce",
            $"{PeriodText.Of(time)} lies outside the period in which the card of {first.Provider} is in force, {PeriodText.Of(first.EffectiveFrom, last.EffectiveUntil)}; name another card with --card");
    }
}
