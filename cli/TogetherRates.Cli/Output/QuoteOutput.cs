namespace TogetherRates.Cli.Output;

/// <summary>Answers with a quote.</summary>
internal static class QuoteOutput
{
    /// <summary>Writes a quote: a table for people, one line of JSON for programs.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="call">The call that it answers.</param>
    public static void Write(Quote quote, Call call)
    {
        if (call.WantsJson)
        {
            call.Terminal.Output.WriteLine(quote.ToJson());
        }
        else
        {
            QuoteTable.Of(quote).WriteTo(call.Terminal);
        }
    }
}
