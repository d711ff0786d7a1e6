using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler;

namespace TogetherRates.Generator;

/// <summary>What is in a card's file, read once: the generator and the analyzer, which looks at each card beside each other one, share it.</summary>
internal sealed class CardContent : IEquatable<CardContent>
{
    private static readonly ConditionalWeakTable<SourceText, CardContent> Contents = new();

    private CardReading? reading;
    private CardReading? judged;

    private CardContent(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The content of a file.</summary>
    /// <param name="source">What the compiler read from it.</param>
    /// <returns>The same content as long as the compiler hands out the same text.</returns>
    public static CardContent Of(SourceText source) => Contents.GetValue(source, text => new CardContent(text.ToString()));

    /// <summary>Reads the card, as far as its code depends on it.</summary>
    /// <param name="cancellation">Stops the work, after which the next call starts anew.</param>
    /// <returns>The card, and what is wrong with it but for prices that are hardly meant.</returns>
    public CardReading Read(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return reading ??= CardCompiler.ReadPrices(Text, cancellation);
    }

    /// <summary>Judges the prices too, which nobody but a reader of the problems waits for.</summary>
    /// <param name="cancellation">Stops the work, after which the next call starts anew.</param>
    /// <returns>The card and all its problems.</returns>
    public CardReading Judge(CancellationToken cancellation) => judged ??= CardCompiler.Judge(Read(cancellation), Text, cancellation);

    /// <inheritdoc/>
    public bool Equals(CardContent? other) => ReferenceEquals(this, other) || (other is not null && Text == other.Text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CardContent);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
