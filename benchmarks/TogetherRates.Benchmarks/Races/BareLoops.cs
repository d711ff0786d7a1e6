using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Benchmarks.Races;

/// <summary>
/// The bounds of columns: loads, products and stores as a row needs them, in the fewest instructions, from made-up rates of half a word, and memory asked for
/// ahead where there is much of it. Nothing is checked; what a look at each row costs is a loop of its own.
/// </summary>
internal static unsafe class BareLoops
{
    private const int Line = 64;
    private const int RowsInStep = 32;
    private const int RowsInPage = 512;

    private static readonly ulong[] Rates = [.. Enumerable.Range(0, ManyModels.Count + 1).Select(model => ((ulong)(4 * model) << 32) | (uint)model)];

    /// <summary>Prices rows of models and tokens.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="areMany">Whether there are more than caches hold.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Models(ModelColumnData data, bool areMany)
    {
        fixed (ulong* rates = Rates)
        fixed (ushort* models = data.Models)
        fixed (uint* input = data.Input, output = data.Output)
        fixed (long* costs = data.Costs)
        {
            var row = Streams.FirstAligned(costs);
            for (; row <= data.Models.Length - RowsInStep; row += RowsInStep)
            {
                if (areMany)
                {
                    Prefetch(models + row, 1);
                    Prefetch(input + row, 2);
                    Prefetch(output + row, 2);
                    Sse.Prefetch0(costs + row + (2 * RowsInPage));
                }

                for (var i = row; i < row + RowsInStep; i += 8)
                {
                    Write(Cost(RatesOf(rates, models + i), input + i, output + i).AsInt64(), costs + i, areMany);
                }
            }

            return row;
        }
    }

    /// <summary>Looks at the models of rows, as has to be done where an error must come before anything is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool ArePriced(ModelColumnData data)
    {
        var (above, last) = (Vector512<ushort>.Zero, Vector512.Create((ushort)(Rates.Length - 1)));
        fixed (ushort* models = data.Models)
        {
            for (var row = 0; row <= data.Models.Length - RowsInStep; row += RowsInStep)
            {
                Prefetch(models + row, 1);
                above |= Vector512.SubtractSaturate(Vector512.Load(models + row), last);
            }
        }

        return above == Vector512<ushort>.Zero;
    }

    /// <summary>Looks at the sizes of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool ArePriced(SizeColumnData data)
    {
        var (signs, last) = (Vector512<long>.Zero, Vector512.Create(TierTable.Bounds[^1]));
        fixed (long* sizes = data.Sizes)
        {
            for (var row = 0; row <= data.Sizes.Length - RowsInStep; row += RowsInStep)
            {
                Prefetch(sizes + row, 4);
                signs |= (last - Vector512.Load(sizes + row)) | (last - Vector512.Load(sizes + row + 8)) | (last - Vector512.Load(sizes + row + 16)) | (last - Vector512.Load(sizes + row + 24));
            }
        }

        return !Vector512.LessThanAny(signs, Vector512<long>.Zero);
    }

    /// <summary>Adds up rows of models and tokens, in 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Sum(ModelColumnData data, bool areMany)
    {
        fixed (ulong* rates = Rates)
        fixed (ushort* models = data.Models)
        fixed (uint* input = data.Input, output = data.Output)
        {
            var (lower, upper) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            var half = Vector512.Create((ulong)uint.MaxValue);
            for (var row = 0; row <= data.Models.Length - RowsInStep; row += RowsInStep)
            {
                if (areMany)
                {
                    Prefetch(models + row, 1);
                    Prefetch(input + row, 2);
                    Prefetch(output + row, 2);
                }

                for (var i = row; i < row + RowsInStep; i += 8)
                {
                    var cost = Cost(RatesOf(rates, models + i), input + i, output + i);
                    lower += cost & half;
                    upper += cost >>> 32;
                }
            }

            return Vector512.Sum(lower) + (Vector512.Sum(upper) * 4_294_967_296m);
        }
    }

    /// <summary>Prices rows of sizes and tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Sizes(SizeColumnData data, bool areMany)
    {
        fixed (long* sizes = data.Sizes)
        fixed (uint* tokens = data.Tokens)
        fixed (long* costs = data.Costs)
        {
            var row = Streams.FirstAligned(costs);

            // As many bounds as the dense table has. What is made before a call would be read from the stack after it.
            var (bound1, bound2, bound3, bound4, bound5) = (
                Vector512.Create(TierTable.Bounds[0]), Vector512.Create(TierTable.Bounds[1]), Vector512.Create(TierTable.Bounds[2]), Vector512.Create(TierTable.Bounds[3]), Vector512.Create(TierTable.Bounds[4]));
            var step = Vector512.Create(100_000L);
            for (; row <= data.Sizes.Length - RowsInStep; row += RowsInStep)
            {
                if (areMany)
                {
                    Prefetch(sizes + row, 4);
                    Prefetch(tokens + row, 2);
                    Sse.Prefetch0(costs + row + (2 * RowsInPage));
                }

                for (var i = row; i < row + RowsInStep; i += 8)
                {
                    var size = Vector512.Load(sizes + i);
                    var rate = AddAbove(AddAbove(AddAbove(AddAbove(AddAbove(step, size, bound1, step), size, bound2, step), size, bound3, step), size, bound4, step), size, bound5, step);
                    Write(Product(rate.AsUInt64(), tokens + i).AsInt64(), costs + i, areMany);
                }
            }

            return row;
        }

        static Vector512<long> AddAbove(Vector512<long> rate, Vector512<long> size, Vector512<long> bound, Vector512<long> step) =>
            Vector512.ConditionalSelect(Vector512.GreaterThan(size, bound), rate + step, rate);
    }

    // A page ahead of its use.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch<T>(T* start, int lines)
        where T : unmanaged
    {
        for (var line = 0; line < lines; line++)
        {
            Sse.Prefetch0((byte*)(start + RowsInPage) + (line * Line));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector512<long> costs, long* destination, bool isNonTemporal)
    {
        if (isNonTemporal)
        {
            costs.StoreAlignedNonTemporal(destination);
        }
        else
        {
            costs.Store(destination);
        }
    }

    // Eight loads are quicker than instructions that gather.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> RatesOf(ulong* rates, ushort* models)
    {
        var (low, high) = (*(ulong*)models, *(ulong*)(models + 4));
        return Vector512.Create(
            rates[(ushort)low], rates[(ushort)(low >> 16)], rates[(ushort)(low >> 32)], rates[low >> 48],
            rates[(ushort)high], rates[(ushort)(high >> 16)], rates[(ushort)(high >> 32)], rates[high >> 48]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Cost(Vector512<ulong> rates, uint* input, uint* output) => Product(rates, input) + Product(rates >>> 32, output);

    // Of the lower halves of rates.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> rates, uint* tokens)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Multiply(rates.AsUInt32(), Avx512F.ConvertToVector512UInt64(Vector256.Load(tokens)).AsUInt32());
        }

        var (first, last) = Vector256.Widen(Vector256.Load(tokens));
        return Vector512.Create(Product(rates.GetLower(), first), Product(rates.GetUpper(), last));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> rates, Vector256<ulong> tokens) =>
        Avx2.IsSupported ? Avx2.Multiply(rates.AsUInt32(), tokens.AsUInt32()) : (rates & Vector256.Create((ulong)uint.MaxValue)) * tokens;
}
