namespace TogetherRates.Cli.Output;

/// <summary>Answers with a quote.</summary>
internal static class QuoteOutput
{
    /// <summary>Writes a quote: a table for people, one line of JSON for programs.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="caller">Who gets it.</param>
    public static void Write(Quote quote, Caller caller)
    {
        if (caller.WantsJson)
        {
            caller.Terminal.Output.WriteLine(quote.ToJson());
        }
        else
        {
            QuoteTable.Of(quote).WriteTo(caller.Terminal);
        }
    }
}
