using System.ComponentModel;
using System.Numerics;
using System.Text;

namespace TogetherRates;

/// <summary>Tries the patterns of a card on an id. For generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IdMatch
{
    private const int Dead = 0;
    private const int Start = 1;

    /// <summary>Whether a regular expression matches an id: one step through its table for each character.</summary>
    /// <param name="id">The id.</param>
    /// <param name="ascii">The class of each character of ASCII.</param>
    /// <param name="beyond">In ascending order where others start, each with the class of those from there in its lowest byte.</param>
    /// <param name="states">For each state and class the next state.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="firstMatch">The first of the states in which an id matches.</param>
    /// <returns>Whether it does.</returns>
    public static bool Matches(
        ReadOnlySpan<char> id, ReadOnlySpan<byte> ascii, ReadOnlySpan<int> beyond, ReadOnlySpan<ushort> states, int classes, int firstMatch)
    {
        int state = Start;
        for (var i = 0; i < id.Length && state != Dead;)
        {
            int charClass;
            if (id[i] < ascii.Length)
            {
                charClass = ascii[id[i++]];
            }
            else
            {
                _ = Rune.DecodeFromUtf16(id[i..], out var rune, out var length);
                charClass = ClassOf(rune.Value, beyond);
                i += length;
            }

            state = states[(state * classes) + charClass];
        }

        return state >= firstMatch;
    }

    /// <inheritdoc cref="Matches(ReadOnlySpan{char}, ReadOnlySpan{byte}, ReadOnlySpan{int}, ReadOnlySpan{ushort}, int, int)"/>
    public static bool Matches(
        ReadOnlySpan<byte> id, ReadOnlySpan<byte> ascii, ReadOnlySpan<int> beyond, ReadOnlySpan<ushort> states, int classes, int firstMatch)
    {
        int state = Start;
        for (var i = 0; i < id.Length && state != Dead;)
        {
            int charClass;
            if (id[i] < ascii.Length)
            {
                charClass = ascii[id[i++]];
            }
            else
            {
                _ = Rune.DecodeFromUtf8(id[i..], out var rune, out var length);
                charClass = ClassOf(rune.Value, beyond);
                i += length;
            }

            state = states[(state * classes) + charClass];
        }

        return state >= firstMatch;
    }

    /// <summary>Whether an id starts with a text, in whichever case of its letters of ASCII.</summary>
    /// <typeparam name="T">Characters, or the bytes of UTF-8.</typeparam>
    /// <param name="id">The id.</param>
    /// <param name="lower">The text with small letters.</param>
    /// <returns>Whether it does.</returns>
    public static bool StartsWithIgnoringCase<T>(ReadOnlySpan<T> id, ReadOnlySpan<T> lower)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (id.Length < lower.Length)
        {
            return false;
        }

        for (var i = 0; i < lower.Length; i++)
        {
            if (ToLower(id[i]) != lower[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an id ends with a text, in whichever case of its letters of ASCII.</summary>
    /// <inheritdoc cref="StartsWithIgnoringCase"/>
    public static bool EndsWithIgnoringCase<T>(ReadOnlySpan<T> id, ReadOnlySpan<T> lower)
        where T : unmanaged, IBinaryInteger<T> =>
        id.Length >= lower.Length && StartsWithIgnoringCase(id[^lower.Length..], lower);

    /// <summary>Whether a text is somewhere in an id, in whichever case of its letters of ASCII.</summary>
    /// <inheritdoc cref="StartsWithIgnoringCase"/>
    public static bool ContainsIgnoringCase<T>(ReadOnlySpan<T> id, ReadOnlySpan<T> lower)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (; id.Length >= lower.Length; id = id[1..])
        {
            if (StartsWithIgnoringCase(id, lower))
            {
                return true;
            }
        }

        return false;
    }

    private static T ToLower<T>(T unit)
        where T : unmanaged, IBinaryInteger<T> =>
        unit >= T.CreateTruncating('A') && unit <= T.CreateTruncating('Z') ? unit | T.CreateTruncating(0x20) : unit;

    // The last start that isn't above the character. There are few, so they are looked at one by one.
    private static int ClassOf(int character, ReadOnlySpan<int> beyond)
    {
        var last = 0;
        for (var i = 1; i < beyond.Length && beyond[i] >> 8 <= character; i++)
        {
            last = i;
        }

        return beyond[last] & 0xFF;
    }
}
