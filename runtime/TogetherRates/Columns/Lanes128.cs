using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TogetherRates.Columns;

/// <summary>Two rows at a time, on any machine with vectors.</summary>
internal readonly unsafe struct Lanes128 : ILanes<Lanes128>
{
    private readonly Vector128<ulong> value;

    private Lanes128(Vector128<ulong> value) => this.value = value;

    public static int Count => Vector128<ulong>.Count;

    public static int Step => IColumnRows.StepRows;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 All(ulong value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(long* values) => new(Vector128.Load((ulong*)values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Widen(uint* values) => new(Vector128.WidenLower(Vector64.Load(values).ToVector128Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Pick<TRateRows>(ulong* rates, TRateRows rows, ushort* indices)
        where TRateRows : struct, IRateRows => new(Vector128.Create(rates[rows.Of(indices[0] & (uint)(ushort)rows.Mask)], rates[rows.Of(indices[1] & (uint)(ushort)rows.Mask)]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Multiply(Lanes128 left, Lanes128 right)
    {
        if (Sse2.IsSupported)
        {
            return new(Sse2.Multiply(left.value.AsUInt32(), right.value.AsUInt32()));
        }

        return new(AdvSimd.IsSupported
            ? AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(left.value), AdvSimd.ExtractNarrowingLower(right.value))
            : (left.value & Vector128.Create((ulong)uint.MaxValue)) * (right.value & Vector128.Create((ulong)uint.MaxValue)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AddAbove(Lanes128 sum, Lanes128 number, Lanes128 bound, Lanes128 step) =>
        new(sum.value + (Vector128.GreaterThan(number.value.AsInt64(), bound.value.AsInt64()).AsUInt64() & step.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AddOutside(Lanes128 signs, Lanes128 number, Lanes128 last) =>
        new(signs.value | (number.value - Vector128<ulong>.One) | (last.value - number.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Largest(Lanes128 largest, ushort* numbers) =>
        new(Vector128.Max(Vector128.Max(largest.value.AsUInt16(), LessOne(numbers)), Vector128.Max(Vector128.Max(LessOne(numbers + 8), LessOne(numbers + 16)), LessOne(numbers + 24))).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBelow(Lanes128 numbers, ushort end) => Vector128.LessThanAll(numbers.value.AsUInt16(), Vector128.Create(end));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAnyNegative(Lanes128 numbers) => Vector128.LessThanAny(numbers.value.AsInt64(), Vector128<long>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 High(Lanes128 value) => new(value.value >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(Lanes128 value) => Vector128.Sum(value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128 value, long* destination) => value.value.AsInt64().Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Lanes128 value, long* destination) => value.value.AsInt64().StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> LessOne(ushort* numbers) => Vector128.Load(numbers) - Vector128<ushort>.One;
}
