using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Checking;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Marks the members of models that are on their way out, so that the compiler warns where they are used.</summary>
internal static class ObsoleteEmitter
{
    /// <summary>Writes the attribute, if the model needs one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The model.</param>
    public static void Emit(SourceWriter writer, Model model)
    {
        if (model.Retirement is not { } retirement)
        {
            return;
        }

        var deprecated = retirement.Deprecated is { } since ? " is deprecated since " + TimeChecks.Format(since) : string.Empty;
        var removed = retirement.Removed is { } end ? (deprecated.Length > 0 ? " and" : string.Empty) + " will be removed on " + TimeChecks.Format(end) : string.Empty;
        var advice = retirement.Replacement is { } id ? $"; use '{id}' instead" : string.Empty;
        writer.Line(
            $"[global::System.Obsolete({Literal.String($"'{model.Id}'{deprecated}{removed}{advice}.")}, DiagnosticId = \"{Rules.DeprecatedModel.Id}\", "
            + $"UrlFormat = {Literal.String(Rules.DeprecatedModel.HelpPage.ToString())})]");
    }
}
