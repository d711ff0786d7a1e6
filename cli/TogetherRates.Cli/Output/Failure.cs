namespace TogetherRates.Cli.Output;

/// <summary>Tells people and programs what went wrong.</summary>
internal static class Failure
{
    /// <summary>Writes why the tool fails.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="wantsJson">Whether a program reads along.</param>
    public static void Write(ToolException failure, Terminal terminal, bool wantsJson)
    {
        if (wantsJson)
        {
            Json.Write(terminal, json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("error");
                json.WriteString("code", failure.Code);
                json.WriteString("message", failure.Message);
                json.WriteEndObject();
                json.WriteEndObject();
            });
        }

        terminal.Output.Flush();
        terminal.Error.WriteLine("error: " + OneLine.Of(failure.Message));
    }
}
