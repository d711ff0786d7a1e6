using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TogetherRates;

/// <summary>Appends text to a caller's span of UTF-16 or UTF-8, so that one formatter serves both and allocates nothing.</summary>
internal ref struct TextBuffer<TChar>(Span<TChar> destination)
    where TChar : unmanaged
{
    private readonly Span<TChar> destination = destination;
    private int length;
    private bool isFull;

    public void Append(scoped ReadOnlySpan<char> text)
    {
        var rest = destination[length..];
        var written = 0;
        var fits = typeof(TChar) == typeof(char)
            ? TryCopy(text, MemoryMarshal.Cast<TChar, char>(rest), out written)
            : Encoding.UTF8.TryGetBytes(text, MemoryMarshal.Cast<TChar, byte>(rest), out written);
        isFull |= !fits;
        length += written;
    }

    public void Append(UInt128 value)
    {
        Span<char> digits = stackalloc char[39];
        _ = value.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        Append(digits[..count]);
    }

    /// <summary>The number of characters or bytes written, none if the text didn't fit.</summary>
    public readonly bool TryFinish(out int written)
    {
        written = isFull ? 0 : length;
        return !isFull;
    }

    private static bool TryCopy(scoped ReadOnlySpan<char> text, Span<char> destination, out int written)
    {
        var fits = text.TryCopyTo(destination);
        written = fits ? text.Length : 0;
        return fits;
    }
}
