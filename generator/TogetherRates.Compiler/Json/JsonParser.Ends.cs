using System.Text;

namespace TogetherRates.Compiler.Json;

// Where a child or a whole container ends: commas, and the brackets that close.
internal sealed partial class JsonParser
{
    /// <summary>Whether the innermost container ends here, for good or by a mistake. Skips commas and brackets that are too many.</summary>
    /// <param name="close">The bracket that ends the container.</param>
    /// <param name="comma">Where the comma before the position is, if there is one.</param>
    private bool AtClose(char close, ref int comma)
    {
        while (true)
        {
            SkipTrivia();
            if (AtEnd)
            {
                ReportUnclosed();
                return true;
            }

            char c = text[position];
            if (c is '}' or ']')
            {
                if (IsTooMany(c, close))
                {
                    SkipBracket(out comma);
                    continue;
                }

                Close(close, comma);
                return true;
            }

            if (c is not (',' or ';'))
            {
                return false;
            }

            Report(new TextSpan(position, 1), $"there is nothing before this '{c}'; remove it");
            position++;
            comma = None;
        }
    }

    /// <summary>Takes the comma after a property, and returns where it is; what stands there instead is reported.</summary>
    private int ReadCommaAfterProperty(JsonNode value)
    {
        bool excused = commaExcused;
        bool reported = value is JsonMissing;
        commaExcused = false;
        while (true)
        {
            SkipTrivia();
            if (AtEnd)
            {
                return None;
            }

            char c = text[position];
            switch (c)
            {
                case ',':
                    return position++;
                case ';':
                    ReportSemicolon();
                    return None;
                case '}' or ']':
                case '{' when OuterBracket == '[':
                    return None;
                case ':':
                    ReportUnexpected(new TextSpan(position, 1), reported);
                    position++;
                    break;
                case '{' or '[':
                    ReportUnexpected(new TextSpan(position, 1), reported);
                    ReadValue();
                    break;
                case '"' or '\'' when reported && !LooksLikeProperty(position):
                    ReadString(isName: false, out _);
                    break;
                default:
                    if (c is '"' or '\'' || LooksLikeProperty(position))
                    {
                        ReportMissingComma(value.Span.End, "property", excused);
                        return None;
                    }

                    var word = TextSpan.Between(position, WordEnd(position));
                    ReportUnexpected(word, reported);
                    position = word.End;
                    break;
            }

            reported = true;
        }
    }

    /// <summary>Takes the comma after an item, and returns where it is; what stands there instead is reported.</summary>
    private int ReadCommaAfterItem(JsonNode item, ref bool namesReported)
    {
        bool excused = commaExcused;
        bool reported = item is JsonMissing;
        commaExcused = false;
        while (true)
        {
            SkipTrivia();
            if (AtEnd)
            {
                return None;
            }

            switch (text[position])
            {
                case ',':
                    return position++;
                case ';':
                    ReportSemicolon();
                    return None;
                case '}' or ']':
                    return None;
                case ':':
                    if (!reported && !namesReported)
                    {
                        Report(
                            new TextSpan(position, 1),
                            $"an array has no property names; write '{{' for the '[' on line {LineOf(open[depth - 1].Start)} and '}}' for its ']', or remove the name");
                    }

                    namesReported = true;
                    position++;
                    SkipTrivia();
                    if (AtValue)
                    {
                        ReadValue();
                    }

                    break;
                default:
                    if (reported && text[position] is not ('"' or '\'' or '{' or '['))
                    {
                        position = WordEnd(position);
                        break;
                    }

                    ReportMissingComma(item.Span.End, "item", excused);
                    return None;
            }
        }
    }

    private void ReportMissingComma(int end, string what, bool excused)
    {
        if (!excused)
        {
            Report(new TextSpan(end, 0), $"expected ',' before the next {what}; add one after the value that ends here");
        }
    }

    private void ReportSemicolon() =>
        Report(new TextSpan(position++, 1), "values are separated by ',' and not by ';'");

    private void ReportUnexpected(TextSpan span, bool reported)
    {
        if (!reported)
        {
            Report(span, $"expected ',' or '}}' after the value, but found {Excerpt(span)}");
        }
    }

    /// <summary>Ends the innermost container where its last child ends, and lets the one around it read on from there.</summary>
    private void CloseBefore(char close, int end, int errorsAtEnd)
    {
        position = end;
        errors.TakeBack(errorsAtEnd);
        commaExcused = true;
        SurplusOf(close)++;
        Report(new TextSpan(end, 0), $"expected '{close}' here, to close {InnermostContainer()}");
    }

    /// <summary>Whether a bracket at the position closes nothing: neither this container nor, by a mistake, another one.</summary>
    private bool IsTooMany(char bracket, char close) => bracket == close
        ? depth == 1 && SkipSpaces(position + 1) is int next && next < text.Length && text[next] is ',' or '"' && SurplusOf(bracket) > 0
        : SurplusOf(bracket) > 0 && SurplusOf(close) >= 0;

    private void SkipBracket(out int comma)
    {
        char bracket = text[position];
        SurplusOf(bracket)--;
        Report(new TextSpan(position, 1), $"the file has more '{bracket}' than '{(bracket == '}' ? '{' : '[')}'; remove this one, or open what it is to close");
        position++;
        SkipTrivia();
        comma = At(',') ? position++ : None;
    }

    /// <summary>Ends the innermost container at a bracket, which may be the wrong one.</summary>
    private void Close(char close, int comma)
    {
        char found = text[position];
        var span = new TextSpan(position, 1);
        if (found == close)
        {
            position++;
            if (comma != None)
            {
                Report(new TextSpan(comma, 1), $"nothing follows this comma but '{close}'; remove it");
            }
        }
        else if (SurplusOf(found) <= 0 && IsOpen(found == '}' ? '{' : '['))
        {
            SurplusOf(close)++;
            Report(span, $"expected '{close}' before this '{found}', to close {InnermostContainer()}");
        }
        else
        {
            SurplusOf(close)++;
            SurplusOf(found)--;
            Report(span, $"expected '{close}' and not '{found}', to close {InnermostContainer()}");
            position++;
        }
    }

    private void ReportUnclosed()
    {
        if (endExcused)
        {
            return;
        }

        int end = text.Length;
        while (IsSpace(text[end - 1]))
        {
            end--;
        }

        var closing = new StringBuilder();
        for (int i = depth - 1; i >= 0; i--)
        {
            closing.Append(open[i].Bracket == '{' ? '}' : ']');
        }

        endExcused = true;
        Report(new TextSpan(end, 0), $"the file ends inside {InnermostContainer()}; add '{closing}' to close all that is open");
    }

    private string InnermostContainer()
    {
        (int start, char bracket) = (open[depth - 1].Start, open[depth - 1].Bracket);
        return $"the {(bracket == '{' ? "object" : "array")} that starts on line {LineOf(start)}";
    }

    private bool IsOpen(char bracket)
    {
        for (int i = 0; i < depth; i++)
        {
            if (open[i].Bracket == bracket)
            {
                return true;
            }
        }

        return false;
    }
}
