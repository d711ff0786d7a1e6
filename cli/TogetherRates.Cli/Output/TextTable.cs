namespace TogetherRates.Cli.Output;

/// <summary>A small table for people: drawn on a terminal, plain columns elsewhere.</summary>
/// <param name="title">What the table is about.</param>
/// <param name="columns">The columns; one without any text isn't shown.</param>
internal sealed class TextTable(string title, params Column[] columns)
{
    private const int Gap = 2;

    private readonly List<string[]> rows = [];

    /// <summary>What the table is about.</summary>
    public string Title => title;

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<string[]> Rows => rows;

    /// <summary>Whether the last row is the sum of the others.</summary>
    public bool HasTotal { get; init; }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A text for each column.</param>
    public void Add(params string[] cells) => rows.Add(Array.ConvertAll(cells, OneLine.Of));

    /// <summary>The columns that have some text.</summary>
    public IReadOnlyList<ShownColumn> ShownColumns()
    {
        var shown = new List<ShownColumn>();
        for (var index = 0; index < columns.Length; index++)
        {
            var width = 0;
            foreach (var row in rows)
            {
                width = Math.Max(width, row[index].Length);
            }

            if (width > 0)
            {
                shown.Add(new(columns[index], index, Math.Max(width, columns[index].Heading.Length)));
            }
        }

        return shown;
    }

    /// <summary>Writes the table.</summary>
    /// <param name="terminal">Where to.</param>
    public void WriteTo(Terminal terminal)
    {
        if (terminal.IsInteractive)
        {
            DrawnTable.Write(this, terminal);
        }
        else
        {
            WritePlain(terminal.Output);
        }
    }

    private void WritePlain(TextWriter output)
    {
        var shown = ShownColumns();
        output.WriteLine(title);
        WriteRow(Array.ConvertAll(columns, column => column.Heading), shown, output);
        foreach (var row in rows)
        {
            WriteRow(row, shown, output);
        }
    }

    private static void WriteRow(string[] row, IReadOnlyList<ShownColumn> shown, TextWriter output)
    {
        // Blanks are written only before a text, so that no line ends with one.
        var blanks = 0;
        for (var i = 0; i < shown.Count; i++)
        {
            var column = shown[i];
            var text = row[column.Index];
            var padding = column.Width - text.Length;
            blanks += column.Column.IsNumber ? padding : 0;
            if (text.Length > 0)
            {
                for (; blanks > 0; blanks--)
                {
                    output.Write(' ');
                }

                output.Write(text);
            }

            blanks += Gap + (column.Column.IsNumber ? 0 : padding);
        }

        output.WriteLine();
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsNumber">Whether its cells are numbers, which line up at their ends.</param>
internal sealed record Column(string Heading, bool IsNumber = false);

/// <summary>A column that has some text.</summary>
/// <param name="Column">The column.</param>
/// <param name="Index">Its place in a row.</param>
/// <param name="Width">How many characters its longest text has.</param>
internal sealed record ShownColumn(Column Column, int Index, int Width);
