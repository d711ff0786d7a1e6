using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TogetherRates.Generator.Tests;

/// <summary>An additional file in memory; one without text stands for a file that can't be opened.</summary>
internal sealed class CardFile(string path, SourceText? text) : AdditionalText
{
    public CardFile(string path, string text)
        : this(path, SourceText.From(text))
    {
    }

    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return text;
    }
}
