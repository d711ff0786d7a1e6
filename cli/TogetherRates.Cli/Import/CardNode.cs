using System.Globalization;
using System.Text;
using TogetherRates.Compiler;

namespace TogetherRates.Cli.Import;

/// <summary>A piece of a card's text.</summary>
internal abstract record CardNode
{
    // What bytes that aren't UTF-8 are read as: where it stands in a card, the card is taken for damaged.
    private const char Lost = '\uFFFD';

    private CardNode()
    {
    }

    /// <summary>What can be left out with it, or null.</summary>
    public CardPart? Part { get; init; }

    /// <summary>A number, a text, true.</summary>
    /// <param name="Json">The value as JSON.</param>
    public sealed record Value(string Json) : CardNode
    {
        /// <summary>A text as a value.</summary>
        /// <param name="text">The text.</param>
        public static Value Of(string text) => new(Quoted(text));
    }

    /// <summary>An object.</summary>
    /// <param name="Properties">Its properties in the order of the text.</param>
    /// <param name="IsBlock">Whether each property starts a line, however short they are.</param>
    public sealed record Members(IReadOnlyList<(string Name, CardNode Value)> Properties, bool IsBlock = false) : CardNode;

    /// <summary>A list.</summary>
    /// <param name="Nodes">Its items.</param>
    public sealed record Items(IReadOnlyList<CardNode> Nodes) : CardNode;

    /// <summary>A text in quotes. Letters of all languages stay letters; what can't be seen is spelled out.</summary>
    /// <param name="text">The text.</param>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length;)
        {
            // Outside of the basic plane JSON spells both halves of a pair.
            var isSpelled = text[i] == Lost || Invisible.IsAt(text, i);
            for (var end = i + (char.IsSurrogatePair(text, i) ? 2 : 1); i < end; i++)
            {
                _ = text[i] is '"' or '\\' ? quoted.Append('\\').Append(text[i])
                    : isSpelled ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}")
                    : quoted.Append(text[i]);
            }
        }

        return quoted.Append('"').ToString();
    }
}
