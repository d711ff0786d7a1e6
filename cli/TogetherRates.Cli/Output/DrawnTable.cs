using Spectre.Console;

namespace TogetherRates.Cli.Output;

/// <summary>Draws tables on a terminal. Apart from the rest, so that nobody else waits for the drawing library to load.</summary>
internal static class DrawnTable
{
    /// <summary>Draws a table.</summary>
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
        var drawn = new Table { Border = TableBorder.Rounded };
        foreach (var column in shown)
        {
            var heading = new TableColumn(new Text(column.Column.Heading, new Style(decoration: Decoration.Bold)));
            drawn.AddColumn(column.Column.IsNumber ? heading.RightAligned() : heading);
        }

        for (var row = 0; row < table.Rows.Count; row++)
        {
            var isTotal = table.HasTotal && row == table.Rows.Count - 1;
            var style = isTotal ? new Style(Color.Green, decoration: Decoration.Bold) : Style.Plain;
            drawn.AddRow(shown.Select(column => new Text(table.Rows[row][column.Index], style)));
        }

        console.Write(new Text(table.Title + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(drawn);
    }
}
