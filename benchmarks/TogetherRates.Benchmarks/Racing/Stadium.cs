using System.Runtime;

namespace TogetherRates.Benchmarks.Racing;

/// <summary>
/// Runs races in rounds: each contender once a round, each time one further on begins. A machine that others use too is as slow for one
/// as for the next, so the ratios inside a round say more than any time does.
/// </summary>
public static class Stadium
{
    private const int QuietWarmUps = 6;
    private const int MostWarmUps = 400;
    private const int Calls = 32;
    private const double ShortestRun = 3_000_000;

    /// <summary>Runs a race.</summary>
    /// <param name="race">The race.</param>
    /// <param name="rounds">How many rounds are timed.</param>
    public static Outcome Run(Race race, int rounds)
    {
        race.Check();
        var contenders = race.Contenders;
        var repeats = contenders.Select(contender => contender.Elsewhere is null ? WarmUp(contender.Run) : 1).ToArray();
        var nanoseconds = contenders.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                var place = (i + round) % contenders.Count;
                nanoseconds[place][round] = contenders[place].Elsewhere?.Invoke() ?? (Time(contenders[place].Run, repeats[place]) / repeats[place]);
            }
        }

        return new Outcome(race, nanoseconds, [.. contenders.Select(contender => Allocated(contender.Run))]);
    }

    // A contender counts when the runtime has nothing left to compile for it, and is repeated so often that the clock's grain doesn't show.
    private static int WarmUp(Func<decimal> run)
    {
        var compiled = -1L;
        var unchanged = 0;
        for (var warmUp = 0; warmUp < MostWarmUps && unchanged < QuietWarmUps; warmUp++)
        {
            _ = Time(run, Calls);
            Thread.Sleep(150);
            var now = JitInfo.GetCompiledMethodCount(currentThread: false);
            unchanged = now == compiled ? unchanged + 1 : 0;
            compiled = now;
        }

        var repeats = 1;
        while (Time(run, repeats) < ShortestRun)
        {
            repeats *= 2;
        }

        return repeats;
    }

    private static double Time(Func<decimal> run, int repeats)
    {
        var start = ThreadClock.Nanoseconds;
        for (var i = 0; i < repeats; i++)
        {
            _ = run();
        }

        return ThreadClock.Nanoseconds - start;
    }

    private static long Allocated(Func<decimal> run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
