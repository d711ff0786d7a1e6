using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace TogetherRates.Benchmarks.Races;

/// <summary>
/// The bound of lookups: two words of four characters are hashed and lead to a slot, and one comparison decides. An id that shares its words with
/// another isn't looked for further, one of less than four characters isn't looked for at all, more than 64 are not all compared, and the tables are at hand. The loops
/// are compiled at once and for good, so that no race before leaves its mark on them.
/// </summary>
internal sealed class WordTable
{
    /// <summary>What results call a lookup in it.</summary>
    public const string Name = "two words hashed, one comparison, ids that share them left out (the bound)";

    private const int WordLength = 4;
    private const int BlockLength = 16;
    private const int FarthestPlace = 24;
    private const int RowShift = 32;
    private const int MarkShift = 48;
    private const ulong Marks = 0x7FFF;
    private const ulong LengthFactor = 0x9E37_79B9_7F4A_7C15;
    private const ulong FirstFactor = 0xBF58_476D_1CE4_E5B9;

    // As many slots as a power of two of at least 1.25 an id, and a quarter as many displacements.
    private readonly ulong[] slots;
    private readonly ushort[] displacements;
    private readonly byte[] keys;
    private readonly int fromStart;
    private readonly int fromEnd;
    private readonly ulong secondFactor;
    private readonly int displacementShift;

    /// <summary>Builds the tables.</summary>
    /// <param name="ids">The ids, in ASCII. The values are those of the generated enumeration: 1 for the first in ordinal order.</param>
    public WordTable(IReadOnlyList<string> ids)
    {
        string[] sorted = [.. ids.Order(StringComparer.Ordinal)];
        keys = Encoding.ASCII.GetBytes(string.Concat(sorted) + new string(' ', BlockLength));
        (fromStart, fromEnd) = (
            from start in Enumerable.Range(0, FarthestPlace)
            from end in Enumerable.Range(WordLength, FarthestPlace)
            orderby sorted.DistinctBy(id => WordsOf(id, start, end)).Count() descending
            select (start, end)).First();
        var size = 16;
        while (size * 4 < sorted.Length * 5)
        {
            size *= 2;
        }

        slots = new ulong[size];
        displacements = new ushort[size / 4];
        displacementShift = 64 - int.Log2(displacements.Length);
        for (secondFactor = 0x94D0_49BB_1331_11EB; !TryPlace(sorted); secondFactor += LengthFactor)
        {
        }
    }

    /// <summary>Adds up the values of ids.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Sum(string[] ids)
    {
        long sum = 0;
        foreach (var id in ids)
        {
            sum += Find(ref MemoryMarshal.GetReference(id.AsSpan()), id.Length);
        }

        return sum;
    }

    /// <summary>Adds up the values of ids in UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Sum(byte[][] ids)
    {
        long sum = 0;
        foreach (var id in ids)
        {
            sum += Find(ref MemoryMarshal.GetArrayDataReference(id), id.Length);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find<T>(ref T id, int length)
        where T : unmanaged
    {
        if (length < WordLength)
        {
            return 0;
        }

        var hash = HashOf(ref id, length);
        var slot = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(slots), (nint)PlaceOf(hash));
        return ((((slot >> MarkShift) ^ hash) & Marks) | ((slot >> 24) & 0xFF) ^ (uint)length) == 0 && IsKey(ref id, length, slot) ? (ushort)(slot >> RowShift) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HashOf<T>(ref T id, int length)
        where T : unmanaged
    {
        var first = Word(ref id, Math.Max(length - fromEnd, 0));
        var second = Word(ref id, Math.Min(fromStart, length - WordLength));
        var hash = ((ulong)(uint)length * LengthFactor) + (first * FirstFactor) + (second * secondFactor);
        return hash ^ (hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint PlaceOf(ulong hash) => UndisplacedPlaceOf(hash) ^ Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(displacements), (nint)(hash >> displacementShift));

    private uint UndisplacedPlaceOf(ulong hash) => (uint)(hash >> 20) & (uint)(slots.Length - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsKey<T>(ref T id, int length, ulong slot)
        where T : unmanaged
    {
        ref var key = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(keys), (nint)(slot & 0xFF_FFFF));
        if (length < BlockLength)
        {
            var (last, second, third) = (length - WordLength, Math.Min(WordLength, length - WordLength), Math.Max(length - (2 * WordLength), 0));
            return ((Word(ref id, 0) ^ Word(ref key, 0)) | (Word(ref id, last) ^ Word(ref key, last))
                | (Word(ref id, second) ^ Word(ref key, second)) | (Word(ref id, third) ^ Word(ref key, third))) == 0;
        }

        var (end, beforeEnd, behindStart) = (length - BlockLength, Math.Max(length - (2 * BlockLength), 0), Math.Min(BlockLength, length - BlockLength));
        return (Difference(ref id, ref key, 0) | Difference(ref id, ref key, end) | Difference(ref id, ref key, beforeEnd) | Difference(ref id, ref key, behindStart)) == Vector256<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Difference<T>(ref T id, ref byte key, int place)
        where T : unmanaged
    {
        var ofKey = Vector128.LoadUnsafe(ref key, (nuint)place);
        if (Unsafe.SizeOf<T>() == sizeof(byte))
        {
            var ofBytes = Vector128.LoadUnsafe(ref Unsafe.As<T, byte>(ref id), (nuint)place);
            return (ofBytes ^ ofKey).ToVector256().AsUInt16();
        }

        var ofId = Vector256.LoadUnsafe(ref Unsafe.As<T, ushort>(ref id), (nuint)place);
        var (lower, upper) = Vector128.Widen(ofKey);
        var widened = Vector256.Create(lower, upper);
        return ofId ^ widened;
    }

    // Four characters, 16 bits each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word<T>(ref T id, int place)
        where T : unmanaged
    {
        ref var units = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref id, place));
        return Unsafe.SizeOf<T>() == sizeof(char)
            ? Unsafe.ReadUnaligned<ulong>(ref units)
            : Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref units)).AsByte()).AsUInt64().ToScalar();
    }

    private static (int Length, ulong First, ulong Second) WordsOf(string id, int start, int end) => id.Length < WordLength
        ? (0, 0, 0)
        : (id.Length,
            Word(ref MemoryMarshal.GetReference(id.AsSpan()), Math.Max(id.Length - end, 0)),
            Word(ref MemoryMarshal.GetReference(id.AsSpan()), Math.Min(start, id.Length - WordLength)));

    // Hash and displace: the fullest buckets first, while there is most room.
    private bool TryPlace(string[] sorted)
    {
        Array.Clear(slots);
        var start = 0;
        var entries = new List<(ulong Hash, ulong Slot)>();
        var seen = new HashSet<(int, ulong, ulong)>();
        for (var i = 0; i < sorted.Length; start += sorted[i].Length, i++)
        {
            if (sorted[i].Length >= WordLength && seen.Add(WordsOf(sorted[i], fromStart, fromEnd)))
            {
                var hash = HashOf(ref MemoryMarshal.GetReference(sorted[i].AsSpan()), sorted[i].Length);
                entries.Add((hash, (uint)start | ((ulong)(byte)sorted[i].Length << 24) | ((ulong)(i + 1) << RowShift) | ((hash & Marks) << MarkShift)));
            }
        }

        foreach (var bucket in entries.GroupBy(entry => entry.Hash >> displacementShift).OrderByDescending(bucket => bucket.Count()))
        {
            uint[] places = [.. bucket.Select(entry => UndisplacedPlaceOf(entry.Hash))];
            var displacement = Enumerable.Range(0, slots.Length).FirstOrDefault(d => places.All(place => slots[place ^ (uint)d] == 0), -1);
            if (displacement < 0 || places.Distinct().Count() < places.Length)
            {
                return false;
            }

            displacements[bucket.Key] = (ushort)displacement;
            foreach (var (hash, slot) in bucket)
            {
                slots[PlaceOf(hash)] = slot;
            }
        }

        return true;
    }
}
