using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TogetherRates;

/// <content>The quote for programs.</content>
public sealed partial record Quote
{
    // The text is for programs and terminals, never for pasting into HTML: names stay readable. Not a field, so that a quote whose JSON
    // nobody asks for doesn't load the writer.
    internal static JsonWriterOptions JsonOptions => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The quote as one line of JSON. Amounts and quantities are strings that hold them exactly; a repeating fraction is
    /// "numerator/denominator".
    /// </summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOptions))
        {
            WriteTo(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("cost", Cost.ToString());
        json.WriteString("currency", Currency);
        json.WriteString("card", Card);
        json.WriteString("edition", Edition.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartArray("lines");
        foreach (var line in Lines)
        {
            Write(json, line);
        }

        json.WriteEndArray();
        json.WriteString("subject", Subject);
        json.WriteEndObject();
    }

    /// <summary>Writes a line as an object.</summary>
    internal static void Write(Utf8JsonWriter json, LineItem line)
    {
        json.WriteStartObject();
        json.WriteString("meter", line.Meter);
        json.WriteString("quantity", line.Quantity.ToString(CultureInfo.InvariantCulture));
        json.WriteString("unit", line.Unit);
        json.WriteString("price", line.Price.ToString());
        json.WriteString("per", line.Per.ToString(CultureInfo.InvariantCulture));
        json.WriteString("amount", line.Amount.ToString());
        if (line.Tier is not null)
        {
            json.WriteString("tier", line.Tier);
        }

        if (line.Discount is not null)
        {
            json.WriteString("discount", line.Discount);
        }

        if (line.Reached is { } reached)
        {
            json.WriteString("reached", reached.ToString());
        }

        json.WriteEndObject();
    }
}
