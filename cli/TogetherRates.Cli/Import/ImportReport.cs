namespace TogetherRates.Cli.Import;

/// <summary>What came of an entry of a source.</summary>
internal enum ImportFinding
{
    /// <summary>It isn't in a card.</summary>
    LeftOut,

    /// <summary>It is in a card without some part that the source has.</summary>
    LeftOutInPart,

    /// <summary>It is in the card, but not as the source writes it.</summary>
    Mended,

    /// <summary>It is in the card as the source writes it, and is hardly right.</summary>
    Suspicious,
}

/// <summary>What there is to say about an entry of a source.</summary>
/// <param name="Finding">What came of it.</param>
/// <param name="Key">What the source calls the provider.</param>
/// <param name="Id">The entry's id.</param>
/// <param name="Reason">Why.</param>
internal sealed record ImportNote(ImportFinding Finding, string Key, string Id, string Reason);

/// <summary>Everything that a card doesn't show about the source that it was made from.</summary>
internal sealed class ImportReport
{
    private readonly List<ImportNote> notes = [];
    private readonly List<string> strays = [];

    /// <summary>What there is to say, in the order in which it was found.</summary>
    public IReadOnlyList<ImportNote> Notes => notes;

    /// <summary>How many entries no provider's card counts.</summary>
    public int Strays => strays.Count;

    /// <summary>Says that an entry isn't in a card.</summary>
    /// <param name="key">The provider.</param>
    /// <param name="id">The entry.</param>
    /// <param name="reason">Why.</param>
    public void LeftOut(string key, string id, string reason) => notes.Add(new(ImportFinding.LeftOut, key, id, reason));

    /// <summary>Says that an entry belongs to no provider's card.</summary>
    /// <param name="key">The provider, as far as there is one.</param>
    /// <param name="id">The entry.</param>
    /// <param name="reason">Why.</param>
    public void Stray(string key, string id, string reason)
    {
        strays.Add(key);
        LeftOut(key, id, reason);
    }

    /// <summary>Says that a part of an entry isn't in the card.</summary>
    /// <param name="key">The provider.</param>
    /// <param name="id">The entry.</param>
    /// <param name="reason">Which, and why.</param>
    public void LeftOutInPart(string key, string id, string reason) => notes.Add(new(ImportFinding.LeftOutInPart, key, id, reason));

    /// <summary>Says that an entry isn't in the card as the source writes it.</summary>
    /// <param name="key">The provider.</param>
    /// <param name="id">The entry.</param>
    /// <param name="reason">What was done, and why.</param>
    public void Mended(string key, string id, string reason) => notes.Add(new(ImportFinding.Mended, key, id, reason));

    /// <summary>Says that an entry is hardly right.</summary>
    /// <param name="key">The provider.</param>
    /// <param name="id">The entry.</param>
    /// <param name="reason">Why.</param>
    public void Suspicious(string key, string id, string reason) => notes.Add(new(ImportFinding.Suspicious, key, id, reason));

    /// <summary>Keeps only what is said about one provider.</summary>
    /// <param name="key">The provider.</param>
    public void KeepOnly(string key)
    {
        _ = strays.RemoveAll(stray => stray != key);
        _ = notes.RemoveAll(note => note.Key != key);
    }
}
