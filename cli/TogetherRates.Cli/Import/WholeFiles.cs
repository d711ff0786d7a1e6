using System.Text;

namespace TogetherRates.Cli.Import;

/// <summary>Writes files so that each is there whole or as it was before.</summary>
internal static class WholeFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes files. All are written beside their places first, and moved there when nothing can fail for want of space any more.</summary>
    /// <param name="files">Their paths and texts.</param>
    /// <exception cref="ToolException">They can't be written; the message says which of them are there all the same.</exception>
    public static void Write(IReadOnlyList<(string Path, string Text)> files)
    {
        var drafts = new List<(string Draft, string Path)>();
        var written = new List<string>();
        var current = "";
        try
        {
            foreach (var (path, text) in files)
            {
                current = path;
                var full = Path.GetFullPath(path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                var draft = full + "." + Path.GetRandomFileName() + ".tmp";
                drafts.Add((draft, full));
                File.WriteAllText(draft, text, Utf8);
            }

            for (var i = 0; i < drafts.Count; i++)
            {
                current = files[i].Path;
                File.Move(drafts[i].Draft, drafts[i].Path, overwrite: true);
                written.Add(files[i].Path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            var state = written.Count == 0
                ? "nothing was written"
                : $"{written.Count} of {files.Count} cards were written before: {string.Join(", ", written)}";
            throw ToolException.WrongCall("outputNotWritable", $"'{current}' can't be written: {failure.Message}; {state}");
        }
        finally
        {
            foreach (var (draft, _) in drafts)
            {
                Delete(draft);
            }
        }
    }

    private static void Delete(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What can't be deleted was reported as not writable before.
        }
    }
}
