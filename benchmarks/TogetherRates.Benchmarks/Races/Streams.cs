using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TogetherRates.Benchmarks.Races;

/// <summary>The bounds of columns: the same columns read and as much written, with hardly any work between.</summary>
internal static unsafe class Streams
{
    /// <summary>Reads rows of models and tokens and writes a sum for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Models(ModelColumnData data, bool isNonTemporal)
    {
        fixed (ushort* models = data.Models)
        fixed (uint* input = data.Input, output = data.Output)
        fixed (long* costs = data.Costs)
        {
            var row = FirstAligned(costs);
            var end = data.Models.Length - 8;
            for (; row <= end; row += 8)
            {
                var (low, high) = Vector128.Widen(Vector128.Load(models + row));
                var sum = Vector256.Create(low, high) + Vector256.Load(input + row) + Vector256.Load(output + row);
                var (firstCosts, lastCosts) = Vector256.Widen(sum);
                Write(firstCosts.AsInt64(), lastCosts.AsInt64(), costs + row, isNonTemporal);
            }

            return row;
        }
    }

    /// <summary>Reads rows of sizes and tokens and writes a sum for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Sizes(SizeColumnData data, bool isNonTemporal)
    {
        fixed (long* sizes = data.Sizes)
        fixed (uint* tokens = data.Tokens)
        fixed (long* costs = data.Costs)
        {
            var row = FirstAligned(costs);
            var end = data.Sizes.Length - 8;
            for (; row <= end; row += 8)
            {
                var (low, high) = Vector256.Widen(Vector256.Load(tokens + row));
                var first = Vector256.Load(sizes + row) + low.AsInt64();
                var second = Vector256.Load(sizes + row + 4) + high.AsInt64();
                Write(first, second, costs + row, isNonTemporal);
            }

            return row;
        }
    }

    /// <summary>Only reads rows of models and tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Read(ModelColumnData data)
    {
        fixed (ushort* models = data.Models)
        fixed (uint* input = data.Input, output = data.Output)
        {
            var sum = Vector256<uint>.Zero;
            var more = Vector128<ushort>.Zero;
            for (var row = 0; row <= data.Models.Length - 8; row += 8)
            {
                more += Vector128.Load(models + row);
                sum += Vector256.Load(input + row) + Vector256.Load(output + row);
            }

            return Vector256.Sum(sum) + Vector128.Sum(more);
        }
    }

    /// <summary>Writes the costs of eight rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector256<long> first, Vector256<long> last, long* costs, bool isNonTemporal)
    {
        if (isNonTemporal)
        {
            first.StoreAlignedNonTemporal(costs);
            last.StoreAlignedNonTemporal(costs + 4);
        }
        else
        {
            first.Store(costs);
            last.Store(costs + 4);
        }
    }

    /// <summary>The first row whose cost starts a line of the cache.</summary>
    public static int FirstAligned(long* costs) => (int)((64 - ((nuint)costs % 64)) % 64 / sizeof(long));
}
