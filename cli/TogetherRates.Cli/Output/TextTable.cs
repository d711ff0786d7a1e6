namespace TogetherRates.Cli.Output;

/// <summary>A small table for people: drawn on a terminal, plain columns elsewhere.</summary>
/// <param name="title">What the table is about.</param>
/// <param name="columns">The columns; one without any text isn't shown.</param>
internal sealed class TextTable(string title, params Column[] columns)
{
    private const string Gap = "  ";

    private readonly List<string[]> rows = [];

    /// <summary>What the table is about.</summary>
    public string Title => title;

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<string[]> Rows => rows;

    /// <summary>Whether the last row is the sum of the others.</summary>
    public bool HasTotal { get; init; }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A text for each column.</param>
    public void Add(params string[] cells) => rows.Add([.. cells.Select(OneLine.Of)]);

    /// <summary>The columns that have some text, with their places in a row.</summary>
    public IEnumerable<(Column Column, int Index)> ShownColumns() => columns
        .Select((column, index) => (column, index))
        .Where(shown => rows.Exists(row => row[shown.index].Length > 0));

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
        var shown = ShownColumns()
            .Select(each => (each.Column, each.Index, Width: Math.Max(each.Column.Heading.Length, rows.Max(row => row[each.Index].Length))))
            .ToList();

        output.WriteLine(title);
        string[] headings = [.. columns.Select(column => column.Heading)];
        foreach (var row in rows.Prepend(headings))
        {
            var cells = shown.Select(each => each.Column.IsNumber
                ? row[each.Index].PadLeft(each.Width)
                : row[each.Index].PadRight(each.Width));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsNumber">Whether its cells are numbers, which line up at their ends.</param>
internal sealed record Column(string Heading, bool IsNumber = false);
