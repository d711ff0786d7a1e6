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

    public static int Step => IColumnRows.StepRows;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 All(ulong value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(long* values) => new(Vector512.Load((ulong*)values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Widen(uint* values) => new(Avx512F.ConvertToVector512Int64(Vector256.Load(values)).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Pick<TRateRows>(ulong* rates, TRateRows rows, ushort* indices)
        where TRateRows : struct, IRateRows =>
        new(PickFour(rates, rows, indices).ToVector512Unsafe().WithUpper(PickFour(rates, rows, indices + 4)));

    // Four indices in a load, taken apart by shifts: loads are what the loop has too many of.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> PickFour<TRateRows>(ulong* rates, TRateRows rows, ushort* indices)
        where TRateRows : struct, IRateRows
    {
        var four = *(ulong*)indices & rows.Mask;
        return Vector256.Create(
            rates[rows.Of((ushort)four)],
            rates[rows.Of((ushort)(four >> 16))],
            rates[rows.Of((ushort)(four >> 32))],
            rates[rows.Of((nuint)(four >> 48))]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Multiply(Lanes512 left, Lanes512 right) => new(Avx512F.Multiply(left.value.AsUInt32(), right.value.AsUInt32()));

    // Becomes two instructions, as additions can leave lanes out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AddAbove(Lanes512 sum, Lanes512 number, Lanes512 bound, Lanes512 step) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(number.value.AsInt64(), bound.value.AsInt64()).AsUInt64(), sum.value + step.value, sum.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AddOutside(Lanes512 signs, Lanes512 number, Lanes512 last) =>
        new(signs.value | (number.value - Vector512<ulong>.One) | (last.value - number.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Largest(Lanes512 largest, ushort* numbers) =>
        new(Vector512.Max(largest.value.AsUInt16(), LessOne(numbers)).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBelow(Lanes512 numbers, ushort end) => Vector512.LessThanAll(numbers.value.AsUInt16(), Vector512.Create(end));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAnyNegative(Lanes512 numbers) => Vector512.LessThanAny(numbers.value.AsInt64(), Vector512<long>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 High(Lanes512 value) => new(value.value >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(Lanes512 value) => Vector512.Sum(value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 value, long* destination) => value.value.AsInt64().Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Lanes512 value, long* destination) => value.value.AsInt64().StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> LessOne(ushort* numbers) => Vector512.Load(numbers) - Vector512<ushort>.One;
}
