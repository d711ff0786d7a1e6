using System.Runtime.CompilerServices;

namespace TogetherRates.Cli.Tests.Harness;

/// <summary>
/// Compares text with a file beside the test, <c>Class.Test.verified.txt</c>; where they differ it writes
/// <c>Class.Test.received.txt</c>, which, once it is found to be right, takes the other's place.
/// </summary>
internal static class Snapshot
{
    /// <summary>Compares a text with its snapshot.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="parameter">What sets this case of a test apart from its others.</param>
    /// <param name="source">The test's file.</param>
    /// <param name="test">The test's name.</param>
    public static void Verify(
        string actual, string? parameter = null, [CallerFilePath] string source = "", [CallerMemberName] string test = "")
    {
        var name = Path.GetFileNameWithoutExtension(source) + "." + test + (parameter is null ? "" : "_" + parameter);
        var path = Path.Combine(Repository.Folder, "tests", "TogetherRates.Cli.Tests", name);
        var (verified, received) = (path + ".verified.txt", path + ".received.txt");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"{name} differs from its snapshot. If the text below is right, rename {name}.received.txt to .verified.txt.\n{actual}");
    }
}
