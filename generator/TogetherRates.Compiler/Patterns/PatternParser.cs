using System.Globalization;

namespace TogetherRates.Compiler.Patterns;

/// <summary>
/// Reads a regular expression: <c>.</c>, classes, <c>\d \w \s</c> of ASCII, groups, alternatives, <c>? * + {m,n}</c> and anchors. What would
/// need backtracking isn't known at all, so that no pattern can be slow.
/// </summary>
internal sealed class PatternParser
{
    private const int MaxRepetitions = 200;

    private readonly string text;
    private readonly bool ignoreCase;
    private int position;
    private string? error;

    private PatternParser(string text, bool ignoreCase)
    {
        this.text = text;
        this.ignoreCase = ignoreCase;
    }

    private bool IsAtEnd => position >= text.Length;

    /// <summary>Reads a regular expression.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="ignoreCase">Whether letters of ASCII match in either case.</param>
    /// <param name="error">What is wrong, where, and what to do.</param>
    /// <returns>The tree, or null.</returns>
    public static PatternNode? Parse(string text, bool ignoreCase, out string? error)
    {
        var parser = new PatternParser(text, ignoreCase);
        var node = parser.ReadChoice();
        if (node is not null && !parser.IsAtEnd)
        {
            node = parser.Fail(parser.position, "')' closes no group; write '\\)' for the character");
        }
        else if (node?.Size > Limits.PatternSize)
        {
            node = parser.Fail(0, TooLarge);
        }

        error = parser.error;
        return node;
    }

    private static string TooLarge =>
        $"written out, the repetitions make more than {Limits.PatternSize.ToString("#,0", CultureInfo.InvariantCulture)} states; let them be fewer, or without an upper limit as in '*'";

    private PatternNode? ReadChoice()
    {
        var choices = new List<PatternNode>();
        do
        {
            if (ReadSequence() is not { } sequence)
            {
                return null;
            }

            choices.Add(sequence);
        }
        while (Take('|'));
        return choices.Count == 1 ? choices[0] : new PatternNode.Choice(choices);
    }

    private PatternNode.Sequence? ReadSequence()
    {
        var items = new List<PatternNode>();
        while (!IsAtEnd && text[position] is not ('|' or ')'))
        {
            var start = position;
            if (ReadAtom() is not { } atom || ReadRepetition(atom, start) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new PatternNode.Sequence(items);
    }

    private PatternNode? ReadAtom()
    {
        var start = position;
        var c = CodePoints.At(text, position, out var length);
        position += length;
        switch (c)
        {
            case '(':
                return ReadGroup(start);
            case '[':
                return ReadClass(start);
            case '.':
                return new PatternNode.Set(CharSet.Any);
            case '^':
                return new PatternNode.Start();
            case '$':
                return new PatternNode.End();
            case '\\':
                return ReadEscape(start) is { } escaped ? SetOf(escaped) : null;
            case '?' or '*' or '+':
                return Fail(start, $"there is nothing before '{(char)c}' that it could repeat; write '\\{(char)c}' for the character");
            case ']' or '{' or '}':
                return Fail(start, $"'{(char)c}' stands alone; write '\\{(char)c}' for the character");
            default:
                return SetOf(CharSet.Of(c));
        }
    }

    private PatternNode? ReadGroup(int start)
    {
        if (Take('?') && !Take(':'))
        {
            return Fail(start, "'(?' starts no group that is known but '(?:'; there are no look-arounds, names or options");
        }

        return ReadChoice() is not { } inner ? null
            : Take(')') ? inner
            : Fail(start, "this '(' is never closed; add ')', or write '\\(' for the character");
    }

    private PatternNode? ReadRepetition(PatternNode item, int start)
    {
        var at = position;
        if (!ReadCount(out var least, out var most))
        {
            return error is null ? item : null;
        }

        if (item is PatternNode.Start or PatternNode.End)
        {
            return Fail(start, $"'{text[start]}' is a place, which can't be repeated; write '\\{text[start]}' for the character");
        }

        var repeated = new PatternNode.Repeat(item, least, most);
        return repeated.Size > Limits.PatternSize ? Fail(at, TooLarge)
            : !IsAtEnd && text[position] is '?' or '*' or '+' or '{' ? Fail(position, $"'{text[position]}' follows a repetition; put what it is to repeat in parentheses")
            : repeated;
    }

    private bool ReadCount(out int least, out int? most)
    {
        (least, most) = (0, null);
        if (Take('?'))
        {
            most = 1;
            return true;
        }

        if (Take('*'))
        {
            return true;
        }

        if (Take('+'))
        {
            least = 1;
            return true;
        }

        var start = position;
        if (!Take('{'))
        {
            return false;
        }

        var from = ReadNumber();
        var isRange = Take(',');
        var upTo = isRange ? ReadNumber() : from;
        if (from is null || !Take('}'))
        {
            Fail(start, "'{' has to be a number of repetitions as in {3}, {3,} or {3,5}; write '\\{' for the character");
            return false;
        }

        if (from > MaxRepetitions || upTo > MaxRepetitions)
        {
            Fail(start, $"at most {MaxRepetitions} repetitions can be counted; use '*' or '+' for any number");
            return false;
        }

        if (upTo < from)
        {
            Fail(start, $"{{{from},{upTo}}} asks for at least {from} and at most {upTo}; swap the two");
            return false;
        }

        (least, most) = (from.Value, upTo);
        return true;
    }

    private int? ReadNumber()
    {
        int? number = null;
        while (!IsAtEnd && text[position] is >= '0' and <= '9')
        {
            number = Math.Min(((number ?? 0) * 10) + text[position] - '0', MaxRepetitions + 1);
            position++;
        }

        return number;
    }

    private PatternNode? ReadClass(int start)
    {
        var isNegated = Take('^');
        var sets = new List<CharSet>();
        while (!IsAtEnd && text[position] != ']')
        {
            if (ReadClassItem() is not { } item)
            {
                return null;
            }

            sets.Add(item);
        }

        if (!Take(']'))
        {
            return Fail(start, "this '[' is never closed; add ']', or write '\\[' for the character");
        }

        if (sets.Count == 0)
        {
            return Fail(start, "this class has no characters; write '\\]' for the bracket, and '.' for any character");
        }

        // Letters get their other case before the class is turned round, or [^a] would match 'A'.
        return SetOf(CharSet.Union(sets), isNegated);
    }

    private CharSet? ReadClassItem()
    {
        var start = position;
        if (ReadClassCharacters() is not { } first)
        {
            return null;
        }

        // A dash before the closing bracket is a dash.
        if (position + 1 >= text.Length || text[position] != '-' || text[position + 1] == ']')
        {
            return first;
        }

        position++;
        if (ReadClassCharacters() is not { } last)
        {
            return null;
        }

        if (first.Single is not { } from || last.Single is not { } upTo)
        {
            Fail(start, "a range goes from one character to another; write '\\-' for the dash");
            return null;
        }

        if (from > upTo)
        {
            Fail(start, $"the range from '{char.ConvertFromUtf32(from)}' to '{char.ConvertFromUtf32(upTo)}' is the wrong way round; swap the two");
            return null;
        }

        return CharSet.Of([(from, upTo)]);
    }

    private CharSet? ReadClassCharacters()
    {
        var start = position;
        var c = CodePoints.At(text, position, out var length);
        position += length;
        if (c == '[')
        {
            Fail(start, "classes don't stand in each other; write '\\[' for the character");
            return null;
        }

        return c == '\\' ? ReadEscape(start) : CharSet.Of(c);
    }

    private CharSet? ReadEscape(int start)
    {
        var c = IsAtEnd ? '\0' : text[position++];
        switch (c)
        {
            case 'd':
                return CharSet.Digits;
            case 'D':
                return CharSet.Digits.Negate();
            case 'w':
                return CharSet.Words;
            case 'W':
                return CharSet.Words.Negate();
            case 's':
                return CharSet.Spaces;
            case 'S':
                return CharSet.Spaces.Negate();
            case > ' ' and <= '~' when !CharSet.Words.Contains(c):
                return CharSet.Of(c);
            case '\0':
                Fail(start, "'\\' has nothing after it; write '\\\\' for the character");
                return null;
            default:
                var why = c is >= '0' and <= '9' ? "groups aren't remembered" : "known are \\d \\D \\w \\W \\s \\S, and '\\' before a sign such as '\\.'";
                Fail(start, $"'\\{c}' isn't known; {why}");
                return null;
        }
    }

    private PatternNode.Set SetOf(CharSet characters, bool isNegated = false)
    {
        var set = ignoreCase ? characters.InBothCases() : characters;
        return new(isNegated ? set.Negate() : set);
    }

    private bool Take(char c)
    {
        if (IsAtEnd || text[position] != c)
        {
            return false;
        }

        position++;
        return true;
    }

    private PatternNode? Fail(int index, string what)
    {
        error = $"at character {(index + 1).ToString(CultureInfo.InvariantCulture)}, {what}";
        return null;
    }
}
