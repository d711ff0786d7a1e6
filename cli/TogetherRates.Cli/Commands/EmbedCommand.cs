using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>embed MODEL</c>: tells what turning tokens into vectors costs, and why.</summary>
internal sealed class EmbedCommand() : InputCommand(
    "embed", "Price embeddings, of which only the input is billed, exactly.", TokenSectionKind.Embeddings, "embedding")
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "embed BAAI/bge-large-en-v1.5 --input 1.5M",
        "embed --size 150M --input 1_000_000 --at 2026-06-30 --json",
    ];
}
