using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TogetherRates.Cli.Output;

/// <summary>Answers for programs: one line of JSON.</summary>
internal static class Json
{
    // Nobody pastes the answer into HTML, so letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one value on one line.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="write">Writes the value.</param>
    public static void Write(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            write(json);
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
