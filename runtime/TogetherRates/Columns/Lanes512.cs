using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Columns;

/// <summary>Eight rows at a time.</summary>
internal readonly unsafe struct Lanes512 : ILanes<Lanes512>
{
    private readonly Vector512<ulong> value;

    private Lanes512(Vector512<ulong> value) => this.value = value;

    public static int Count => Vector512<ulong>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 All(ulong value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(long* values) => new(Vector512.Load((ulong*)values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Widen(uint* values) => new(Avx512F.ConvertToVector512Int64(Vector256.Load(values)).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Pick(ulong* rates, ushort* rows, ushort* indices, uint mask) => new(Vector512.Create(
        rates[rows[indices[0] & mask]],
        rates[rows[indices[1] & mask]],
        rates[rows[indices[2] & mask]],
        rates[rows[indices[3] & mask]],
        rates[rows[indices[4] & mask]],
        rates[rows[indices[5] & mask]],
        rates[rows[indices[6] & mask]],
        rates[rows[indices[7] & mask]]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Multiply(Lanes512 left, Lanes512 right) => new(Avx512F.Multiply(left.value.AsUInt32(), right.value.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Above(Lanes512 left, Lanes512 right) => new(Vector512.GreaterThan(left.value.AsInt64(), right.value.AsInt64()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 High(Lanes512 value) => new(value.value >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator &(Lanes512 left, Lanes512 right) => new(left.value & right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(Lanes512 value) => Vector512.Sum(value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 value, long* destination) => value.value.AsInt64().Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Lanes512 value, long* destination) => value.value.AsInt64().StoreAlignedNonTemporal(destination);
}
