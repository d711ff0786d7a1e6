using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TogetherRates.Generator;

/// <summary>A file that is a card, without anything of the compiler's.</summary>
/// <param name="Settings">What the project says about it.</param>
/// <param name="Text">What is in it.</param>
internal sealed record CardFile(CardSettings Settings, CardText Text)
{
    /// <summary>Takes what a card is made of from an additional file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What the project says.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The card's file, or null when it isn't a card.</returns>
    public static CardFile? Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        var said = options.GetOptions(file);
        return CardSettings.IsRateCard(said)
            ? new(CardSettings.Of(file.Path, said, options.GlobalOptions), CardText.Of(file, cancellation))
            : null;
    }
}
