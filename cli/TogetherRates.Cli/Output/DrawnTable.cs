using Spectre.Console;

namespace TogetherRates.Cli.Output;

/// <summary>Draws tables on a terminal. Apart from the rest, so that nobody else waits for the drawing library to load.</summary>
internal static class DrawnTable
{
    // Columns of words that have room for less are hard to read.
    private const int LeastWidth = 8;

    // What lies between two columns, with a blank on either side.
    private const int Border = 3;

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>Draws a table; on a terminal that is too narrow for it, its rows one below the other.</summary>
    /// <param name="table">The table.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(TextTable table, Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Output),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;

        var shown = table.ShownColumns();
        console.Write(new Text(table.Title + "\n", Bold));
        if (LeastWidthOf(shown) <= terminal.Width)
        {
            console.Write(Draw(table, shown));
        }
        else
        {
            WriteRows(table, shown, console);
        }
    }

    // A number that is broken over two lines looks like another one.
    private static int LeastWidthOf(IReadOnlyList<ShownColumn> shown) =>
        1 + shown.Sum(column => Border + (column.Column.IsNumber ? column.Width : Math.Min(column.Width, LeastWidth)));

    private static Table Draw(TextTable table, IReadOnlyList<ShownColumn> shown)
    {
        var drawn = new Table { Border = TableBorder.Rounded };
        foreach (var column in shown)
        {
            var heading = new TableColumn(new Text(column.Column.Heading, Bold));
            drawn.AddColumn(column.Column.IsNumber ? heading.RightAligned().NoWrap() : heading);
        }

        for (var row = 0; row < table.Rows.Count; row++)
        {
            var style = StyleOf(table, row);
            drawn.AddRow(shown.Select(column => new Text(table.Rows[row][column.Index], style)));
        }

        return drawn;
    }

    private static void WriteRows(TextTable table, IReadOnlyList<ShownColumn> shown, IAnsiConsole console)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (cells, style) = (table.Rows[row], StyleOf(table, row));
            var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
            foreach (var column in shown.Where(column => cells[column.Index].Length > 0))
            {
                grid.AddRow(new Text(column.Column.Heading, Bold), new Text(cells[column.Index], style));
            }

            console.WriteLine();
            console.Write(grid);
        }
    }

    private static Style StyleOf(TextTable table, int row) =>
        table.HasTotal && row == table.Rows.Count - 1 ? new Style(Color.Green, decoration: Decoration.Bold) : Style.Plain;
}
