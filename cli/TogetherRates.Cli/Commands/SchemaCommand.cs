using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>schema</c>: prints the JSON schema of rate cards, from which editors complete and explain them.</summary>
internal sealed class SchemaCommand() : ToolCommand("schema", "Print the JSON schema of rate cards, for editors.")
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "schema",
        "schema --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var schema = Resource.Read("ratecard.schema.json");
        if (call.WantsJson)
        {
            using var document = System.Text.Json.JsonDocument.Parse(schema);
            Json.Write(call.Terminal, document.WriteTo);
        }
        else
        {
            call.Terminal.Output.Write(schema);
        }

        return ExitCode.Fine;
    }
}
