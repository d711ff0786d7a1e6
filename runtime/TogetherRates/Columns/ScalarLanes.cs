using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>One row at a time, for machines without vectors and for what is left at the end of a column.</summary>
internal readonly unsafe struct ScalarLanes : ILanes<ScalarLanes>
{
    private readonly ulong value;

    private ScalarLanes(ulong value) => this.value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes All(ulong value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Load(long* values) => new((ulong)*values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Widen(uint* values) => new(*values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Pick(ulong* rates, ushort* rows, ushort* indices, uint mask) => new(rates[rows[*indices & mask]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Multiply(ScalarLanes left, ScalarLanes right) => new((ulong)(uint)left.value * (uint)right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Above(ScalarLanes left, ScalarLanes right) => new((long)left.value > (long)right.value ? ulong.MaxValue : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes High(ScalarLanes value) => new(value.value >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes operator +(ScalarLanes left, ScalarLanes right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes operator &(ScalarLanes left, ScalarLanes right) => new(left.value & right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(ScalarLanes value) => value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ScalarLanes value, long* destination) => *destination = (long)value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(ScalarLanes value, long* destination) => Store(value, destination);
}
