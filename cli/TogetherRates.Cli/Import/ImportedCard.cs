using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Import;

/// <summary>One provider's prices, as a source gives them.</summary>
/// <param name="Key">What the source calls the provider: the name of the card's file.</param>
/// <param name="Provider">The provider's name for people.</param>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Entries">How many entries the source has for the provider, usable or not.</param>
/// <param name="Models">What is sold by token, image, second and so on, in the order of the source.</param>
/// <param name="Gpus">GPUs that are rented out.</param>
internal sealed record ImportedCard(
    string Key, string Provider, string Source, int Entries, IReadOnlyList<ImportedModel> Models, IReadOnlyList<ImportedGpu> Gpus)
{
    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Models.Count == 0 && Gpus.Count == 0;

    /// <summary>The entries of the source that are in it.</summary>
    public IEnumerable<string> EntryIds => [.. Models.SelectMany(model => model.EntryIds), .. Gpus.Select(gpu => gpu.Id)];

    /// <summary>The card without some of its parts.</summary>
    /// <param name="parts">What to leave out.</param>
    public ImportedCard Without(IReadOnlySet<CardPart> parts) => this with
    {
        Models = [.. Models.Where(model => !parts.Contains(new(model.Id))).Select(model => model.Without(parts))],
        Gpus = [.. Gpus.Where(gpu => !parts.Contains(new(gpu.Id)))],
    };
}

/// <summary>A model with its price.</summary>
/// <param name="Id">The id that the source knows it by.</param>
/// <param name="Section">Where it stands in a card.</param>
/// <param name="Terms">What it costs: tokens per million, all else per single unit. Null for what is said to be free.</param>
internal sealed record ImportedModel(string Id, TokenSectionKind Section, PriceTerms? Terms)
{
    /// <summary>The name for people, or null where the id serves.</summary>
    public string? Name { get; init; }

    /// <summary>Since when it is deprecated, or null where the source doesn't say.</summary>
    public DateOnly? Deprecated { get; init; }

    /// <summary>Other ids.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Those of the other ids that are entries of the source by themselves.</summary>
    public IReadOnlyList<string> AliasEntries { get; init; } = [];

    /// <summary>The entries of the source that it was made from.</summary>
    public IEnumerable<string> EntryIds => AliasEntries.Prepend(Id);

    /// <summary>Patterns of more ids.</summary>
    public IReadOnlyList<ImportedPattern> Matches { get; init; } = [];

    /// <summary>The model without some of its parts.</summary>
    /// <param name="parts">What to leave out.</param>
    public ImportedModel Without(IReadOnlySet<CardPart> parts) => this with
    {
        Name = Name is null || parts.Contains(new(Id, Name)) ? null : Name,
        Aliases = [.. Aliases.Where(alias => !parts.Contains(new(Id, alias)))],
        AliasEntries = [.. AliasEntries.Where(alias => !parts.Contains(new(Id, alias)))],
        Matches = [.. Matches.Where(match => !parts.Contains(new(Id, match.ToString())))],
    };
}

/// <summary>A pattern of ids.</summary>
/// <param name="Kind"><c>prefix</c>, <c>suffix</c>, <c>contains</c> or <c>regex</c>.</param>
/// <param name="Text">What an id has to start with, end with, contain or match.</param>
internal sealed record ImportedPattern(string Kind, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Text}";
}

/// <summary>A configuration of GPUs.</summary>
/// <param name="Id">The id that the provider's API uses.</param>
/// <param name="Count">How many GPUs it has.</param>
/// <param name="PricePerMinute">What a minute of all of them costs.</param>
internal sealed record ImportedGpu(string Id, long Count, Rational PricePerMinute);

/// <summary>A part of a card that can be left out by itself.</summary>
/// <param name="Id">The id of the model or the GPU.</param>
/// <param name="Part">Its name, alias or pattern; null for all of it.</param>
internal sealed record CardPart(string Id, string? Part = null);
