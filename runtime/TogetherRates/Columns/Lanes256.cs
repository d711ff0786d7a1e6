using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Columns;

/// <summary>Four rows at a time.</summary>
internal readonly unsafe struct Lanes256 : ILanes<Lanes256>
{
    private readonly Vector256<ulong> value;

    private Lanes256(Vector256<ulong> value) => this.value = value;

    public static int Count => Vector256<ulong>.Count;

    public static int Step => IColumnRows.StepRows;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 All(ulong value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(long* values) => new(Vector256.Load((ulong*)values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Widen(uint* values) => new(Avx2.ConvertToVector256Int64(values).AsUInt64());

    // Broadcasts and blends leave the one port free that inserts would wait for; gathers are far slower on patched processors.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Pick<TRateRows>(ulong* rates, TRateRows rows, ushort* indices)
        where TRateRows : struct, IRateRows
    {
        var four = *(ulong*)indices & rows.Mask;
        var low = Avx2.Blend(Rate(rates, rows.Of((ushort)four)), Rate(rates, rows.Of((ushort)(four >> 16))), 0b0000_1100);
        var high = Avx2.Blend(Rate(rates, rows.Of((ushort)(four >> 32))), Rate(rates, rows.Of((nuint)(four >> 48))), 0b1100_0000);
        return new(Avx2.Blend(low, high, 0b1111_0000).AsUInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Rate(ulong* rates, nuint row) => Vector256.Create(rates[row]).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Multiply(Lanes256 left, Lanes256 right) => new(Avx2.Multiply(left.value.AsUInt32(), right.value.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AddAbove(Lanes256 sum, Lanes256 number, Lanes256 bound, Lanes256 step) =>
        new(sum.value + (Vector256.GreaterThan(number.value.AsInt64(), bound.value.AsInt64()).AsUInt64() & step.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AddOutside(Lanes256 signs, Lanes256 number, Lanes256 last) =>
        new(signs.value | (number.value - Vector256<ulong>.One) | (last.value - number.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Largest(Lanes256 largest, ushort* numbers) =>
        new(Vector256.Max(largest.value.AsUInt16(), Vector256.Max(LessOne(numbers), LessOne(numbers + 16))).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBelow(Lanes256 numbers, ushort end) => Vector256.LessThanAll(numbers.value.AsUInt16(), Vector256.Create(end));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAnyNegative(Lanes256 numbers) => Vector256.LessThanAny(numbers.value.AsInt64(), Vector256<long>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 High(Lanes256 value) => new(value.value >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(Lanes256 value) => Vector256.Sum(value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256 value, long* destination) => value.value.AsInt64().Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Lanes256 value, long* destination) => value.value.AsInt64().StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> LessOne(ushort* numbers) => Vector256.Load(numbers) - Vector256<ushort>.One;
}
