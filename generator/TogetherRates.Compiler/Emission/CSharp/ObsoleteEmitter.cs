using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Marks the members of what is on its way out, so that the compiler warns where they are used.</summary>
internal static class ObsoleteEmitter
{
    /// <summary>Writes the attribute, if a model or an offer needs one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="id">The id.</param>
    /// <param name="retirement">When it goes, or null.</param>
    public static void Emit(SourceWriter writer, string id, Retirement? retirement)
    {
        if (retirement is null)
        {
            return;
        }

        var deprecated = retirement.Deprecated is { } since ? " is deprecated since " + CardDate.TextOf(since) : string.Empty;
        var removed = retirement.Removed is { } end ? (deprecated.Length > 0 ? " and" : string.Empty) + " will be removed on " + CardDate.TextOf(end) : string.Empty;
        var advice = retirement.Replacement is { } other ? $"; use '{other}' instead" : string.Empty;
        writer.Line(
            $"[global::System.Obsolete({Literal.String($"'{id}'{deprecated}{removed}{advice}.")}, DiagnosticId = \"{Rules.DeprecatedModel.Id}\", "
            + $"UrlFormat = {Literal.String(Rules.DeprecatedModel.HelpPage.ToString())})]");
    }
}
