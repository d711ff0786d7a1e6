using System.Text.Json;

namespace TogetherRates.Cli.Import;

/// <summary>A format in which prices are published that isn't a rate card.</summary>
internal abstract class PriceSource
{
    /// <summary>The sources that can be imported.</summary>
    public static IReadOnlyList<PriceSource> All { get; } = [new LiteLlmSource(), new GenaiPricesSource(), new TogetherApiSource()];

    /// <summary>The word for it on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What its file is, for people.</summary>
    public abstract string Title { get; }

    /// <summary>What all its prices together are called: the provider of a card that has them all.</summary>
    public abstract string Collection { get; }

    /// <summary>Where it is published.</summary>
    public abstract string Address { get; }

    /// <summary>Whether its ids differ between providers.</summary>
    public virtual bool HasProvidersInIds => true;

    /// <summary>What its file looks like.</summary>
    public abstract string Shape { get; }

    /// <summary>Whether a file can be one of this source.</summary>
    /// <param name="root">What stands in the file.</param>
    public abstract bool Recognizes(JsonElement root);

    /// <summary>Reads the prices.</summary>
    /// <param name="root">What stands in the file.</param>
    /// <param name="from">When the cards come into force.</param>
    /// <param name="report">Takes what is left out and mended.</param>
    /// <returns>A card for each provider, in the order of the source.</returns>
    public abstract IReadOnlyList<ImportedCard> Read(JsonElement root, DateOnly from, ImportReport report);
}
