using System.Globalization;

namespace TogetherRates.Compiler.Json;

/// <summary>
/// Reads JSON (RFC 8259) into nodes that know their place, and goes on after a mistake, so that one reading
/// finds them all. Numbers stay text.
/// </summary>
public static class JsonReader
{
    /// <summary>The deepest nesting of objects and arrays that is read. A rate card needs about ten.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest text that is read, in UTF-16 code units.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>The most errors that are listed; when there are more, one last error says so.</summary>
    public const int MaxErrors = 100;

    /// <summary>Reads a text. A byte order mark at its start is skipped, and counts in the offsets.</summary>
    /// <param name="text">Any text; what is wrong with it is told by <see cref="JsonDocument.Errors"/>.</param>
    /// <param name="cancellation">Looked at now and then while reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static JsonDocument Read(string text, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new TextSpan(0, 0);
        if (text.Length > MaxLength)
        {
            string message = string.Format(
                CultureInfo.InvariantCulture,
                "the file has {0:N0} characters, and a rate card may have {1:N0}; split it into smaller cards",
                text.Length,
                MaxLength);
            return new JsonDocument(text, new JsonMissing(start), [new JsonError(JsonErrorKind.TooLarge, start, message)]);
        }

        // JSON starts with a bracket; a zero beside it is the other half of a wider character.
        if (text.Length > 1 && (text[0] == 0) != (text[1] == 0))
        {
            return new JsonDocument(text, new JsonMissing(start), [NotUtf8(start, "the file seems to be UTF-16 or UTF-32")]);
        }

        var parser = new JsonParser(text, [], cancellation);
        JsonNode root = parser.ReadDocument();
        if (parser.LinesLackingAQuote.Count > 0)
        {
            // Where a quote is missing, the others on its line pair up wrongly. That shows only at the end of the line,
            // so the text is read once more by a reader that knows the line beforehand.
            parser = new JsonParser(text, parser.LinesLackingAQuote, cancellation);
            root = parser.ReadDocument();
        }

        if (text.IndexOf('\uFFFD') is >= 0 and var lost)
        {
            return new JsonDocument(text, root, [NotUtf8(new(lost, 1), "the character U+FFFD stands here, which is what a byte that isn't UTF-8 is read as")]);
        }

        return new JsonDocument(text, root, parser.Errors, isBalanced: parser.Errors.Count == 0 || parser.IsBalanced);
    }

    private static JsonError NotUtf8(TextSpan span, string what) => new(JsonErrorKind.NotUtf8, span, what + "; save the file as UTF-8");
}
