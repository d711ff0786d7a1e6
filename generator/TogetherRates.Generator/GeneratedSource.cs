using System.Text;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Generator;

/// <summary>Generated C# as the compiler reads it.</summary>
/// <param name="text">The C#.</param>
/// <remarks>Its checksum in the symbols of an assembly is the one of a project's own files: tools that check binaries refuse the compiler's default, SHA-1.</remarks>
internal sealed class GeneratedSource(CSharpText text) : SourceText(checksumAlgorithm: SourceHashAlgorithm.Sha256)
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override int Length => text.Length;

    /// <inheritdoc/>
    public override char this[int position] => text[position];

    /// <inheritdoc/>
    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        text.CopyTo(sourceIndex, destination, destinationIndex, count);

    /// <inheritdoc/>
    public override string ToString(TextSpan span) => text.ToString(span.Start, span.Length);
}
