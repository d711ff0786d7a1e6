using System.ComponentModel;

namespace TogetherRates;

/// <summary>Small letters for the ids of cards that say that case doesn't count. For generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AsciiCase
{
    /// <summary>An id with small letters of ASCII; all other characters stay as they are.</summary>
    /// <param name="id">The id.</param>
    /// <param name="buffer">Where the result goes; as long as the longest id there is.</param>
    /// <returns>The id in the buffer; empty when it is longer than that.</returns>
    public static ReadOnlySpan<char> ToLower(ReadOnlySpan<char> id, Span<char> buffer)
    {
        if (id.Length > buffer.Length)
        {
            return [];
        }

        for (var i = 0; i < id.Length; i++)
        {
            buffer[i] = char.IsAsciiLetterUpper(id[i]) ? (char)(id[i] | 0x20) : id[i];
        }

        return buffer[..id.Length];
    }

    /// <inheritdoc cref="ToLower(ReadOnlySpan{char}, Span{char})"/>
    public static ReadOnlySpan<byte> ToLower(ReadOnlySpan<byte> id, Span<byte> buffer)
    {
        if (id.Length > buffer.Length)
        {
            return [];
        }

        for (var i = 0; i < id.Length; i++)
        {
            buffer[i] = char.IsAsciiLetterUpper((char)id[i]) ? (byte)(id[i] | 0x20) : id[i];
        }

        return buffer[..id.Length];
    }
}
