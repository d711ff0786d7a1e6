using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TogetherRates.Benchmarks.Page;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks;

/// <summary>What can be asked of the benchmarks.</summary>
internal static class BenchmarkCommands
{
    private static readonly Option<string> Only = new("--only")
    {
        Description = "Only the races whose name contains this.",
        DefaultValueFactory = _ => string.Empty,
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How many rounds are timed. More of them even out a busy machine.",
        DefaultValueFactory = _ => 25,
    };

    private static readonly Option<FileInfo?> Page = new("--page") { Description = "Writes the results as a page of Markdown." };

    /// <summary>The commands.</summary>
    public static RootCommand CreateRoot()
    {
        var all = new Command("all", "Runs every race side by side and prints the ratios.") { Only, Rounds, Page };
        all.SetAction(call => Run(call, _ => true));
        var quick = new Command("short", "Runs the races that need neither network, data nor other processes.") { Only, Rounds, Page };
        quick.SetAction(call => Run(call, race => race.IsShort));
        var diagnose = new Command("diagnose", "Runs the contenders one by one under BenchmarkDotNet, which also counts what they allocate.") { Only };
        diagnose.SetAction(Diagnose);
        return new RootCommand("Races between generated code and what one would write instead.") { all, quick, diagnose };
    }

    private static int Run(ParseResult call, Func<Race, bool> isWanted)
    {
        var outcomes = new List<Outcome>();
        foreach (var race in RaceList.Named(call.GetValue(Only)!).Where(isWanted))
        {
            if (race.Missing is { } missing)
            {
                Console.Error.WriteLine($"{race.Name}: skipped, {missing}");
                continue;
            }

            var outcome = Stadium.Run(race, call.GetValue(Rounds));
            Console.WriteLine(ResultsPage.Describe(outcome));
            outcomes.Add(outcome);
        }

        if (call.GetValue(Page) is { } page)
        {
            File.WriteAllText(page.FullName, ResultsPage.Write(outcomes, call.GetValue(Rounds)));
        }

        return outcomes.Count > 0 ? 0 : 1;
    }

    private static int Diagnose(ParseResult call)
    {
        RaceBenchmarks.Only = call.GetValue(Only)!;

        // In this process: a benchmark of its own would be built with this repository's settings, which it doesn't keep.
        var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        return BenchmarkRunner.Run<RaceBenchmarks>(config).HasCriticalValidationErrors ? 1 : 0;
    }
}
