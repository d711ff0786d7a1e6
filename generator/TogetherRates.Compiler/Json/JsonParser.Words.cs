using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Json;

// Numbers, Literals, and whatever else stands without quotes.
internal sealed partial class JsonParser
{
    private static readonly (string Text, JsonKind Kind)[] Literals =
        [("true", JsonKind.True), ("false", JsonKind.False), ("null", JsonKind.Null)];

    private JsonNode ReadWord()
    {
        int start = position;
        if (TryReadUnopenedString(out string value))
        {
            return new JsonString(TextSpan.Between(start, position), value);
        }

        if (NumberSyntax.TryRead(text, start, out NumberSyntax number) && IsWordEnd(number.End))
        {
            position = number.End;
            return new JsonNumber(TextSpan.Between(start, position), strings.Get(text, start, position - start));
        }

        var span = TextSpan.Between(start, WordEnd(start));
        position = span.End;
        foreach ((string literal, JsonKind kind) in Literals)
        {
            if (span.Length == literal.Length && string.CompareOrdinal(text, start, literal, 0, literal.Length) == 0)
            {
                return new JsonLiteral(span, kind);
            }
        }

        // A file cut off in a word lacks its closing brackets for the same reason.
        endExcused |= span.End == text.Length;
        Report(span, ExplainNumber(span) ?? ExplainWord(span));
        return new JsonMissing(span);
    }

    /// <summary>How JSON writes what looks like a number; <see langword="null"/> when it doesn't look like one.</summary>
    private string? ExplainNumber(TextSpan span)
    {
        if (text[span.Start] is not ((>= '0' and <= '9') or '-' or '+' or '.') || IsNamedNumber(span))
        {
            return null;
        }

        string word = text.Substring(span.Start, Math.Min(span.Length, LongestExcerpt));
        if (word[0] == '+' && IsNumber(word.Substring(1)))
        {
            return $"a number has no '+' before it; write {word.Substring(1)}";
        }

        string sign = word[0] == '-' ? "-" : "";
        string digits = word.Substring(sign.Length);
        string trimmed = digits.TrimStart('0');
        string withOneZero = trimmed.Length > 0 && trimmed[0] is >= '0' and <= '9' ? trimmed : "0" + trimmed;
        if (digits.Length > 0 && withOneZero != digits && IsNumber(withOneZero))
        {
            string wrong = digits[0] == '.' ? "has a digit before its point" : "has no extra zeros before it";
            return $"a number {wrong}; write {sign}{withOneZero}";
        }

        int point = digits.IndexOf('.');
        if (point > 0 && (point + 1 == digits.Length || digits[point + 1] is 'e' or 'E') && IsNumber(digits.Remove(point, 1)))
        {
            return $"a number has a digit after its point; add it, or write {sign}{digits.Remove(point, 1)}";
        }

        return $"{Excerpt(span)} is not a number; write plain digits, or put it in double quotes if it is text";
    }

    private string ExplainWord(TextSpan span)
    {
        string found = Excerpt(span);
        if (IsNamedNumber(span))
        {
            return $"JSON has no number {found}; write the number, or leave the property out if there is none";
        }

        foreach ((string literal, _) in Literals)
        {
            bool isPrefix = span.Length >= 2 && span.Length <= literal.Length
                && string.Compare(text, span.Start, literal, 0, span.Length, StringComparison.OrdinalIgnoreCase) == 0;
            if (isPrefix)
            {
                return $"{found} is not a JSON value; write {literal}";
            }
        }

        return $"{found} is not a JSON value; put it in double quotes if it is text";
    }

    private bool IsNamedNumber(TextSpan span)
    {
        string name = span.Length > 9 ? "" : text.Substring(span.Start, span.Length).TrimStart('+', '-');
        return name.Equals("nan", StringComparison.OrdinalIgnoreCase)
            || name.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || name.Equals("infinity", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNumber(string word) => NumberSyntax.TryRead(word, 0, out NumberSyntax number) && number.End == word.Length;

    private bool LooksLikeProperty(int index)
    {
        int end = SkipSpaces(text[index] is '"' or '\'' ? QuotedEnd(index) : WordEnd(index));
        return end < text.Length && text[end] == ':';
    }

    /// <summary>The end of what belongs together at an index; at least one character on.</summary>
    private int WordEnd(int start)
    {
        int end = start + 1;
        while (!IsWordEnd(end))
        {
            end++;
        }

        return end;
    }

    private bool IsWordEnd(int index) =>
        index >= text.Length
        || text[index] is '{' or '}' or '[' or ']' or ',' or ':' or ';' or '"' or '\''
        || IsSpace(text[index])
        || IsCommentStart(index);
}
