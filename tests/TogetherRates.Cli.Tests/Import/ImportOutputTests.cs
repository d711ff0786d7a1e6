using System.Runtime.Versioning;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests.Import;

/// <summary>What an import does with files and links that are there already.</summary>
public sealed class ImportOutputTests
{
    private const string Prices = """{ "one": { "litellm_provider": "acme", "input_cost_per_token": 1e-06 } }""";

    [Theory]
    [InlineData("prices.json")]
    [InlineData("cards/../prices.json")]
    [InlineData("./prices.json")]
    public void The_source_is_not_overwritten(string output)
    {
        using var folder = new Folder();
        var source = folder.Write("prices.json", Prices);

        AssertRefused(folder, source, source, Path.Combine(folder.Path, output));
    }

    [Fact]
    public void The_source_is_not_overwritten_by_a_relative_path()
    {
        using var folder = new Folder();
        var source = folder.Write("prices.json", Prices);

        AssertRefused(folder, source, source, Path.GetRelativePath(Environment.CurrentDirectory, source));
    }

    [Fact]
    public void The_source_is_not_overwritten_by_a_card_of_a_folder()
    {
        using var folder = new Folder();
        var source = folder.Write("acme.ratecard.json", Prices);

        AssertRefused(folder, source, source, folder.Path);
    }

    [SkippableTheory]
    [InlineData("link.json", "prices.json")]
    [InlineData("prices.json", "link.json")]
    [InlineData("deep/prices.json", "prices.json")]
    [InlineData("prices.json", "deep/link.json")]
    public void The_source_is_not_overwritten_through_links(string input, string output)
    {
        SkipOnWindows();
        using var folder = new Folder();
        var source = folder.Write("prices.json", Prices);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.json"), "prices.json");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "deep"), "../" + Path.GetFileName(folder.Path));

        AssertRefused(folder, source, Path.Combine(folder.Path, input), Path.Combine(folder.Path, output));
    }

    [SkippableFact]
    public void A_link_is_written_through()
    {
        SkipOnWindows();
        using Folder folder = new(), elsewhere = new();
        var card = elsewhere.Write("card.json", "old");
        var link = Path.Combine(folder.Path, "acme.ratecard.json");
        File.CreateSymbolicLink(link, card);

        Assert.Equal(0, Tool.Run("import", "litellm", folder.Write("prices.json", Prices), "-o", folder.Path).ExitCode);

        Assert.Equal(card, new FileInfo(link).LinkTarget);
        Assert.Contains("\"acme\"", File.ReadAllText(card), StringComparison.Ordinal);
        Assert.Equal(card, Assert.Single(Directory.GetFileSystemEntries(elsewhere.Path)));
    }

    [SkippableFact]
    public void A_link_to_a_file_that_isnt_there_yet_makes_it()
    {
        SkipOnWindows();
        using var folder = new Folder();
        var link = Path.Combine(folder.Path, "link.json");
        File.CreateSymbolicLink(link, "card.json");

        Assert.Equal(0, Tool.Run("import", "litellm", folder.Write("prices.json", Prices), "-o", link).ExitCode);

        Assert.Equal("card.json", new FileInfo(link).LinkTarget);
        Assert.Null(new FileInfo(Path.Combine(folder.Path, "card.json")).LinkTarget);
        Assert.Equal(0, Tool.Run("check", Path.Combine(folder.Path, "card.json")).ExitCode);
    }

    [SkippableFact]
    public void Links_in_a_circle_are_refused()
    {
        SkipOnWindows();
        using var folder = new Folder();
        var link = Path.Combine(folder.Path, "one.json");
        File.CreateSymbolicLink(link, "two.json");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "two.json"), "one.json");

        var run = Tool.Run("import", "litellm", folder.Write("prices.json", Prices), "-o", link);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("its links lead in a circle", run.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead)]
    [UnsupportedOSPlatform("windows")]
    public void A_file_keeps_who_may_read_it(UnixFileMode mode)
    {
        SkipOnWindows();
        using var folder = new Folder();
        var card = folder.Write("card.json", "old");
        File.SetUnixFileMode(card, mode);

        Assert.Equal(0, Tool.Run("import", "litellm", folder.Write("prices.json", Prices), "-o", card).ExitCode);

        Assert.Equal(mode, File.GetUnixFileMode(card));
        Assert.NotEqual("old", File.ReadAllText(card));
    }

    [Theory]
    [InlineData("card.json/x.json")]
    [InlineData("card.json/deep/x.json")]
    [InlineData("card.json/deep")]
    [InlineData("card")]
    public void A_file_is_no_folder(string output)
    {
        using var folder = new Folder();
        var file = folder.Write(output.Split('/')[0], "old");

        var run = Tool.Run("import", "litellm", folder.Write("prices.json", Prices), "-o", Path.Combine(folder.Path, output));

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith($"{Path.GetFileName(file)}' is a file, not a folder; nothing was written\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(file));
    }

    private static void SkipOnWindows() => Skip.If(OperatingSystem.IsWindows(), "Links need rights and modes are those of Unix.");

    private static void AssertRefused(Folder folder, string source, string input, string output)
    {
        var before = Directory.GetFileSystemEntries(folder.Path);

        var run = Tool.Run("import", "litellm", input, "-o", output);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("is the file that is imported, and a card would take its place; give another --output", run.Error, StringComparison.Ordinal);
        Assert.Equal(Prices, File.ReadAllText(source));
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path));
    }
}
