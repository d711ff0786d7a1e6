using System.Text;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>C# that was written and doesn't change. It is kept as it was written, in pieces: one string of all of it would be as much memory again.</summary>
public sealed class CSharpText
{
    private readonly StringBuilder text;

    internal CSharpText(StringBuilder text) => this.text = text;

    /// <summary>How many characters it has.</summary>
    public int Length => text.Length;

    /// <summary>One character.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such character.</exception>
    public char this[int index] => text[index];

    /// <summary>Copies some of the characters.</summary>
    /// <param name="start">The index of the first.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="destinationStart">The index that the first has there.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">There aren't so many, or the destination has no room for them.</exception>
    public void CopyTo(int start, char[] destination, int destinationStart, int count) => text.CopyTo(start, destination, destinationStart, count);

    /// <summary>Some of the characters.</summary>
    /// <param name="start">The index of the first.</param>
    /// <param name="count">How many.</param>
    /// <returns>A string.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There aren't so many.</exception>
    public string ToString(int start, int count) => text.ToString(start, count);

    /// <summary>All of it.</summary>
    /// <returns>A string.</returns>
    public override string ToString() => text.ToString();
}
