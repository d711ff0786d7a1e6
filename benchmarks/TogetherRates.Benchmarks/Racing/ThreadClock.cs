using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TogetherRates.Benchmarks.Racing;

/// <summary>
/// How long this thread has run. Where the system tells, the time in which other programs had the processor isn't counted, so that a busy
/// machine gives the same ratios as a quiet one.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>What the clock counts.</summary>
    public static string Name => OperatingSystem.IsLinux() ? "processor time of the thread" : "time passed";

    /// <summary>Nanoseconds since some instant.</summary>
    public static long Nanoseconds
    {
        get
        {
            if (OperatingSystem.IsLinux() && Environment.Is64BitProcess && GetTime(ThreadCpuTime, out var time) == 0)
            {
                return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
            }

            return (long)(Stopwatch.GetTimestamp() * (1_000_000_000.0 / Stopwatch.Frequency));
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpec time);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
