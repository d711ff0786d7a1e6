using System.Numerics;

namespace TogetherRates;

/// <summary>A set of meters: a bit for each.</summary>
internal readonly record struct MeterSet
{
    private MeterSet(ulong bits) => Bits = bits;

    private ulong Bits { get; }

    public bool IsEmpty => Bits == 0;

    public static MeterSet Of(params ReadOnlySpan<Meter> meters)
    {
        var set = default(MeterSet);
        foreach (var meter in meters)
        {
            set = set.With(meter);
        }

        return set;
    }

    /// <summary>The first meters of the vocabulary.</summary>
    public static MeterSet FirstOf(int count) => new((1ul << count) - 1);

    public bool Has(Meter meter) => (Bits & Bit(meter)) != 0;

    /// <summary>Whether a meter is in this set and in both others.</summary>
    public bool HasAny(MeterSet first, MeterSet second) => (Bits & first.Bits & second.Bits) != 0;

    /// <summary>Finds the first of some meters, as numbers, that is in the set.</summary>
    public bool TryFindFirst(ReadOnlySpan<byte> meters, out int first)
    {
        foreach (var meter in meters)
        {
            if (Has((Meter)meter))
            {
                first = meter;
                return true;
            }
        }

        first = 0;
        return false;
    }

    public MeterSet With(Meter meter) => new(Bits | Bit(meter));

    public MeterSet Without(Meter meter) => new(Bits & ~Bit(meter));

    public MeterSet Without(MeterSet other) => new(Bits & ~other.Bits);

    public static MeterSet operator |(MeterSet left, MeterSet right) => new(left.Bits | right.Bits);

    /// <summary>The meters in the order of the vocabulary.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    private static ulong Bit(Meter meter) => 1ul << (int)meter;

    public ref struct Enumerator(ulong rest)
    {
        private ulong rest = rest;

        public Meter Current { get; private set; }

        public bool MoveNext()
        {
            if (rest == 0)
            {
                return false;
            }

            Current = (Meter)BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            return true;
        }
    }
}
