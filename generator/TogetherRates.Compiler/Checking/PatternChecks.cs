using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Patterns;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 4, patterns: no id matches those of two models, and each tells some ids from others.</summary>
internal sealed class PatternChecks
{
    private readonly ProblemList problems;
    private readonly bool ignoreCase;
    private readonly Effort effort;
    private readonly IReadOnlyList<string> ids;
    private readonly List<OwnedPattern> patterns = [];

    private PatternChecks(Card card, ProblemList problems, CancellationToken cancellation)
    {
        this.problems = problems;
        ignoreCase = card.IgnoresCase;
        effort = new Effort(Limits.PatternSteps, cancellation);
        Collect(card);
        ids = [.. CardIds.All(card).SelectMany(priced => priced.Aliases.Prepend(priced.Id)).Select(Fold)];
    }

    /// <summary>Checks the patterns of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Check(Card card, ProblemList problems, CancellationToken cancellation)
    {
        // Most cards have none: what the checks need is not loaded for them.
        if (card.HasPatterns)
        {
            CheckAll(card, problems, cancellation);
        }
    }

    private static void CheckAll(Card card, ProblemList problems, CancellationToken cancellation)
    {
        var checks = new PatternChecks(card, problems, cancellation);
        if (checks.patterns.Count > Limits.Patterns)
        {
            problems.Add(
                Rules.PatternsTooLarge,
                checks.patterns[Limits.Patterns].Path,
                $"the card has {Number(checks.patterns.Count)} patterns, and at most {Number(Limits.Patterns)} can be tried on an id",
                "name ids as aliases, of which there may be any number");
        }
        else if (checks.CheckEach())
        {
            checks.CheckPairs();
        }
    }

    private void Collect(Card card)
    {
        foreach (var section in card.TokenSections)
        {
            var models = CardPlaces.ModelsOf(section);
            foreach (var model in section.Models)
            {
                Add(model.Matches, model.Id, models, model.Id);
                foreach (var variant in model.Variants)
                {
                    Add(variant.Model.Matches, variant.Model.Id, CardPlaces.VariantsOf(models.Property(model.Id)), variant.Label);
                }
            }
        }

        foreach (var section in card.OfferSections)
        {
            foreach (var offer in section.Offers)
            {
                Add(offer.Matches, offer.Id, CardPlaces.OffersOf(section), offer.Id);
            }
        }
    }

    private void Add(EquatableArray<IdPattern> matches, string owner, CardPath parent, string step)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            var prefix = Fold(PatternNode.PrefixOf(matches[i]));
            patterns.Add(new OwnedPattern(patterns.Count, matches[i], owner, parent.Property(step).Property("matches").Item(i), prefix));
        }
    }

    private bool CheckEach()
    {
        var tables = 0;
        foreach (var owned in patterns.Where(owned => owned.Pattern.Kind == IdPatternKind.Regex))
        {
            if (AutomatonOf(owned) is not { } automaton)
            {
                problems.Add(
                    Rules.PatternsTooLarge,
                    owned.Path,
                    effort.IsSpent ? TooMuchEffort : $"{owned.Pattern} needs a table of more than {Number(Limits.PatternStates)} states",
                    "write it with fewer alternatives and repetitions, above all behind what can start anywhere");
                return false;
            }

            tables += automaton.Count * automaton.Classes.Count;
            if (tables > Limits.PatternTables)
            {
                problems.Add(
                    Rules.PatternsTooLarge,
                    owned.Path,
                    $"up to this one, the regular expressions of the card need tables of {Number(tables)} numbers, and there may be {Number(Limits.PatternTables)}",
                    "use prefixes and suffixes, or name ids as aliases");
                return false;
            }

            if (automaton.MatchesNothing)
            {
                problems.Add(Rules.PatternTellsNothing, owned.Path, owned.Pattern.ToString(), "no id", "'^' stands where an id starts and '$' where it ends");
            }
            else if (automaton.IsBlind)
            {
                problems.Add(
                    Rules.PatternTellsNothing,
                    owned.Path,
                    owned.Pattern.ToString(),
                    "ids whatever characters they have, so that ids nobody knows would get this price",
                    "write what the ids have in common");
            }
        }

        return true;
    }

    // In the order of what their ids start with, patterns that can match one id stand behind each other: none that starts otherwise
    // lies between them.
    private void CheckPairs()
    {
        var conflicts = new Dictionary<OwnedPattern, Conflict>();
        var open = new Stack<OwnedPattern>();
        foreach (var owned in patterns.OrderBy(owned => owned.Prefix, StringComparer.Ordinal))
        {
            while (open.Count > 0 && !owned.Prefix.StartsWith(open.Peek().Prefix, StringComparison.Ordinal))
            {
                open.Pop();
            }

            foreach (var other in open.Where(other => other.Owner != owned.Owner))
            {
                var (first, second) = other.Index < owned.Index ? (other, owned) : (owned, other);
                if (!conflicts.ContainsKey(second) && IdOfBoth(first, second) is { } id)
                {
                    conflicts.Add(second, new Conflict(second, first, id));
                }

                if (effort.IsSpent)
                {
                    problems.Add(Rules.PatternsTooLarge, second.Path, TooMuchEffort, "use fewer regular expressions, and let each start with '^' and what its ids start with");
                    return;
                }
            }

            open.Push(owned);
        }

        foreach (var (owned, other, id) in conflicts.Values.OrderBy(conflict => conflict.Owned.Index))
        {
            problems.Add(Rules.PatternsOverlap, owned.Path, owned.Pattern.ToString(), other.Pattern.ToString(), other.Owner, id);
        }
    }

    private string? IdOfBoth(OwnedPattern first, OwnedPattern second)
    {
        if (first.Pattern.Kind == IdPatternKind.Suffix && second.Pattern.Kind == IdPatternKind.Suffix && !EndAlike(Fold(first.Pattern.Text), Fold(second.Pattern.Text)))
        {
            return null;
        }

        if (AutomatonOf(first) is not { } one || AutomatonOf(second) is not { } two || PatternOverlap.Find(one, two, [], ignoreCase, effort) is not { } id)
        {
            return null;
        }

        // An id that stands in the card has its price from there, whatever patterns match it.
        return ids.Contains(Fold(id)) ? PatternOverlap.Find(one, two, [.. ids.Where(known => one.Matches(known) && two.Matches(known))], ignoreCase, effort) : id;
    }

    private static bool EndAlike(string one, string other) => one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);

    private Automaton? AutomatonOf(OwnedPattern owned) => owned.Automaton ??= Automaton.Build(owned.Pattern, ignoreCase, effort);

    private string Fold(string id) => ignoreCase ? AsciiCase.ToLower(id) : id;

    private static string TooMuchEffort => $"the patterns take more than {Number(Limits.PatternSteps)} steps to compare";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    // Two patterns that match one id.
    private sealed record Conflict(OwnedPattern Owned, OwnedPattern Other, string Id);

    private sealed class OwnedPattern(int index, IdPattern pattern, string owner, CardPath path, string prefix)
    {
        public int Index => index;

        public IdPattern Pattern => pattern;

        public string Owner => owner;

        public CardPath Path => path;

        public string Prefix => prefix;

        public Automaton? Automaton { get; set; }
    }
}
