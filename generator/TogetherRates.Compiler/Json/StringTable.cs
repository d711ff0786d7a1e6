namespace TogetherRates.Compiler.Json;

/// <summary>
/// Gives one string for equal short stretches of a text: a card repeats the same few names and prices thousands
/// of times. A slot keeps only its latest string, so the table never grows.
/// </summary>
internal sealed class StringTable
{
    private const int LeastSlots = 256;
    private const int MostSlots = 8192;
    private const int CharactersPerSlot = 64;
    private const int MaxLength = 32;

    private readonly Slot[] slots;

    /// <summary>Makes room.</summary>
    /// <param name="textLength">How long the text is. A short one repeats little, and what has no slot of its own is made anew each time.</param>
    public StringTable(int textLength)
    {
        var count = LeastSlots;
        while (count < MostSlots && count < textLength / CharactersPerSlot)
        {
            count *= 2;
        }

        slots = new Slot[count];
    }

    public string Get(string text, int start, int length)
    {
        if (length == 0)
        {
            return "";
        }

        if (length > MaxLength)
        {
            return text.Substring(start, length);
        }

        uint hash = 2166136261;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash ^ text[i]) * 16777619);
        }

        ref Slot slot = ref slots[(hash ^ (hash >> 16)) & (uint)(slots.Length - 1)];
        if (slot.Text is null || slot.Hash != hash || !StandsAt(slot.Text, text, start, length))
        {
            slot.Text = text.Substring(start, length);
            slot.Hash = hash;
        }

        return slot.Text;
    }

    private static bool StandsAt(string name, string text, int start, int length)
    {
        if (name.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (name[i] != text[start + i])
            {
                return false;
            }
        }

        return true;
    }

    // The hash stands beside the string, so that another string, which lies anywhere in memory, is rarely looked at.
    private struct Slot
    {
        public string? Text;

        public uint Hash;
    }
}
