using System.Text.Json;

namespace TogetherRates;

/// <content>What an invoice writes as a quote does.</content>
public sealed partial record Quote
{
    /// <summary>How JSON is written.</summary>
    internal static JsonWriterOptions JsonOptions => Readable;

    /// <summary>The price of a line for people: "1.25 per 1M tokens".</summary>
    internal static string PriceOf(LineItem line) => $"{line.Price} per {UnitsOf(line)}";

    /// <summary>Writes a line as an object.</summary>
    internal static void Write(Utf8JsonWriter json, LineItem line) => WriteLine(json, line);
}
