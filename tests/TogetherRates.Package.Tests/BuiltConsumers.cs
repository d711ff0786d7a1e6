using System.Reflection;
using System.Security;

namespace TogetherRates.Package.Tests;

/// <summary>The package, packed into a feed of its own, and all consumers, built from it in one go.</summary>
public sealed class BuiltConsumers : IAsyncLifetime
{
    // Servers would outlive the tests and hold on to the package.
    private static readonly string[] Alone = ["--disable-build-servers", "-nodeReuse:false", "-nologo", "-tl:off", "-v:minimal", "-clp:NoSummary"];

    private readonly string root = Directory.CreateTempSubdirectory("TogetherRates.Package.Tests-").FullName;
    private CommandResult? build;

    /// <summary>The packed package.</summary>
    public string PackageFile => Directory.GetFiles(Feed, "*.nupkg").Single();

    /// <summary>The packed symbols.</summary>
    public string SymbolsFile => Directory.GetFiles(Feed, "*.snupkg").Single();

    private string Feed => Path.Combine(root, "feed");

    private string Packages => Path.Combine(root, "packages");

    private string Projects => Path.Combine(root, "consumers");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Pack();
        WriteConsumers();
        build = await DotnetCommand.Run(Projects, Packages, ["build", "All.slnx", .. Alone]);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>What the build said about a consumer.</summary>
    internal IReadOnlyList<BuildMessage> MessagesOf(string consumer) =>
        [.. BuildMessage.Among(build!.Lines).Where(message => message.Project == consumer)];

    /// <summary>What a consumer writes.</summary>
    internal async Task<IReadOnlyList<string>> Run(string consumer)
    {
        var assembly = AssemblyOf(consumer);
        Assert.True(File.Exists(assembly), string.Join(Environment.NewLine, build!.Lines));
        return (await DotnetCommand.Run(Projects, Packages, assembly)).OrThrow().Lines;
    }

    /// <summary>The files that a consumer publishes.</summary>
    internal async Task<IReadOnlyList<string>> Publish(string consumer)
    {
        var output = Path.Combine(root, "published", consumer);
        var project = Path.Combine(consumer, consumer + ".csproj");
        (await DotnetCommand.Run(Projects, Packages, ["publish", project, "-c", "Debug", "--no-build", "-o", output, .. Alone])).OrThrow();
        return [.. Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(output, file))];
    }

    /// <summary>Builds one more consumer, with cards that the tool imports.</summary>
    /// <param name="consumer">The consumer.</param>
    /// <param name="imports">The source of each card, the file with its prices, and the card's path in the consumer.</param>
    /// <returns>Its assembly, and what the build said about it.</returns>
    internal async Task<(FileInfo Assembly, IReadOnlyList<BuildMessage> Messages)> Build(Consumer consumer, params (string Source, string File, string Card)[] imports)
    {
        consumer.WriteTo(Projects);
        foreach (var (source, file, card) in imports)
        {
            (await DotnetCommand.Run(Projects, Packages, Metadata("Tool"), "import", source, file, "--one-card", "-o", Path.Combine(consumer.Name, card))).OrThrow();
        }

        var result = (await DotnetCommand.Run(Projects, Packages, ["build", consumer.ProjectPath, .. Alone])).OrThrow();
        return (new FileInfo(AssemblyOf(consumer.Name)), [.. BuildMessage.Among(result.Lines)]);
    }

    private static string Metadata(string key) =>
        typeof(BuiltConsumers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    private string AssemblyOf(string consumer) => Path.Combine(Projects, consumer, "bin", "Debug", "net10.0", consumer + ".dll");

    private async Task Pack()
    {
        // Apart from the repository's own output, which other tests may be built into at the same time.
        string[] pack = ["pack", "runtime/TogetherRates/TogetherRates.csproj", "-o", Feed, "--artifacts-path", Path.Combine(root, "artifacts")];
        (await DotnetCommand.Run(Metadata("RepositoryRoot"), packages: null, [.. pack, .. Alone])).OrThrow();
    }

    private void WriteConsumers()
    {
        Directory.CreateDirectory(Projects);
        var version = Path.GetFileNameWithoutExtension(PackageFile)["TogetherRates.".Length..];
        File.WriteAllText(
            Path.Combine(Projects, "NuGet.config"),
            $"""<configuration><packageSources><clear /><add key="feed" value="{SecurityElement.Escape(Feed)}" /></packageSources></configuration>""");
        File.WriteAllText(
            Path.Combine(Projects, "Directory.Build.props"),
            $"""
            <Project>
              <PropertyGroup>
                <TogetherRatesVersion>{version}</TogetherRatesVersion>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(Projects, "Directory.Build.targets"), "<Project />");
        var projects = Consumer.All.Select(consumer => $"""<Project Path="{SecurityElement.Escape(consumer.ProjectPath)}" />""");
        File.WriteAllText(Path.Combine(Projects, "All.slnx"), $"<Solution>{string.Concat(projects)}</Solution>");
        foreach (var consumer in Consumer.All)
        {
            consumer.WriteTo(Projects);
        }
    }
}

/// <summary>Lets all test classes share one packing and one build.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBuild : ICollectionFixture<BuiltConsumers>
{
    /// <summary>The collection's name.</summary>
    public const string Name = nameof(SharedBuild);
}
