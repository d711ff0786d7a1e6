using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TogetherRates.Generator;

/// <summary>A card's file.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Content">What is in it, or null when it can't be read.</param>
internal sealed record CardText(string Path, CardContent? Content)
{
    /// <summary>Takes the text out of a file, so that nothing of the compiler's stays in the pipeline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The text.</returns>
    public static CardText Of(AdditionalText file, CancellationToken cancellation) =>
        new(file.Path, file.GetText(cancellation) is { } source ? CardContent.Of(source) : null);

    /// <summary>Each file once, in an order that doesn't depend on the project's.</summary>
    /// <param name="texts">The files as the project lists them.</param>
    /// <returns>The files, by path.</returns>
    public static IEnumerable<CardText> Distinct(ImmutableArray<CardText> texts) => texts
        .GroupBy(text => text.Path, StringComparer.Ordinal)
        .Select(group => group.First())
        .OrderBy(text => text.Path, StringComparer.Ordinal);
}
