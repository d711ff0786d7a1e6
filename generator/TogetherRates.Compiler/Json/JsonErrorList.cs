namespace TogetherRates.Compiler.Json;

/// <summary>Collects the errors of one text, up to <see cref="JsonReader.MaxErrors"/>.</summary>
internal sealed class JsonErrorList
{
    private readonly List<(JsonError Error, bool IsGuess)> errors = [];
    private JsonError? last;

    public int Count => errors.Count;

    /// <summary>Whether the error that ends the list is there; nothing is added after it.</summary>
    public bool IsClosed => last is not null;

    /// <summary>Adds an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="isGuess">Whether a quote left out earlier or later on the same line would explain it better.</param>
    public void Add(JsonError error, bool isGuess)
    {
        if (IsClosed)
        {
            return;
        }

        if (errors.Count < JsonReader.MaxErrors)
        {
            errors.Add((error, isGuess));
        }
        else
        {
            last = new JsonError(
                JsonErrorKind.Syntax, error.Span, $"more errors are not listed; mend the first {JsonReader.MaxErrors}, then check again");
        }
    }

    /// <summary>Adds the error after which reading stops.</summary>
    public void AddLast(JsonError error) => last ??= error;

    /// <summary>Takes back the errors after the first <paramref name="count"/>: the text is about to be read in another way.</summary>
    public void TakeBack(int count)
    {
        if (count < errors.Count)
        {
            errors.RemoveRange(count, errors.Count - count);
        }
    }

    /// <summary>Takes back the guesses at or after an offset: the true reason has been found.</summary>
    public void TakeBackGuesses(int from) => errors.RemoveAll(entry => entry.IsGuess && entry.Error.Span.Start >= from);

    /// <summary>The errors by their place in the text.</summary>
    public IReadOnlyList<JsonError> ToSortedList()
    {
        IEnumerable<JsonError> sorted = errors.Select(entry => entry.Error).Distinct().OrderBy(error => error.Span.Start);
        return last is null ? [.. sorted] : [.. sorted, last];
    }
}
