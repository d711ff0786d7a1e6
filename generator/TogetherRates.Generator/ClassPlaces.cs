using System.Collections.Immutable;
using System.Globalization;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;

namespace TogetherRates.Generator;

/// <summary>Who gets which class: one card the class, older editions of it a class nested in it.</summary>
internal static class ClassPlaces
{
    /// <summary>Gives every card a file of its own, every class to the editions of one provider, and every class a file that tells them apart.</summary>
    /// <param name="classes">What the cards become. A card that the project lists twice counts once.</param>
    /// <returns>The files, the same for any order of different cards.</returns>
    public static ImmutableArray<PlacedFile> Assign(ImmutableArray<CardClass> classes)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var claimants = new List<CardClass>(classes.Length);
        foreach (var claimant in classes)
        {
            if (paths.Add(claimant.Read.Path))
            {
                claimants.Add(claimant);
            }
        }

        claimants.Sort(CompareRights);
        var hintNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = ImmutableArray.CreateBuilder<PlacedFile>(2 * claimants.Count);
        for (var start = 0; start < claimants.Count;)
        {
            var end = start + 1;
            while (end < claimants.Count && claimants[end].FullName == claimants[start].FullName)
            {
                end++;
            }

            Place(claimants.GetRange(start, end - start), hintNames, files);
            start = end;
        }

        return files.ToImmutable();
    }

    // A guessed name must not take the class from the card that really makes it.
    private static int CompareRights(CardClass left, CardClass right)
    {
        var order = string.CompareOrdinal(left.FullName, right.FullName);
        order = order != 0 ? order : left.IsGuess.CompareTo(right.IsGuess);
        order = order != 0 ? order : StartOf(left).CompareTo(StartOf(right));
        return order != 0 ? order : string.CompareOrdinal(left.Read.Path, right.Read.Path);

        static DateTime StartOf(CardClass claimant) => claimant.Edition?.Effective.From ?? DateTime.MaxValue;
    }

    // Places the cards that ask for one class, those with the better right to it first.
    private static void Place(List<CardClass> claimants, HashSet<string> hintNames, ImmutableArray<PlacedFile>.Builder files)
    {
        var editions = EditionsOf(claimants);
        var newest = editions[editions.Count - 1];
        var placed = 0;
        foreach (var claimant in claimants)
        {
            var isEdition = placed < editions.Count && ReferenceEquals(editions[placed], claimant);
            var editionClass = isEdition && !ReferenceEquals(claimant, newest) ? claimant.Edition!.ClassName : null;
            var name = editionClass is null ? claimant.FullName : claimant.FullName + "." + editionClass;
            var before = !isEdition ? editions[0] : placed > 0 ? editions[placed - 1] : null;
            var conflict = ConflictOf(claimant, isEdition, before, newest);
            files.Add(new PlacedCard(HintNameOf(name, hintNames), isEdition ? AsVisibleAs(newest, claimant) : claimant, editionClass, conflict, isEdition));
            placed += isEdition ? 1 : 0;
        }

        var timeline = new Edition[editions.Count];
        for (var i = 0; i < timeline.Length; i++)
        {
            timeline[i] = editions[i].Edition ?? new Edition(string.Empty, Period.Unknown);
        }

        var hintName = HintNameOf(newest.FullName + ".Editions", hintNames);
        files.Add(new PlacedTimeline(hintName, newest.Name, newest.Options, new Timeline(new EquatableArray<Edition>(timeline))));
    }

    // One visibility for all parts of the class, so that a card with another one is the only mistake that is told.
    private static CardClass AsVisibleAs(CardClass newest, CardClass edition) => edition.Options.IsPublic == newest.Options.IsPublic
        ? edition
        : edition with { Options = edition.Options with { IsPublic = newest.Options.IsPublic } };

    // The claimants that become editions, oldest first: those of the first one's provider, each with a day of its own.
    private static List<CardClass> EditionsOf(List<CardClass> claimants)
    {
        var editions = new List<CardClass> { claimants[0] };
        for (var i = 1; i < claimants.Count; i++)
        {
            var last = editions[editions.Count - 1];
            if (claimants[i].Edition is { } edition && last.Edition is { } before && !claimants[i].IsGuess
                && edition.Provider == before.Provider && edition.Effective.From > before.Effective.From)
            {
                editions.Add(claimants[i]);
            }
        }

        return editions;
    }

    // What is wrong between a card and the one before it: the edition before, or the first one for a card that doesn't become an edition.
    // All editions are parts of one class, which is as visible as the newest of them.
    private static string? ConflictOf(CardClass claimant, bool isEdition, CardClass? before, CardClass newest)
    {
        if (!isEdition && claimant.Edition?.Provider != before?.Edition?.Provider)
        {
            return $"the class {claimant.FullName} is already made by '{before?.Read.Path}'; give one of the two RateCard items another ClassName or Namespace";
        }

        if (isEdition && claimant.Options.IsPublic != newest.Options.IsPublic)
        {
            var (own, other) = claimant.Options.IsPublic ? ("public", "internal") : ("internal", "public");
            return $"this edition of {claimant.FullName} is {own} but '{newest.Read.Path}', the newest one, is {other}; give both RateCard items the same Visibility";
        }

        return claimant.Edition is { } edition && TimelineChecks.FindProblem(before?.Edition, edition) is { } problem
            ? problem.Rule.Id + ": " + string.Format(CultureInfo.InvariantCulture, problem.Rule.MessageFormat, problem.Arguments)
            : null;
    }

    private static string HintNameOf(string fullName, HashSet<string> hintNames)
    {
        // No namespace and no class has a hyphen in its name, so a numbered file never meets another class's.
        var name = fullName.Replace("@", string.Empty);
        var hintName = name;
        for (var number = 2; !hintNames.Add(hintName); number++)
        {
            hintName = name + "-" + number;
        }

        return hintName + ".g.cs";
    }
}
