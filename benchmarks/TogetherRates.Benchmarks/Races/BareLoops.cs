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
                var (firstInput, lastInput) = Vector256.Widen(Vector256.Load(input + row));
                var (firstOutput, lastOutput) = Vector256.Widen(Vector256.Load(output + row));
                var first = Cost(RatesOf(rates, models + row), firstInput, firstOutput).AsInt64();
                var last = Cost(RatesOf(rates, models + row + 4), lastInput, lastOutput).AsInt64();
                Streams.Write(first, last, costs + row, isNonTemporal);
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
            var (lower, upper) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero);
            var half = Vector256.Create((ulong)uint.MaxValue);
            for (var row = 0; row <= data.Models.Length - 8; row += 8)
            {
                var (firstInput, lastInput) = Vector256.Widen(Vector256.Load(input + row));
                var (firstOutput, lastOutput) = Vector256.Widen(Vector256.Load(output + row));
                var first = Cost(RatesOf(rates, models + row), firstInput, firstOutput);
                var last = Cost(RatesOf(rates, models + row + 4), lastInput, lastOutput);
                lower += (first & half) + (last & half);
                upper += (first >>> 32) + (last >>> 32);
            }

            return Vector256.Sum(lower) + (Vector256.Sum(upper) * 4_294_967_296m);
        }
    }

    /// <summary>Prices rows of sizes and tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static decimal Sizes(SizeColumnData data, bool isNonTemporal)
    {
        // As many bounds as the dense table has.
        var (bound1, bound2, bound3, bound4, bound5) = (
            Vector256.Create(TierTable.Bounds[0]), Vector256.Create(TierTable.Bounds[1]), Vector256.Create(TierTable.Bounds[2]), Vector256.Create(TierTable.Bounds[3]), Vector256.Create(TierTable.Bounds[4]));
        var step = Vector256.Create(100_000L);
        fixed (long* sizes = data.Sizes)
        fixed (uint* tokens = data.Tokens)
        fixed (long* costs = data.Costs)
        {
            var row = Streams.FirstAligned(costs);
            for (; row <= data.Sizes.Length - 8; row += 8)
            {
                var (firstTokens, lastTokens) = Vector256.Widen(Vector256.Load(tokens + row));
                var first = Product(RateOf(Vector256.Load(sizes + row)), firstTokens).AsInt64();
                var last = Product(RateOf(Vector256.Load(sizes + row + 4)), lastTokens).AsInt64();
                Streams.Write(first, last, costs + row, isNonTemporal);
            }

            return row;
        }

        Vector256<ulong> RateOf(Vector256<long> size) => (step
            + (Vector256.GreaterThan(size, bound1) & step) + (Vector256.GreaterThan(size, bound2) & step) + (Vector256.GreaterThan(size, bound3) & step)
            + (Vector256.GreaterThan(size, bound4) & step) + (Vector256.GreaterThan(size, bound5) & step)).AsUInt64();
    }

    // Four loads are quicker than one instruction that gathers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> RatesOf(ulong* rates, ushort* models) => Vector256.Create(rates[models[0]], rates[models[1]], rates[models[2]], rates[models[3]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Cost(Vector256<ulong> rates, Vector256<ulong> input, Vector256<ulong> output) => Product(rates, input) + Product(rates >>> 32, output);

    // Of the lower halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> rates, Vector256<ulong> tokens) =>
        Avx2.IsSupported ? Avx2.Multiply(rates.AsUInt32(), tokens.AsUInt32()) : (rates & Vector256.Create((ulong)uint.MaxValue)) * tokens;
}
