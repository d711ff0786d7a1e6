using System.Runtime.CompilerServices;
using System.Text;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes indented C#. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new(4096);
    private int depth;

    /// <summary>How many lines were written.</summary>
    public int LineCount { get; private set; }

    /// <summary>Writes one line.</summary>
    /// <param name="line">The line; empty for a blank one.</param>
    /// <param name="deeper">By how much it stands deeper than the block that it is in.</param>
    public void Line(string line = "", int deeper = 0)
    {
        if (line.Length > 0)
        {
            Indent(deeper).Append(line);
        }

        EndLine();
    }

    /// <summary>Writes one line, part by part.</summary>
    /// <param name="line">The line.</param>
    public void Line([InterpolatedStringHandlerArgument("")] LineParts line)
    {
        _ = line; // Its parts have been written as it was made.
        EndLine();
    }

    /// <summary>Writes lines of a text block, each at the current depth.</summary>
    /// <param name="block">The lines.</param>
    public void Lines(string block)
    {
        for (var start = 0; start <= block.Length;)
        {
            var next = block.IndexOf('\n', start);
            var end = next < 0 ? block.Length : next;
            var length = end - start - (end > start && block[end - 1] == '\r' ? 1 : 0);
            if (length > 0)
            {
                Indent().Append(block, start, length);
            }

            EndLine();
            start = end + 1;
        }
    }

    /// <summary>Starts a line whose parts write themselves. <see cref="EndLine"/> ends it.</summary>
    /// <param name="deeper">By how much it stands deeper than the block that it is in.</param>
    /// <returns>What they are appended to.</returns>
    public StringBuilder StartLine(int deeper = 0) => Indent(deeper);

    /// <summary>Ends a line.</summary>
    public void EndLine()
    {
        text.Append('\n');
        LineCount++;
    }

    /// <summary>Writes a line of a list, with a comma after each item.</summary>
    /// <param name="start">The index of the first one.</param>
    /// <param name="count">How many.</param>
    /// <param name="write">Writes the item of an index: a table has tens of thousands, which would all be strings else.</param>
    public void Items(int start, int count, Action<StringBuilder, int> write)
    {
        Indent();
        for (var i = start; i < start + count; i++)
        {
            if (i > start)
            {
                text.Append(' ');
            }

            write(text, i);
            text.Append(',');
        }

        EndLine();
    }

    /// <summary>Writes a line that stands at the left edge, as directives do and the lines of a string.</summary>
    /// <param name="line">The line.</param>
    public void AtEdge(string line)
    {
        text.Append(line);
        EndLine();
    }

    /// <inheritdoc cref="AtEdge(string)"/>
    /// <param name="line">Its characters.</param>
    /// <param name="length">How many they are.</param>
    public void AtEdge(char[] line, int length)
    {
        text.Append(line, 0, length);
        EndLine();
    }

    /// <summary>Opens a block in braces.</summary>
    /// <param name="header">The line before it.</param>
    public void Open(string header)
    {
        Line(header);
        OpenBrace();
    }

    /// <inheritdoc cref="Open(string)"/>
    public void Open([InterpolatedStringHandlerArgument("")] LineParts header)
    {
        Line(header);
        OpenBrace();
    }

    /// <summary>Closes a block.</summary>
    /// <param name="after">What follows the brace.</param>
    public void Close(string after = "")
    {
        depth--;
        Indent().Append('}').Append(after);
        EndLine();
    }

    /// <summary>Writes a documentation summary.</summary>
    /// <param name="summary">The sentence, already escaped.</param>
    public void Summary(string summary) => Line($"/// <summary>{summary}</summary>");

    /// <summary>All that was written. Nothing may be written after it.</summary>
    /// <returns>The text.</returns>
    public CSharpText ToText() => new(text);

    private StringBuilder Indent(int deeper = 0) => text.Append(' ', (depth + deeper) * 4);

    private void OpenBrace()
    {
        Line("{");
        depth++;
    }

    /// <summary>An interpolated line, each part of which is written at once: a large card has tens of thousands, which would all be strings else.</summary>
    [InterpolatedStringHandler]
    internal readonly struct LineParts
    {
        private readonly StringBuilder text;

        /// <summary>Starts a line. The compiler calls this.</summary>
        /// <param name="literalLength">The characters between the holes.</param>
        /// <param name="formattedCount">The number of holes.</param>
        /// <param name="writer">Where the line goes.</param>
        public LineParts(int literalLength, int formattedCount, SourceWriter writer) => text = writer.Indent();

        /// <summary>Writes what stands between holes.</summary>
        /// <param name="part">The text.</param>
        public void AppendLiteral(string part) => text.Append(part);

        /// <summary>Writes what stands in a hole.</summary>
        /// <param name="part">The text.</param>
        public void AppendFormatted(string? part) => text.Append(part);

        /// <inheritdoc cref="AppendFormatted(string)"/>
        /// <param name="number">A number.</param>
        public void AppendFormatted(int number) => text.Append(number);

        /// <inheritdoc cref="AppendFormatted(string)"/>
        /// <param name="part">A value that writes itself alike on every machine.</param>
        public void AppendFormatted(object part) => text.Append(part.ToString());
    }
}
