using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Generator;

/// <summary>A card, the class that it becomes and the file that the class goes to: all that emission depends on.</summary>
/// <param name="Class">The class.</param>
/// <param name="Place">The file.</param>
internal sealed record PlacedCard(CardClass Class, ClassPlace Place)
{
    /// <summary>Writes the C#.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The file.</returns>
    public GeneratedFile Emit(CancellationToken cancellation) => new(Place.HintName, TextOf(cancellation));

    private string TextOf(CancellationToken cancellation)
    {
        var error = Class.Error ?? (Place.Conflict is { } conflict ? ReadCard.AtStart(Place.Path, conflict) : null);
        if (!Place.HasClass)
        {
            // A second class of the same name would only add errors about each of its members.
            return CSharpEmitter.EmitError(error ?? ReadCard.AtStart(Place.Path, "another rate card makes the same class"));
        }

        var options = Class.Options with { EditionClass = Place.EditionClass };
        return error is null
            ? CSharpEmitter.Emit(Class.Read.Card!, options, cancellation)
            : CSharpEmitter.EmitInvalid(Class.Read.Card, Class.Name, options, error);
    }
}

/// <summary>A file of C#.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">What is in it.</param>
internal sealed record GeneratedFile(string HintName, string Text);
