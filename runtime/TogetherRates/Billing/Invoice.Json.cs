using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TogetherRates;

/// <content>The invoice for programs.</content>
public sealed partial class Invoice
{
    /// <summary>
    /// The invoice as one line of JSON. All amounts and quantities are strings that hold them exactly; "exact" is an amount before
    /// rounding, and a repeating fraction is "numerator/denominator".
    /// </summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Quote.JsonOptions))
        {
            WriteTo(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("total", Total.ToString());
        json.WriteString("exact", ExactTotal);
        json.WriteString("currency", Currency);
        json.WriteString("asOf", AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("rounding");
        json.WriteNumber("digits", Rounding.Digits);
        json.WriteString("mode", Rounding.Name);
        json.WriteEndObject();
        json.WriteStartArray("lines");
        foreach (var line in Lines)
        {
            WriteLine(json, line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, InvoiceLine line)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(line.Kind.ToString()));
        WriteUnlessNull(json, "card", line.Card);
        json.WriteString("subject", line.Subject);
        WriteUnlessNull(json, "detail", line.Detail);
        if (line.Item is { } item)
        {
            json.WritePropertyName("line");
            Quote.Write(json, item);
        }

        json.WriteString("exact", line.ExactAmount);
        json.WriteString("amount", line.Amount.ToString());
        json.WriteEndObject();
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
