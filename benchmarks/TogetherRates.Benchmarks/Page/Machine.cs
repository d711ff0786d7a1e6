using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Benchmarks.Page;

/// <summary>What the races were run on.</summary>
internal static class Machine
{
    /// <summary>The processor, the system and the runtime.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, vectors of {VectorBits} bits");

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string Processor()
    {
        if (!X86Base.IsSupported)
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }

        // The processor's own name stands in twelve registers of four letters.
        Span<int> letters = stackalloc int[12];
        for (var part = 0; part < 3; part++)
        {
            (letters[part * 4], letters[(part * 4) + 1], letters[(part * 4) + 2], letters[(part * 4) + 3]) = X86Base.CpuId(unchecked((int)0x80000002) + part, 0);
        }

        return System.Text.Encoding.ASCII.GetString(MemoryMarshal.AsBytes(letters)).Trim('\0', ' ');
    }
}
