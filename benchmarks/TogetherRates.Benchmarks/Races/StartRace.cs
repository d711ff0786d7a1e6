using System.Xml.Linq;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks.Races;

/// <summary>What one price takes on the command line.</summary>
internal static class StartRace
{
    private const string Price = "together-rates price";
    private const string Nothing = "a program that does nothing";

    private static readonly string[] Settings = ["InvariantGlobalization", "TieredPGO", "EventSourceSupport", "ConcurrentGarbageCollection"];

    /// <summary>The race.</summary>
    public static Race Create()
    {
        var project = BuildPaths.Tool;
        var settings = string.Concat(XDocument.Load(project).Descendants().Where(element => Settings.Contains(element.Name.LocalName)).Select(element => element.ToString()));
        var tool = PublishedProgram.OfProject(project, "together-rates");
        var nothing = PublishedProgram.Of("return 0;");
        var withSettings = PublishedProgram.Of("return 0;", settings);
        var line = PublishedProgram.Of("System.Console.WriteLine(\"0.016\");");
        return new()
        {
            Name = "One price on the command line",
            Work = "The whole process of one price at the built-in card, from its start to its end, and of console programs that are published alike: with ReadyToRun, framework-dependent.",
            Operation = "process",
            Operations = 1,
            Contenders =
            [
                Contender.InAnotherProcess(Price, () => tool.Time("price", "deepseek-ai/DeepSeek-V3", "--input", "12000", "--output", "800")),
                Contender.InAnotherProcess(Nothing, () => nothing.Time()),
                Contender.InAnotherProcess("a program that does nothing, with the tool's settings", () => withSettings.Time()),
                Contender.InAnotherProcess("a program that writes one line", () => line.Time()),
            ],
            Bars = [new(Price, Nothing, 1 / 1.6)],
            IsShort = false,
        };
    }
}
