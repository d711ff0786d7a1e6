using System.Runtime.CompilerServices;

namespace TogetherRates.Compiler.Tests.Snapshots;

/// <summary>
/// Compares a text with the file <c>Class.Method.verified.ext</c> beside the test, as the Verify library does and behind the same
/// call. On a mismatch the text is written to <c>Class.Method.received.ext</c>: look at the difference, and rename it if it's right.
/// </summary>
internal static class Verifier
{
    public static async Task Verify(
        string text, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var name = Path.Combine(FolderOf(sourceFile), Path.GetFileNameWithoutExtension(sourceFile) + "." + method);
        var (verified, received) = ($"{name}.verified.{extension}", $"{name}.received.{extension}");
        var expected = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text);
        Assert.True(expected is not null, $"There is no snapshot yet. Look at {received}, and rename it to {verified}.");
        Assert.Equal(expected, text);
    }

    // A deterministic build replaces the root of the repository in the paths that it records.
    private static string FolderOf(string sourceFile)
    {
        const string DeterministicRoot = "/_/";
        var path = sourceFile.StartsWith(DeterministicRoot, StringComparison.Ordinal) ? Repository.PathOf(sourceFile[DeterministicRoot.Length..]) : sourceFile;
        return Path.GetDirectoryName(path)!;
    }
}
