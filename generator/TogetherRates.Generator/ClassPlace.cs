using System.Collections.Immutable;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Generator;

/// <summary>What one card asks for.</summary>
/// <param name="Path">Where the card is.</param>
/// <param name="FullName">The class that it makes.</param>
/// <param name="IsGuess">Whether the class's name is only a guess.</param>
internal sealed record ClassClaim(string Path, string FullName, bool IsGuess);

/// <summary>What one card gets.</summary>
/// <param name="Path">Where the card is.</param>
/// <param name="HintName">The name of the generated file, unique in the project in any case of letters.</param>
/// <param name="TakenBy">The card that makes the same class and comes first, or null.</param>
internal sealed record ClassPlace(string Path, string HintName, string? TakenBy)
{
    /// <summary>Gives every card a file of its own, and every class to one card.</summary>
    /// <param name="claims">What the cards ask for.</param>
    /// <returns>What they get, the same for any order of the claims.</returns>
    public static EquatableArray<ClassPlace> Assign(ImmutableArray<ClassClaim> claims)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var hintNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var places = new List<ClassPlace>();

        // A guessed name must not take the class from the card that really makes it.
        foreach (var claim in claims.OrderBy(claim => claim.IsGuess).ThenBy(claim => claim.Path, StringComparer.Ordinal))
        {
            // No namespace and no class has a hyphen in its name, so a numbered file never meets another class's.
            var name = claim.FullName.Replace("@", string.Empty);
            var hintName = name;
            for (var number = 2; !hintNames.Add(hintName); number++)
            {
                hintName = name + "-" + number;
            }

            var isTaken = owners.TryGetValue(claim.FullName, out var owner);
            if (!isTaken)
            {
                owners.Add(claim.FullName, claim.Path);
            }

            places.Add(new(claim.Path, hintName + ".g.cs", owner));
        }

        return new([.. places]);
    }
}
