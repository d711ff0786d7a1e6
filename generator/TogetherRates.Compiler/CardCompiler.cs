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
    public static CardReading Read(string text, CancellationToken cancellation = default) => Judge(ReadPrices(text, cancellation), text, cancellation);

    /// <summary>Reads a card and finds what stops it from being compiled. It doesn't judge the prices: no code depends on that.</summary>
    /// <inheritdoc cref="Read"/>
    /// <returns>The card, and what is wrong with it but for prices that are hardly meant.</returns>
    public static CardReading ReadPrices(string text, CancellationToken cancellation = default)
    {
        var document = JsonReader.Read(text, cancellation);
        var problems = new ProblemList(document);
        var card = CardReader.Read(document, problems);

        // What a text lacks that was not read to its end may stand in the rest, and what a damaged one has may not be meant.
        if (document.Errors.Count > 0 && StopsEarly(document))
        {
            return new CardReading(card, new ProblemList(document).InTextOrder());
        }

        // Behind a bracket too many or too few all may stand in the wrong object. The first that can't be there shows where that begins; the others are its echoes.
        if (!document.IsBalanced)
        {
            return new CardReading(card, problems.OfSyntaxAndFirst());
        }

        // A card that can't be read whole is not checked: half of it would only produce echoes of the first mistake.
        if (card is not null && !problems.HasErrors)
        {
            cancellation.ThrowIfCancellationRequested();
            CardChecks.Run(card, problems, cancellation);
        }

        return new CardReading(card, problems.InTextOrder());
    }

    /// <summary>Finds prices that can be billed but are hardly meant.</summary>
    /// <param name="reading">What came of <see cref="ReadPrices"/>.</param>
    /// <param name="text">The text that it came of.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The reading, and what is odd in it.</returns>
    public static CardReading Judge(CardReading reading, string text, CancellationToken cancellation = default)
    {
        // A price that is an error would only be called odd as well.
        var findings = reading.IsValid ? PlausibilityChecks.Find(reading.Card!, cancellation) : [];
        if (findings.Count == 0)
        {
            return reading;
        }

        // Few cards get this far, so none keeps what says where in the text its prices stand.
        var problems = new ProblemList(JsonReader.Read(text, cancellation));
        problems.Add(reading.Problems);
        problems.Add(findings);
        return reading with { Problems = problems.InTextOrder() };
    }

    private static bool StopsEarly(JsonDocument document) => document.Errors.Any(error => error.Kind is JsonErrorKind.TooDeep or JsonErrorKind.TooLarge or JsonErrorKind.NotUtf8);
}
