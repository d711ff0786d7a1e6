using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler;

namespace TogetherRates.Generator;

/// <summary>What is in a card's file, read once: the generator and the analyzer, which looks at each card beside each other one, share it.</summary>
internal sealed class CardContent : IEquatable<CardContent>
{
    private const int Utf8 = 65001;

    private static readonly ConditionalWeakTable<SourceText, CardContent> Contents = new();

    private CardReading? reading;
    private CardReading? judged;

    private CardContent(SourceText source)
    {
        Text = source.ToString();
        Encoding = source.Encoding is { CodePage: not Utf8 } other && !(other.IsSingleByte && Text.All(letter => letter < 128)) ? other.WebName.ToUpperInvariant() : null;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    // The encoding that the compiler had to read the file in, or null for that of cards, which ASCII is in as well. The tool can't read such a card, so it isn't
    // compiled either.
    private string? Encoding { get; }

    /// <summary>The content of a file.</summary>
    /// <param name="source">What the compiler read from it.</param>
    /// <returns>The same content as long as the compiler hands out the same text.</returns>
    public static CardContent Of(SourceText source) => Contents.GetValue(source, text => new CardContent(text));

    /// <summary>Reads the card, as far as its code depends on it.</summary>
    /// <param name="cancellation">Stops the work, after which the next call starts anew.</param>
    /// <returns>The card, and what is wrong with it but for prices that are hardly meant.</returns>
    public CardReading Read(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return reading ??= Encoding is null ? CardCompiler.ReadPrices(Text, cancellation) : new CardReading(null, new(Problem.NotUtf8(Encoding)));
    }

    /// <summary>Judges the prices too, which nobody but a reader of the problems waits for.</summary>
    /// <param name="cancellation">Stops the work, after which the next call starts anew.</param>
    /// <returns>The card and all its problems.</returns>
    public CardReading Judge(CancellationToken cancellation) => judged ??= CardCompiler.Judge(Read(cancellation), Text, cancellation);

    /// <inheritdoc/>
    public bool Equals(CardContent? other) => ReferenceEquals(this, other) || (other is not null && Text == other.Text && Encoding == other.Encoding);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CardContent);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
