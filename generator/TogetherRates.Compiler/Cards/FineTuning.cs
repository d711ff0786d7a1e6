using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>Training models further, paid for by the tokens that a job processes.</summary>
/// <param name="Per">What a price buys.</param>
/// <param name="Step">The distance between an upper bound and the next band's printed lower bound.</param>
/// <param name="AboveIsUnpriced">Whether the card says that sizes above the last bound have no price.</param>
/// <param name="Bands">The prices by model size, in the card's order.</param>
/// <param name="Models">The models that have prices of their own.</param>
public sealed record FineTuning(
    Per Per, Size? Step, bool AboveIsUnpriced, EquatableArray<FineTuningBand> Bands, EquatableArray<FineTuningModel> Models)
{
    /// <summary>The band that a size falls in.</summary>
    /// <param name="parameters">The number of parameters, all experts counted.</param>
    /// <returns>The band, or null above the last one.</returns>
    public FineTuningBand? BandOf(Rational parameters) => SizeRange.Find(Bands, parameters);

    /// <summary>The sizes that a band is for, as the price page prints them.</summary>
    /// <param name="band">One of the bands.</param>
    /// <returns>For instance <c>16.1B - 69B</c>.</returns>
    public string RangeOf(FineTuningBand band) => SizeRange.TextOf(Bands, Step, band);

    /// <summary>Finds a model that has prices of its own by its id or an alias.</summary>
    /// <param name="id">The id.</param>
    /// <param name="ignoresCase">Whether the card says that the case of letters doesn't count.</param>
    /// <returns>The model, or null.</returns>
    public FineTuningModel? Find(string id, bool ignoresCase) =>
        Models.FirstOrDefault(model => CardIds.IsIdOf(id, model.Id, model.Aliases, ignoresCase));
}

/// <summary>A range of sizes and what fine-tuning costs in it.</summary>
/// <param name="From">The lower bound that the provider prints.</param>
/// <param name="UpTo">The upper bound, inclusive, or null for the last band of a table without an end.</param>
/// <param name="Prices">What a job costs.</param>
public sealed record FineTuningBand(Size? From, Size? UpTo, FineTuningPrices Prices) : ISizeRange;

/// <summary>A model whose fine-tuning has prices of its own.</summary>
/// <param name="Id">The id that the provider's API uses.</param>
/// <param name="Name">The name for people, or null where the id serves.</param>
/// <param name="MemberName">The name of the C# member, or null to make one from the id.</param>
/// <param name="Aliases">Other ids for the same model.</param>
/// <param name="Prices">What a job costs.</param>
/// <param name="Minimum">The least that a job costs, or null where nothing is said.</param>
public sealed record FineTuningModel(
    string Id, string? Name, string? MemberName, EquatableArray<string> Aliases, FineTuningPrices Prices, Rational? Minimum);

/// <summary>What fine-tuning costs, for each type and method.</summary>
/// <param name="Cells">The cells that the card has, in the order of <see cref="FineTuningCell.All"/>.</param>
public sealed record FineTuningPrices(EquatableArray<FineTuningPrice> Cells)
{
    /// <summary>What a job of a type and method costs.</summary>
    /// <param name="cell">The type and method.</param>
    /// <returns>The price, or null when it has none.</returns>
    public Rational? Of(FineTuningCell cell) => Find(cell)?.Price;

    /// <summary>What the card says about a type and method.</summary>
    /// <param name="cell">The type and method.</param>
    /// <returns>The cell, or null when the card says nothing about it.</returns>
    public FineTuningPrice? Find(FineTuningCell cell) => Cells.Where(price => price.Cell == cell).FirstOrDefault();
}

/// <summary>What the card says about one type and method.</summary>
/// <param name="Cell">The type and method.</param>
/// <param name="Price">The price, or null where the card says that there is none.</param>
public sealed record FineTuningPrice(FineTuningCell Cell, Rational? Price);

/// <summary>One cell of a fine-tuning price list.</summary>
/// <param name="Type">What the model learns from.</param>
/// <param name="Method">Which weights are trained.</param>
public sealed record FineTuningCell(TuningType Type, TuningMethod Method)
{
    /// <summary>Every cell that there is, in the order of price pages.</summary>
    public static IReadOnlyList<FineTuningCell> All { get; } =
    [
        new(TuningType.Sft, TuningMethod.LoRA),
        new(TuningType.Sft, TuningMethod.Full),
        new(TuningType.Dpo, TuningMethod.LoRA),
        new(TuningType.Dpo, TuningMethod.Full),
    ];

    /// <summary>The name of a type in a card.</summary>
    /// <param name="type">The type.</param>
    /// <returns><c>sft</c> or <c>dpo</c>.</returns>
    public static string NameOf(TuningType type) => type.ToString().ToLowerInvariant();

    /// <summary>The name of a method in a card.</summary>
    /// <param name="method">The method.</param>
    /// <returns><c>lora</c> or <c>full</c>.</returns>
    public static string NameOf(TuningMethod method) => method.ToString().ToLowerInvariant();

    /// <summary>The cell for people.</summary>
    /// <returns>For instance <c>SFT with LoRA</c>.</returns>
    public override string ToString() => Type.ToString().ToUpperInvariant() + (Method == TuningMethod.LoRA ? " with LoRA" : " full");
}

/// <summary>What a model learns from.</summary>
public enum TuningType
{
    /// <summary>Supervised fine-tuning: from examples of good answers.</summary>
    Sft,

    /// <summary>Direct preference optimisation: from pairs of a better and a worse answer.</summary>
    Dpo,
}

/// <summary>Which weights are trained.</summary>
public enum TuningMethod
{
    /// <summary>Low-rank adaptation: small matrices beside the weights.</summary>
    LoRA,

    /// <summary>All weights.</summary>
    Full,
}
