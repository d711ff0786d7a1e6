using System.Text;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests.Import;

/// <summary>Small excerpts of the sources, and what came of them.</summary>
internal static class Fixture
{
    /// <summary>The path of an excerpt.</summary>
    public static string Path(string name) => System.IO.Path.Combine(Repository.Folder, "tests", "TogetherRates.Cli.Tests", "Import", "Fixtures", name);

    /// <summary>Everything that an import wrote, and what it said.</summary>
    public static string Show(Folder folder, ToolRun run)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal))
        {
            text.Append("--- ").Append(System.IO.Path.GetFileName(file)).Append('\n').Append(File.ReadAllText(file));
        }

        return text.Append("--- standard output\n").Append(folder.Relative(run)).ToString();
    }
}
