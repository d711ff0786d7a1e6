using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Runtime.Tests.Columns;

public sealed class ColumnPathTests
{
    [SkippableTheory]
    [InlineData(512, "DOTNET_PreferredVectorBitWidth", "512")]
    [InlineData(256, "DOTNET_EnableAVX512", "0")]
    [InlineData(128, "DOTNET_EnableAVX2", "0")]
    [InlineData(0, "DOTNET_EnableHWIntrinsic", "0")]
    public async Task Every_width_of_vectors_comes_to_the_same(int bits, string setting, string value)
    {
        Skip.If(bits == 512 && !Avx512F.IsSupported, "This machine has no vectors of 512 bits.");
        Skip.If(bits == 256 && !Avx2.IsSupported, "This machine has no vectors of 256 bits.");
        Skip.If(bits == 128 && !Vector128.IsHardwareAccelerated, "This machine has no vectors.");

        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "exec", typeof(ColumnPathTests).Assembly.Location },
            Environment = { [setting] = value },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        var here = ColumnPath.Describe();
        Assert.Equal($"{bits} {here[(here.IndexOf(' ', StringComparison.Ordinal) + 1)..]}", answer.Trim());
    }
}
