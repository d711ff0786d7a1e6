namespace TogetherRates.Compiler.Json;

/// <summary>Collects the errors of one text, up to <see cref="JsonReader.MaxErrors"/>.</summary>
internal sealed class JsonErrorList
{
    private readonly List<JsonError> errors = [];
    private JsonError? last;

    public int Count => errors.Count;

    /// <summary>Whether the error that ends the list is there; nothing is added after it.</summary>
    public bool IsClosed => last is not null;

    /// <summary>Adds an error, or the one that says that there are more.</summary>
    public void Add(JsonError error)
    {
        if (IsClosed)
        {
            return;
        }

        if (errors.Count < JsonReader.MaxErrors)
        {
            errors.Add(error);
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

    /// <summary>The errors by their place in the text. Two brackets missing at one place make one error.</summary>
    public IReadOnlyList<JsonError> ToSortedList() => errors.Count == 0 && last is null ? [] : Sorted();

    private List<JsonError> Sorted()
    {
        IEnumerable<JsonError> sorted = errors.Distinct().OrderBy(error => error.Span.Start);
        return last is null ? [.. sorted] : [.. sorted, last];
    }
}
