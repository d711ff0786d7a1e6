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
                throw CardInUse.Invalid(new CardFile(name, card.OfSet.Text, null), first, string.Join(' ', names));
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
                if (first is not null)
                {
                    // The reason without its advice, which is no longer needed.
                    var reason = OneLine.Of(first.Message.Split("; ")[0]);
                    caller.Terminal.Error.WriteLine(
                        $"note: in the edition in force, {choices[0].Edition}, {reason}; this is the edition of {card.Edition}, which ended on {PeriodText.Of(card.Rates.EffectiveUntil!.Value)}");
                }

                return answer;
            }
            catch (ToolException unknown) when (unknown.IsUnknownName)
            {
                first ??= unknown;
                best = best is null || AdviceOf(unknown) > AdviceOf(best) ? unknown : best;
            }
        }

        throw best!;
    }

    // The name that was meant says more than all names there are, and those more than that there are none.
    private static int AdviceOf(ToolException unknown) =>
        unknown.Message.Contains("did you mean", StringComparison.Ordinal) ? 2
        : unknown.Message.EndsWith("there are none", StringComparison.Ordinal) ? 0
        : 1;

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
