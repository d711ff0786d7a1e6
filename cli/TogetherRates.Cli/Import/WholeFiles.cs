using System.Text;

namespace TogetherRates.Cli.Import;

/// <summary>Writes files so that each is there whole or as it was before. A link stays one: the file that it leads to is written.</summary>
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
                var place = RealPath.Of(path);
                ThrowIfUnderFile(place);
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                var draft = place + "." + Path.GetRandomFileName() + ".tmp";
                drafts.Add((draft, place));
                File.WriteAllText(draft, text, Utf8);
                CopyMode(place, draft);
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
            throw ToolException.WrongCall("outputNotWritable", $"'{current}' can't be written: {failure.Message.TrimEnd('.')}; {state}");
        }
        finally
        {
            foreach (var (draft, _) in drafts)
            {
                Delete(draft);
            }
        }
    }

    // The system would only say that a file of that name exists.
    private static void ThrowIfUnderFile(string place)
    {
        for (var folder = Path.GetDirectoryName(place); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                throw new IOException($"'{folder}' is a file, not a folder");
            }
        }
    }

    // Who may read a file doesn't change because its content does.
    private static void CopyMode(string place, string draft)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(place))
        {
            File.SetUnixFileMode(draft, File.GetUnixFileMode(place));
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
