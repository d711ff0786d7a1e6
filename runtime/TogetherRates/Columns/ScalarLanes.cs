using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>One row at a time, for machines without vectors and for what is left at the end of a column.</summary>
internal readonly unsafe struct ScalarLanes : ILanes<ScalarLanes>
{
    private readonly ulong value;

    private ScalarLanes(ulong value) => this.value = value;

    public static int Count => 1;

    public static int Step => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes All(ulong value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Load(long* values) => new((ulong)*values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Widen(uint* values) => new(*values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Pick<TRateRows>(ulong* rates, TRateRows rows, ushort* indices)
        where TRateRows : struct, IRateRows => new(rates[rows.Of(*indices & (uint)(ushort)rows.Mask)]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Multiply(ScalarLanes left, ScalarLanes right) => new((ulong)(uint)left.value * (uint)right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes AddAbove(ScalarLanes sum, ScalarLanes number, ScalarLanes bound, ScalarLanes step) =>
        new((long)number.value > (long)bound.value ? sum.value + step.value : sum.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes AddOutside(ScalarLanes signs, ScalarLanes number, ScalarLanes last) =>
        new(signs.value | unchecked(number.value - 1) | unchecked(last.value - number.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Largest(ScalarLanes largest, ushort* numbers) => new(Math.Max(largest.value, unchecked((ushort)(*numbers - 1))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBelow(ScalarLanes numbers, ushort end) => numbers.value < end;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAnyNegative(ScalarLanes numbers) => (long)numbers.value < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes High(ScalarLanes value) => new(value.value >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes operator +(ScalarLanes left, ScalarLanes right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(ScalarLanes value) => value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ScalarLanes value, long* destination) => *destination = (long)value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(ScalarLanes value, long* destination) => Store(value, destination);
}
