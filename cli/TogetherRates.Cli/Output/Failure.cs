using System.Text.Json;

namespace TogetherRates.Cli.Output;

/// <summary>Tells people and programs what went wrong.</summary>
internal static class Failure
{
    /// <summary>Writes why the tool fails.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="wantsJson">Whether a program reads along.</param>
    /// <exception cref="IOException">The program can't be told; people are.</exception>
    public static void Write(ToolException failure, Terminal terminal, bool wantsJson)
    {
        try
        {
            if (wantsJson)
            {
                Json.Write(terminal, json => Write(json, failure));
            }

            terminal.Output.Flush();
        }
        finally
        {
            terminal.Error.WriteLine("error: " + OneLine.Of(failure.Message));
        }
    }

    private static void Write(Utf8JsonWriter json, ToolException failure)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", failure.Code);
        json.WriteString("message", failure.Message);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
