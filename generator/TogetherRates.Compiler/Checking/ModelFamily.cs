namespace TogetherRates.Compiler.Checking;

/// <summary>The models that are known by one name and size, such as all versions of Qwen3-235B. No price ever comes from it.</summary>
internal static class ModelFamily
{
    /// <summary>The part of an id that a model shares with its close relatives: the last segment up to the size in it.</summary>
    /// <param name="id">The id, such as <c>Qwen/Qwen3-235B-A22B-Thinking</c>.</param>
    /// <returns>For instance <c>Qwen3-235B</c>, or null when the id states no size.</returns>
    public static string? Of(string id)
    {
        var start = id.LastIndexOf('/') + 1;
        for (var i = start + 1; i < id.Length; i++)
        {
            if (id[i] is 'b' or 'B' or 'm' or 'M' && IsDigit(id[i - 1]) && (i + 1 == id.Length || !char.IsLetterOrDigit(id[i + 1]))
                && StartsAWord(id, start, i))
            {
                return id.Substring(start, i + 1 - start);
            }
        }

        return null;
    }

    // Not the active parameters of A22B, nor the effective ones of E4B; but the experts of 8x7B.
    private static bool StartsAWord(string id, int start, int suffix)
    {
        var first = suffix - 1;
        while (first > start && (IsDigit(id[first - 1]) || id[first - 1] == '.'))
        {
            first--;
        }

        return first == start || !char.IsLetter(id[first - 1])
            || (id[first - 1] is 'x' or 'X' && first - 1 > start && IsDigit(id[first - 2]));
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
