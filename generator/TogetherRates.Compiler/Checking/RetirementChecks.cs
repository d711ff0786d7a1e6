using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>What is on its way out is still here, and what replaces it stays.</summary>
/// <param name="card">The card.</param>
/// <param name="ids">What it prices by id.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class RetirementChecks(Card card, IdIndex ids, ProblemList problems)
{
    // What replaces something, and the number of the walk from one replacement to the next that came by it first.
    private readonly Dictionary<string, int> walks = new(StringComparer.Ordinal);
    private int walk;

    /// <summary>Checks that a model or an offer on its way out is still here, and that what replaces it stays.</summary>
    /// <param name="retirement">When it goes, or null.</param>
    /// <param name="id">The id of the model or the offer.</param>
    /// <param name="path">Where it stands.</param>
    public void Check(Retirement? retirement, string id, CardPath path)
    {
        if (retirement is null)
        {
            return;
        }

        CheckDates(retirement, path.Property("removed"));
        if (retirement.Replacement is { } replacement)
        {
            CheckReplacement(retirement, replacement, id, path.Property("replacement"));
        }
    }

    private void CheckDates(Retirement retirement, CardPath path)
    {
        if (retirement.Removed is not { } removed)
        {
            return;
        }

        if (retirement.Deprecated is { } deprecated && removed < deprecated)
        {
            problems.Add(Rules.RemovedTooEarly, path, CardDate.TextOf(removed), "it is deprecated on " + CardDate.TextOf(deprecated), "swap the dates");
        }
        else if (removed <= card.Effective.From)
        {
            var starts = (removed < card.Effective.From ? "this edition starts on " : "it could be used in this edition, which starts on ") + CardDate.TextOf(card.Effective.From);
            problems.Add(Rules.RemovedTooEarly, path, CardDate.TextOf(removed), starts, "leave the model out of it");
        }
    }

    private void CheckReplacement(Retirement retirement, string replacement, string id, CardPath path)
    {
        if (ids.Find(replacement) is not { } found)
        {
            problems.Add(Rules.NoSuchModel, path, replacement, ids.Advise(replacement));
        }
        else if (WhyNoReplacement(retirement, found, id) is { } why)
        {
            problems.Add(Rules.NoReplacement, path, replacement, id, why);
        }
    }

    private string? WhyNoReplacement(Retirement retirement, PricedId replacement, string id)
    {
        // The variants of a model go with it unless they say otherwise, and then they share what it says.
        if (ReferenceEquals(replacement.Retirement, retirement))
        {
            return replacement.Id == id ? "it is that very model" : "it goes with it";
        }

        if (replacement.Retirement?.Removed is { } removed && removed <= (retirement.Removed ?? retirement.Deprecated))
        {
            var goes = retirement.Removed is { } end ? "removed on " + CardDate.TextOf(end) : "deprecated on " + CardDate.TextOf(retirement.Deprecated!.Value);
            return $"it is removed on {CardDate.TextOf(removed)}, and '{id}' is only {goes}";
        }

        return LeadsBackTo(retirement, replacement) is { } again ? $"one replacement after the other leads back to '{again}'" : null;
    }

    // Each model is come by once, however many lead to it: what comes after it was judged then.
    private string? LeadsBackTo(Retirement start, PricedId replacement)
    {
        walk++;
        for (var next = replacement; next?.Retirement?.Replacement is { } further; next = ids.Find(further))
        {
            if (walks.TryGetValue(next.Id, out var before))
            {
                return before == walk ? next.Id : null;
            }

            walks.Add(next.Id, walk);
            if (ReferenceEquals(next.Retirement, start))
            {
                return next.Id;
            }
        }

        return null;
    }
}
