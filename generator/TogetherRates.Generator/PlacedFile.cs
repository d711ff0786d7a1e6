using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Generator;

/// <summary>A file of C# with its place in the project: all that emission depends on.</summary>
/// <param name="HintName">The name of the file, unique in the project in any case of letters.</param>
internal abstract record PlacedFile(string HintName)
{
    /// <summary>Writes the C#.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The C#.</returns>
    public abstract CSharpText Emit(CancellationToken cancellation);
}

/// <summary>The file of a card.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Class">The class that the card becomes.</param>
/// <param name="EditionClass">The nested class of an edition that isn't the newest, or null.</param>
/// <param name="Conflict">What is wrong between the card and another of the same class, or null.</param>
/// <param name="HasClass">Whether there is room for the card's class at all.</param>
internal sealed record PlacedCard(string HintName, CardClass Class, string? EditionClass, string? Conflict, bool HasClass) : PlacedFile(HintName)
{
    /// <inheritdoc/>
    public override CSharpText Emit(CancellationToken cancellation)
    {
        var error = Class.Error ?? (Conflict is null ? null : ReadCard.AtStart(Class.Read.Path, Conflict));
        if (!HasClass)
        {
            // A second class of the same name would only add errors about each of its members.
            return CSharpEmitter.EmitError(error ?? ReadCard.AtStart(Class.Read.Path, "another rate card makes the same class"));
        }

        var options = Class.Options with { EditionClass = EditionClass };
        return error is null
            ? CSharpEmitter.Emit(Class.Read.Card!, options, cancellation)
            : CSharpEmitter.EmitInvalid(Class.Read.Card, Class.Name, options, error);
    }
}

/// <summary>The file that tells the editions of a class apart.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="ClassName">The name of the class.</param>
/// <param name="Options">How the project wants the class.</param>
/// <param name="Timeline">The editions.</param>
internal sealed record PlacedTimeline(string HintName, string ClassName, EmissionOptions Options, Timeline Timeline) : PlacedFile(HintName)
{
    /// <inheritdoc/>
    public override CSharpText Emit(CancellationToken cancellation) => CSharpEmitter.EmitTimeline(Timeline, ClassName, Options);
}
