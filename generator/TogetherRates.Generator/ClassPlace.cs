using System.Collections.Immutable;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Generator;

/// <summary>What one card asks for.</summary>
/// <param name="Path">Where the card is.</param>
/// <param name="ClassName">The name of the class that it makes.</param>
/// <param name="Options">How the project wants the class.</param>
/// <param name="IsGuess">Whether the class's name is only a guess.</param>
/// <param name="Edition">Whose prices it has and when they are in force, or null where it doesn't say so.</param>
internal sealed record ClassClaim(string Path, string ClassName, EmissionOptions Options, bool IsGuess, Edition? Edition)
{
    /// <summary>The name of the class with its namespace.</summary>
    public string FullName => Options.Namespace.Length == 0 ? ClassName : Options.Namespace + "." + ClassName;
}

/// <summary>What one card gets.</summary>
/// <param name="Path">Where the card is.</param>
/// <param name="HintName">The name of the generated file, unique in the project in any case of letters.</param>
/// <param name="EditionClass">The nested class of an edition that isn't the newest, or null.</param>
/// <param name="Conflict">What is wrong between the card and another of the same class, or null.</param>
/// <param name="HasClass">Whether there is room for the card's class at all.</param>
internal sealed record ClassPlace(string Path, string HintName, string? EditionClass, string? Conflict, bool HasClass);

/// <summary>A class and its editions.</summary>
/// <param name="ClassName">The name of the class.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Options">How the project wants the class.</param>
/// <param name="Timeline">The editions.</param>
internal sealed record PlacedTimeline(string ClassName, string HintName, EmissionOptions Options, Timeline Timeline);

/// <summary>Who gets which class: one card the class, older editions of it a class nested in it.</summary>
/// <param name="Cards">What each card gets.</param>
/// <param name="Timelines">The editions of each class.</param>
internal sealed record ClassPlaces(EquatableArray<ClassPlace> Cards, EquatableArray<PlacedTimeline> Timelines)
{
    /// <summary>Gives every card a file of its own, and every class to the editions of one provider.</summary>
    /// <param name="claims">What the cards ask for.</param>
    /// <returns>What they get, the same for any order of the claims.</returns>
    public static ClassPlaces Assign(ImmutableArray<ClassClaim> claims)
    {
        var hintNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var places = new List<ClassPlace>();
        var timelines = new List<PlacedTimeline>();

        foreach (var group in claims.GroupBy(claim => claim.FullName, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var claimants = group.OrderBy(claim => claim, Comparer<ClassClaim>.Create(CompareRights)).ToList();
            var editions = EditionsOf(claimants);
            var newest = editions[editions.Count - 1];
            foreach (var claim in claimants)
            {
                var index = editions.IndexOf(claim);
                var editionClass = index < 0 || claim == newest ? null : claim.Edition!.ClassName;
                var name = editionClass is null ? claim.FullName : claim.FullName + "." + editionClass;
                var before = index > 0 ? editions[index - 1] : null;
                places.Add(new(claim.Path, HintNameOf(name, hintNames), editionClass, ConflictOf(claim, index, before, editions[0]), index >= 0));
            }

            var timeline = Timeline.Of(editions.Select(claim => claim.Edition ?? new Edition(string.Empty, new Period(default, null))));
            timelines.Add(new(newest.ClassName, HintNameOf(newest.FullName + ".Editions", hintNames), newest.Options, timeline));
        }

        return new(new([.. places]), new([.. timelines]));
    }

    // A guessed name must not take the class from the card that really makes it.
    private static int CompareRights(ClassClaim left, ClassClaim right)
    {
        var order = left.IsGuess.CompareTo(right.IsGuess);
        order = order != 0 ? order : StartOf(left).CompareTo(StartOf(right));
        return order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);

        static DateTime StartOf(ClassClaim claim) => claim.Edition?.Effective.From ?? DateTime.MaxValue;
    }

    // The claimants that become editions, oldest first: those of the first one's provider, each with a day of its own.
    private static List<ClassClaim> EditionsOf(List<ClassClaim> claimants)
    {
        var editions = new List<ClassClaim> { claimants[0] };
        foreach (var claim in claimants.Skip(1))
        {
            var last = editions[editions.Count - 1];
            if (claim.Edition is { } edition && last.Edition is { } before && !claim.IsGuess
                && edition.Provider == before.Provider && edition.Effective.From > before.Effective.From)
            {
                editions.Add(claim);
            }
        }

        return editions;
    }

    private static string? ConflictOf(ClassClaim claim, int index, ClassClaim? before, ClassClaim owner)
    {
        if (index < 0 && claim.Edition?.Provider != owner.Edition?.Provider)
        {
            return $"the class {claim.FullName} is already made by '{owner.Path}'; give one of the two RateCard items another ClassName or Namespace";
        }

        var earlier = index < 0 ? owner : before;
        return claim.Edition is { } edition && TimelineChecks.FindProblem(earlier?.Edition, edition) is { } problem
            ? problem.Rule.Id + ": " + string.Format(System.Globalization.CultureInfo.InvariantCulture, problem.Rule.MessageFormat, problem.Arguments)
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
