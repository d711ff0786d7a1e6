namespace TogetherRates.Cli.Import;

/// <summary>Finds the file behind a path, whatever links lead there.</summary>
internal static class RealPath
{
    // As many as systems follow; who needs more goes in a circle.
    private const int MaxLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private static readonly StringComparison Spelling =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The full path without a link in it. What doesn't exist yet has a place all the same.</summary>
    /// <param name="path">A path.</param>
    /// <exception cref="ToolException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var open = new Stack<string>();
        Push(full[real.Length..], open);
        var links = 0;
        while (open.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
            }
            else if (new FileInfo(Path.Combine(real, name)).LinkTarget is not { } target)
            {
                real = Path.Combine(real, name);
            }
            else if (++links > MaxLinks)
            {
                throw ToolException.WrongCall("circularLink", $"'{path}' can't be followed: its links lead in a circle");
            }
            else
            {
                var root = Path.GetPathRoot(target) ?? "";
                real = root.Length > 0 ? root : real;
                Push(target[root.Length..], open);
            }
        }

        return real;
    }

    /// <summary>Whether two paths lead to one file.</summary>
    /// <param name="one">A path.</param>
    /// <param name="other">Another path.</param>
    /// <exception cref="ToolException">Links lead in a circle.</exception>
    public static bool AreOne(string one, string other) => string.Equals(Of(one), Of(other), Spelling);

    private static void Push(string path, Stack<string> open)
    {
        foreach (var name in path.Split(Separators).Where(name => name is not "" and not ".").Reverse())
        {
            open.Push(name);
        }
    }
}
