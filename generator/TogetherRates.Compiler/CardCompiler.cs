using TogetherRates.Compiler.Checking;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler;

/// <summary>The way from a card's text to a checked card: the one that the build, the editor and the command line share.</summary>
public static class CardCompiler
{
    /// <summary>Reads and checks a card.</summary>
    /// <param name="text">The text of a <c>.ratecard.json</c> file.</param>
    /// <param name="cancellation">Stops the work; the only exception that can come out is the one that says so.</param>
    /// <returns>The card, and everything that is wrong with it.</returns>
    public static CardReading Read(string text, CancellationToken cancellation = default)
    {
        var document = JsonReader.Read(text, cancellation);
        var problems = new ProblemList(document);
        var card = CardReader.Read(document, problems);

        // What a text that was not read to its end lacks may stand in the rest.
        if (document.Errors.Count > 0 && StopsEarly(document))
        {
            return new CardReading(card, new ProblemList(document).InTextOrder());
        }

        // A card that can't be read whole is not checked: half of it would only produce echoes of the first mistake.
        if (card is not null && !problems.HasErrors)
        {
            cancellation.ThrowIfCancellationRequested();
            CardChecks.Run(card, problems, cancellation);
        }

        return new CardReading(card, problems.InTextOrder());
    }

    private static bool StopsEarly(JsonDocument document) => document.Errors.Any(error => error.Kind is JsonErrorKind.TooDeep or JsonErrorKind.TooLarge);
}
