using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>Four times as many rows at once: what is the same for all rows, such as the bounds of tiers, is then loaded a quarter as often.</summary>
/// <typeparam name="TLanes">The lanes of a vector.</typeparam>
internal readonly unsafe struct FourTimes<TLanes> : ILanes<FourTimes<TLanes>>
    where TLanes : struct, ILanes<TLanes>
{
    private readonly TLanes first;
    private readonly TLanes second;
    private readonly TLanes third;
    private readonly TLanes fourth;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FourTimes(TLanes first, TLanes second, TLanes third, TLanes fourth) =>
        (this.first, this.second, this.third, this.fourth) = (first, second, third, fourth);

    public static int Count => 4 * TLanes.Count;

    public static int Step => TLanes.Step;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> All(ulong value)
    {
        var all = TLanes.All(value);
        return new(all, all, all, all);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> Load(long* values) =>
        new(TLanes.Load(values), TLanes.Load(values + TLanes.Count), TLanes.Load(values + (2 * TLanes.Count)), TLanes.Load(values + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> Widen(uint* values) =>
        new(TLanes.Widen(values), TLanes.Widen(values + TLanes.Count), TLanes.Widen(values + (2 * TLanes.Count)), TLanes.Widen(values + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> Pick<TRateRows>(ulong* rates, TRateRows rows, ushort* indices)
        where TRateRows : struct, IRateRows => new(
        TLanes.Pick(rates, rows, indices),
        TLanes.Pick(rates, rows, indices + TLanes.Count),
        TLanes.Pick(rates, rows, indices + (2 * TLanes.Count)),
        TLanes.Pick(rates, rows, indices + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> Multiply(FourTimes<TLanes> left, FourTimes<TLanes> right) => new(
        TLanes.Multiply(left.first, right.first),
        TLanes.Multiply(left.second, right.second),
        TLanes.Multiply(left.third, right.third),
        TLanes.Multiply(left.fourth, right.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> AddAbove(FourTimes<TLanes> sum, FourTimes<TLanes> number, FourTimes<TLanes> bound, FourTimes<TLanes> step) => new(
        TLanes.AddAbove(sum.first, number.first, bound.first, step.first),
        TLanes.AddAbove(sum.second, number.second, bound.second, step.second),
        TLanes.AddAbove(sum.third, number.third, bound.third, step.third),
        TLanes.AddAbove(sum.fourth, number.fourth, bound.fourth, step.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> AddOutside(FourTimes<TLanes> signs, FourTimes<TLanes> number, FourTimes<TLanes> last) => new(
        TLanes.AddOutside(signs.first, number.first, last.first),
        TLanes.AddOutside(signs.second, number.second, last.second),
        TLanes.AddOutside(signs.third, number.third, last.third),
        TLanes.AddOutside(signs.fourth, number.fourth, last.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> Largest(FourTimes<TLanes> largest, ushort* numbers) =>
        new(TLanes.Largest(largest.first, numbers), largest.second, largest.third, largest.fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBelow(FourTimes<TLanes> numbers, ushort end) =>
        TLanes.AreBelow(numbers.first, end) && TLanes.AreBelow(numbers.second, end) && TLanes.AreBelow(numbers.third, end) && TLanes.AreBelow(numbers.fourth, end);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAnyNegative(FourTimes<TLanes> numbers) =>
        TLanes.IsAnyNegative(numbers.first) || TLanes.IsAnyNegative(numbers.second) || TLanes.IsAnyNegative(numbers.third) || TLanes.IsAnyNegative(numbers.fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> High(FourTimes<TLanes> value) =>
        new(TLanes.High(value.first), TLanes.High(value.second), TLanes.High(value.third), TLanes.High(value.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTimes<TLanes> operator +(FourTimes<TLanes> left, FourTimes<TLanes> right) =>
        new(left.first + right.first, left.second + right.second, left.third + right.third, left.fourth + right.fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(FourTimes<TLanes> value) => TLanes.Sum(value.first + value.second + (value.third + value.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FourTimes<TLanes> value, long* destination)
    {
        TLanes.Store(value.first, destination);
        TLanes.Store(value.second, destination + TLanes.Count);
        TLanes.Store(value.third, destination + (2 * TLanes.Count));
        TLanes.Store(value.fourth, destination + (3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(FourTimes<TLanes> value, long* destination)
    {
        TLanes.StoreNonTemporal(value.first, destination);
        TLanes.StoreNonTemporal(value.second, destination + TLanes.Count);
        TLanes.StoreNonTemporal(value.third, destination + (2 * TLanes.Count));
        TLanes.StoreNonTemporal(value.fourth, destination + (3 * TLanes.Count));
    }
}
