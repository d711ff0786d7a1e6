using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>A number of parameters, with the suffix that the card wrote it with so that messages speak the card's language.</summary>
/// <param name="Parameters">The number, exact.</param>
/// <param name="Suffix"><c>K</c>, <c>M</c>, <c>B</c> or <c>T</c>.</param>
public readonly record struct Size(Rational Parameters, char Suffix)
{
    /// <summary>What a suffix multiplies by.</summary>
    /// <param name="suffix"><c>K</c>, <c>M</c>, <c>B</c> or <c>T</c>.</param>
    /// <returns>A power of ten, or null for another letter.</returns>
    public static long? ScaleOf(char suffix) => suffix switch
    {
        'K' => 1_000L,
        'M' => 1_000_000L,
        'B' => 1_000_000_000L,
        'T' => 1_000_000_000_000L,
        _ => null,
    };

    /// <summary>Reads a size such as <c>4.1B</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size.</param>
    /// <returns>
    /// Whether the text is a positive, whole number of parameters below 2^63 - 1: no size lies above that one, so C# refuses what is said of those.
    /// </returns>
    public static bool TryParse(string text, out Size size)
    {
        size = default;
        if (text.Length < 2 || ScaleOf(text[text.Length - 1]) is not { } scale
            || !Rational.TryParsePlain(text.Substring(0, text.Length - 1), out var number))
        {
            return false;
        }

        var parameters = number * scale;
        if (parameters.Sign <= 0 || !parameters.IsInteger || parameters >= long.MaxValue)
        {
            return false;
        }

        size = new Size(parameters, text[text.Length - 1]);
        return true;
    }

    /// <summary>The size that lies a step above this one, in this one's suffix.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The next size.</returns>
    public Size Plus(Size step) => new(Parameters + step.Parameters, Suffix);

    /// <summary>The size as a card writes it.</summary>
    /// <returns>For instance <c>4.1B</c>.</returns>
    public override string ToString() => (Parameters / (ScaleOf(Suffix) ?? 1)).ToString() + Suffix;
}
