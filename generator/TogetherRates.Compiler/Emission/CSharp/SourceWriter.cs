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
            text.Append(' ', (depth + deeper) * 4).Append(line);
        }

        text.Append('\n');
        LineCount++;
    }

    /// <summary>Writes lines of a text block, each at the current depth.</summary>
    /// <param name="block">The lines.</param>
    public void Lines(string block)
    {
        foreach (var line in block.Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }
    }

    /// <summary>Writes a line of a list, with a comma after each item.</summary>
    /// <param name="start">The index of the first one.</param>
    /// <param name="count">How many.</param>
    /// <param name="write">Writes the item of an index: a table has tens of thousands, which would all be strings else.</param>
    public void Items(int start, int count, Action<StringBuilder, int> write)
    {
        text.Append(' ', depth * 4);
        for (var i = start; i < start + count; i++)
        {
            if (i > start)
            {
                text.Append(' ');
            }

            write(text, i);
            text.Append(',');
        }

        text.Append('\n');
        LineCount++;
    }

    /// <summary>Writes a line that stands at the left edge, as directives do.</summary>
    /// <param name="line">The directive.</param>
    public void Directive(string line)
    {
        text.Append(line).Append('\n');
        LineCount++;
    }

    /// <summary>Opens a block in braces.</summary>
    /// <param name="header">The line before it.</param>
    public void Open(string header)
    {
        Line(header);
        Line("{");
        depth++;
    }

    /// <summary>Closes a block.</summary>
    /// <param name="after">What follows the brace.</param>
    public void Close(string after = "")
    {
        depth--;
        Line("}" + after);
    }

    /// <summary>Writes a documentation summary.</summary>
    /// <param name="summary">The sentence, already escaped.</param>
    public void Summary(string summary) => Line("/// <summary>" + summary + "</summary>");

    /// <summary>All that was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => text.ToString();
}
