namespace TogetherRates.Compiler.Json;

/// <summary>A place in a text by line and column.</summary>
/// <param name="LineIndex">The line, from 0.</param>
/// <param name="ColumnIndex">The UTF-16 code unit in the line, from 0.</param>
public readonly record struct TextPosition(int LineIndex, int ColumnIndex)
{
    /// <summary>The line as people count, from 1.</summary>
    public int Line => LineIndex + 1;

    /// <summary>The column as people count, from 1.</summary>
    public int Column => ColumnIndex + 1;
}

/// <summary>
/// Turns offsets into lines and columns. A line ends with CR LF, LF, CR, U+0085, U+2028 or U+2029, just as in the
/// C# compiler, so that every face of the product names the same place.
/// </summary>
public sealed class LineMap
{
    private readonly List<int> lineStarts = [0];
    private readonly int length;

    /// <summary>Finds the lines of a text.</summary>
    public LineMap(string text)
    {
        length = text.Length;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c > '\r' && c < '\u0085')
            {
                continue;
            }

            bool isBreak = c is '\n' or '\u0085' or '\u2028' or '\u2029'
                || (c is '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (isBreak)
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>The number of lines: one more than there are line breaks.</summary>
    public int LineCount => lineStarts.Count;

    /// <summary>The line and column of an offset.</summary>
    /// <param name="offset">From 0 up to the length of the text, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public TextPosition PositionOf(int offset)
    {
        if (offset < 0 || offset > length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"the text has offsets from 0 to {length}");
        }

        int found = lineStarts.BinarySearch(offset);
        int line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line, offset - lineStarts[line]);
    }
}
