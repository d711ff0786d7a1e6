using System.Runtime.CompilerServices;

namespace TogetherRates.Columns;

/// <summary>Twice as many rows: what is the same for all of them is loaded half as often.</summary>
/// <typeparam name="TLanes">One half.</typeparam>
internal readonly unsafe struct Pair<TLanes> : ILanes<Pair<TLanes>>
    where TLanes : struct, ILanes<TLanes>
{
    private readonly TLanes first;
    private readonly TLanes second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Pair(TLanes first, TLanes second)
    {
        this.first = first;
        this.second = second;
    }

    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> All(ulong value)
    {
        var all = TLanes.All(value);
        return new(all, all);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> Load(long* values) => new(TLanes.Load(values), TLanes.Load(values + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> Widen(uint* values) => new(TLanes.Widen(values), TLanes.Widen(values + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> Pick(ulong* rates, ushort* rows, ushort* indices, uint mask) =>
        new(TLanes.Pick(rates, rows, indices, mask), TLanes.Pick(rates, rows, indices + TLanes.Count, mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> Multiply(Pair<TLanes> left, Pair<TLanes> right) =>
        new(TLanes.Multiply(left.first, right.first), TLanes.Multiply(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> Above(Pair<TLanes> left, Pair<TLanes> right) =>
        new(TLanes.Above(left.first, right.first), TLanes.Above(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> High(Pair<TLanes> value) => new(TLanes.High(value.first), TLanes.High(value.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> operator +(Pair<TLanes> left, Pair<TLanes> right) => new(left.first + right.first, left.second + right.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<TLanes> operator &(Pair<TLanes> left, Pair<TLanes> right) => new(left.first & right.first, left.second & right.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(Pair<TLanes> value) => TLanes.Sum(value.first + value.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Pair<TLanes> value, long* destination)
    {
        TLanes.Store(value.first, destination);
        TLanes.Store(value.second, destination + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Pair<TLanes> value, long* destination)
    {
        TLanes.StoreNonTemporal(value.first, destination);
        TLanes.StoreNonTemporal(value.second, destination + TLanes.Count);
    }
}
