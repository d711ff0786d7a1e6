using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TogetherRates.Generator;

/// <summary>A file that is a card, without anything of the compiler's.</summary>
/// <param name="Settings">What the project says about it.</param>
/// <param name="Content">What is in it, or null when it can't be read.</param>
internal sealed record CardFile(CardSettings Settings, CardContent? Content)
{
    /// <summary>Takes what a card is made of from an additional file, so that nothing of the compiler's stays in the pipeline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What the project says.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The card's file; none when it isn't a card.</returns>
    public static ImmutableArray<CardFile> Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        var said = options.GetOptions(file);
        if (!CardSettings.IsRateCard(said))
        {
            return ImmutableArray<CardFile>.Empty;
        }

        var content = file.GetText(cancellation) is { } source ? CardContent.Of(source) : null;
        return ImmutableArray.Create(new CardFile(CardSettings.Of(file.Path, said, options.GlobalOptions), content));
    }
}
