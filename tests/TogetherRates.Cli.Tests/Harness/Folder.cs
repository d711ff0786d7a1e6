using System.Text;

namespace TogetherRates.Cli.Tests.Harness;

/// <summary>A folder for one test, gone when the test ends.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("together-rates-").FullName;

    /// <summary>Writes a file as UTF-8 without a byte order mark.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A run's text without this folder's own name.</summary>
    public string Relative(ToolRun run) => run.ToString().Replace(Path + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
