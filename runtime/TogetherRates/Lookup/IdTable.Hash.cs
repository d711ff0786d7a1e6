using System.Runtime.CompilerServices;

namespace TogetherRates;

/// <content>The hash of an id. The compiler computes the very same when it builds the tables.</content>
public static partial class IdTable
{
    // Odd numbers without a pattern: constants of MurmurHash3's and SplitMix64's finishers.
    private const ulong Multiplier2 = 0xFF51_AFD7_ED55_8CCD;
    private const ulong Multiplier3 = 0xC4CE_B9FE_1A85_EC53;
    private const ulong Multiplier4 = 0xBF58_476D_1CE4_E5B9;

    // Above the seven bits of the first character.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LengthPart(int length) => (ulong)(uint)length << 7;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WordAt<T>(ref T start, int length, int word, ulong fold)
        where T : unmanaged
    {
        if (word == NoWord)
        {
            return 0;
        }

        var index = word < 0 ? IdUnits.Max0(length + word) : word + IdUnits.Min0(length - IdUnits.PerWord - word);
        return IdUnits.Word(ref Unsafe.Add(ref start, index)) | fold;
    }

    private static ulong HashAll<T>(ref T start, int length, ulong seed, ulong fold)
        where T : unmanaged
    {
        var hash = LengthPart(length);
        for (var i = 0; i < length; i += IdUnits.PerWord)
        {
            hash = (hash ^ WordAt(ref start, length, i, fold)) * seed;
            hash ^= hash >> 32;
        }

        return hash * Multiplier2;
    }
}
