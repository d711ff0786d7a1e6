using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Generator;

/// <summary>What a card's text says. It knows no place in the text unless there is a mistake to point at.</summary>
/// <param name="Path">Where the card is.</param>
/// <param name="Card">The card; as far as it could be read when there is an error.</param>
/// <param name="Error">The first mistake, or null when the card may be compiled.</param>
internal sealed record ReadCard(string Path, Card? Card, ErrorDirective? Error)
{
    // The furthest line and column that a #line directive can name, with one more column for the end of the span.
    private const int LastLine = 0xFEEFED;
    private const int LastColumn = 0xFFFF;

    /// <summary>Reads a card.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="content">What is in its file, or null when that can't be read.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The card or its first mistake.</returns>
    public static ReadCard Of(string path, CardContent? content, CancellationToken cancellation)
    {
        if (content is null)
        {
            return new(path, null, AtStart(path, "the rate card can't be read; check that it is there, that it is a file and not a directory, and that it may be opened"));
        }

        var reading = content.Read(cancellation);
        var error = reading.FirstError is { } problem ? At(path, content.Text, problem) : null;
        return new(path, reading.Card, error);
    }

    /// <summary>An error about a card as a whole.</summary>
    /// <param name="path">Where the card is.</param>
    /// <param name="message">What to say.</param>
    /// <returns>The error, at the start of the file.</returns>
    public static ErrorDirective AtStart(string path, string message) => new(path, 1, 1, 1, 1, message);

    private static ErrorDirective At(string path, string content, Problem problem)
    {
        var lines = new LineMap(content);
        var start = lines.PositionOf(problem.Span.Start);
        var end = lines.PositionOf(problem.Span.End);
        var message = problem.Rule.Id + ": " + problem.Message;
        if (start.Line > LastLine || start.Column > LastColumn)
        {
            message += $" (line {start.Line}, column {start.Column})";
        }

        return new(
            path,
            Math.Min(start.Line, LastLine),
            Math.Min(start.Column, LastColumn),
            Math.Min(end.Line, LastLine),
            Math.Min(end.Column, LastColumn),
            message);
    }
}
