using System.Numerics;

namespace TogetherRates;

/// <summary>A set of meters: a bit for each.</summary>
internal readonly record struct MeterSet
{
    private MeterSet(uint bits) => Bits = bits;

    private uint Bits { get; }

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

    public bool Has(Meter meter) => (Bits & Bit(meter)) != 0;

    public MeterSet With(Meter meter) => new(Bits | Bit(meter));

    public MeterSet Without(Meter meter) => new(Bits & ~Bit(meter));

    public MeterSet Without(MeterSet other) => new(Bits & ~other.Bits);

    public static MeterSet operator |(MeterSet left, MeterSet right) => new(left.Bits | right.Bits);

    /// <summary>The meters in the order of the vocabulary.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    private static uint Bit(Meter meter) => 1u << (int)meter;

    public ref struct Enumerator(uint rest)
    {
        private uint rest = rest;

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
