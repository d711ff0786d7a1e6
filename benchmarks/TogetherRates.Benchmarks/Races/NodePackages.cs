using System.Diagnostics;
using System.Globalization;

namespace TogetherRates.Benchmarks.Races;

/// <summary>The npm packages that <c>benchmarks/npm</c> compares, in a Node that lives as long as this process and works only when asked.</summary>
internal sealed class NodePackages
{
    private readonly string folder;
    private readonly Lazy<Process> node;

    private NodePackages(string folder)
    {
        this.folder = folder;
        node = new(Start);
    }

    /// <summary>What is missing on this machine, or null.</summary>
    public string? Missing =>
        Directory.Exists(Path.Combine(folder, "node_modules")) ? null : "since benchmarks/npm/compare.sh, which needs Node, hasn't installed the packages";

    /// <summary>The file with the requests that are priced.</summary>
    public string Requests => Path.Combine(folder, "requests.json");

    /// <summary>The packages of the repository that this program was built in.</summary>
    public static NodePackages Find()
    {
        var parent = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(parent.FullName, "npm", "compare.mjs")))
        {
            parent = parent.Parent ?? throw new DirectoryNotFoundException("There is no folder npm above this program; run it from the repository.");
        }

        return new(Path.Combine(parent.FullName, "npm"));
    }

    /// <summary>Lets a package price for a moment.</summary>
    /// <param name="package">Its name.</param>
    /// <returns>The nanoseconds that a price took.</returns>
    public double Time(string package)
    {
        node.Value.StandardInput.WriteLine(package);
        node.Value.StandardInput.Flush();
        return node.Value.StandardOutput.ReadLine() is { } answer
            ? double.Parse(answer, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("Node stopped; what it said stands above.");
    }

    // It ends when its input does, which is when this process ends.
    private Process Start() => Process.Start(new ProcessStartInfo("node", ["compare.mjs"])
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
