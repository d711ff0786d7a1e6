namespace TogetherRates.Compiler.Tests;

/// <summary>What code allocates.</summary>
internal static class Allocations
{
    private const int Runs = 5;

    /// <summary>The fewest bytes that one of several runs allocates: all of them do the same, but the runtime may compile code anew in one of them, for which it allocates on the same thread.</summary>
    /// <param name="action">What is run.</param>
    public static long Of(Action action)
    {
        action();
        var fewest = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
