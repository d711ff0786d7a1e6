using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Benchmarks.Races;

/// <summary>
/// The bounds of columns where computing takes longer than memory: loads, products and stores as a row needs them, in the fewest instructions, from made-up
/// rates of half a word. Nothing is checked: not a model, not a token count, not a sum.
/// </summary>
internal static unsafe class BareLoops
{
    private static readonly ulong[] Rates = [.. Enumerable.Range(0, ManyModels.Count + 1).Select(model => ((ulong)(4 * model) << 32) | (uint)model)];

    /// <summary>Prices rows of models and tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Models(ModelColumnData data, bool isNonTemporal)
    {
        fixed (ulong* rates = Rates)
        fixed (ushort* models = data.Models)
        fixed (uint* input = data.Input, output = data.Output)
        fixed (long* costs = data.Costs)
        {
            var row = Streams.FirstAligned(costs);
            for (; row <= data.Models.Length - 8; row += 8)
            {
                Write(Cost(RatesOf(rates, models + row), input + row, output + row).AsInt64(), costs + row, isNonTemporal);
            }

            return row;
        }
    }

    /// <summary>Adds up rows of models and tokens, in 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Sum(ModelColumnData data)
    {
        fixed (ulong* rates = Rates)
        fixed (ushort* models = data.Models)
        fixed (uint* input = data.Input, output = data.Output)
        {
            var (lower, upper) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            var half = Vector512.Create((ulong)uint.MaxValue);
            for (var row = 0; row <= data.Models.Length - 8; row += 8)
            {
                var cost = Cost(RatesOf(rates, models + row), input + row, output + row);
                lower += cost & half;
                upper += cost >>> 32;
            }

            return Vector512.Sum(lower) + (Vector512.Sum(upper) * 4_294_967_296m);
        }
    }

    /// <summary>Prices rows of sizes and tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Sizes(SizeColumnData data, bool isNonTemporal)
    {
        // As many bounds as the dense table has.
        var (bound1, bound2, bound3, bound4, bound5) = (
            Vector512.Create(TierTable.Bounds[0]), Vector512.Create(TierTable.Bounds[1]), Vector512.Create(TierTable.Bounds[2]), Vector512.Create(TierTable.Bounds[3]), Vector512.Create(TierTable.Bounds[4]));
        var step = Vector512.Create(100_000L);
        fixed (long* sizes = data.Sizes)
        fixed (uint* tokens = data.Tokens)
        fixed (long* costs = data.Costs)
        {
            var row = Streams.FirstAligned(costs);
            for (; row <= data.Sizes.Length - 8; row += 8)
            {
                var size = Vector512.Load(sizes + row);
                var rate = AddAbove(AddAbove(AddAbove(AddAbove(AddAbove(step, size, bound1), size, bound2), size, bound3), size, bound4), size, bound5);
                Write(Product(rate.AsUInt64(), tokens + row).AsInt64(), costs + row, isNonTemporal);
            }

            return row;
        }

        Vector512<long> AddAbove(Vector512<long> rate, Vector512<long> size, Vector512<long> bound) =>
            Vector512.ConditionalSelect(Vector512.GreaterThan(size, bound), rate + step, rate);
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
