using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>rerank --size SIZE</c>: tells what ranking documents costs, and why.</summary>
internal sealed class RerankCommand() : InputCommand(
    "rerank", "Price the ranking of documents, of which only the input is billed, exactly.", TokenSectionKind.Rerank, "rerank")
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "rerank --size 8B --input 1.5M",
        "rerank --size 8B --input 1_000_000 --at 2026-06-30 --json",
    ];
}
