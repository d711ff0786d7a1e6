using System.Text.Json;
using TogetherRates.Cli.Tests.Harness;

namespace TogetherRates.Cli.Tests;

public sealed class SchemaTests
{
    private static readonly string Schema = File.ReadAllText(Path.Combine(Repository.Folder, "ratecards", "schema", "ratecard.schema.json"));

    [Fact]
    public void The_schema_is_printed_as_it_ships() => Assert.Equal(new ToolRun(0, Schema, ""), Tool.Run("schema"));

    [Fact]
    public void A_program_gets_it_on_one_line()
    {
        var run = Tool.Run("schema", "--json");
        using var expected = JsonDocument.Parse(Schema);
        using var actual = JsonDocument.Parse(run.Output);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n', StringComparison.Ordinal));
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement));
    }
}
