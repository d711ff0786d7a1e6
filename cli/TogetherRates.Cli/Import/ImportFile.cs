using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Cli.Import;

/// <summary>Opens the file of a source, and says what it is when it isn't that.</summary>
internal static class ImportFile
{
    // As much as a card may have: what is larger makes no card either.
    private const int MaxBytes = JsonReader.MaxLength;

    // No source comes near it.
    private const int MaxDepth = 64;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What it should be.</param>
    /// <exception cref="ToolException">It isn't there, or it isn't that.</exception>
    public static System.Text.Json.JsonDocument Open(string path, PriceSource source)
    {
        if (Directory.Exists(path))
        {
            throw ToolException.WrongCall("isDirectory", $"'{path}' is a directory; give the file with the prices: {source.Title}");
        }

        CardFile.Require(path);
        var bytes = ReadBytes(path);
        ThrowIfNotJson(bytes, path, source);
        System.Text.Json.JsonDocument document;
        try
        {
            document = System.Text.Json.JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException mistake)
        {
            throw Wrong(path, source, Explain(mistake, bytes));
        }

        ThrowIfDamaged(bytes.Span, path, source);
        if (!source.Recognizes(document.RootElement))
        {
            var reason = $"it is {Describe(document.RootElement)}";
            document.Dispose();
            throw Wrong(path, source, reason);
        }

        return document;
    }

    private static ReadOnlyMemory<byte> ReadBytes(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MaxBytes)
            {
                throw ToolException.WrongData("tooLarge", string.Create(
                    CultureInfo.InvariantCulture, $"'{path}' has {length:N0} bytes, and at most {MaxBytes:N0} are read"));
            }

            var bytes = File.ReadAllBytes(path).AsMemory();
            return bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ToolException.WrongCall("fileNotReadable", $"'{path}' can't be read: {failure.Message}");
        }
    }

    private static void ThrowIfNotJson(ReadOnlyMemory<byte> bytes, string path, PriceSource source)
    {
        var reason = bytes.Span.TrimStart(" \t\r\n"u8) switch
        {
            [] => "it is empty",
            [(byte)'<', ..] => "it is a web page, not JSON; download the raw file",
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "it is written in UTF-32; save it as UTF-8",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "it is written in UTF-16; save it as UTF-8",
            var text when !Utf8.IsValid(text) => "it isn't UTF-8 text",
            _ => null,
        };
        if (reason is not null)
        {
            throw Wrong(path, source, reason);
        }
    }

    // What the JSON reader lets pass and can't decode when it is asked for.
    private static void ThrowIfDamaged(ReadOnlySpan<byte> bytes, string path, PriceSource source)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && !CanDecode(reader))
            {
                var line = bytes[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                throw Wrong(path, source, string.Create(
                    CultureInfo.InvariantCulture, $"a text on line {line} has half a character in it, such as \\ud800; it was damaged on its way"));
            }
        }

        static bool CanDecode(in Utf8JsonReader text)
        {
            try
            {
                return text.GetString() is not null;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }

    private static ToolException Wrong(string path, PriceSource source, string reason) =>
        ToolException.WrongData("wrongSource", $"'{path}' isn't {source.Title}: {reason}. Expected is {source.Shape}");

    private static string Explain(JsonException mistake, ReadOnlyMemory<byte> bytes)
    {
        var line = (mistake.LineNumber ?? 0) + 1;
        var place = string.Create(CultureInfo.InvariantCulture, $"line {line}, byte {(mistake.BytePositionInLine ?? 0) + 1}");
        return ReadOn(bytes.Span) switch
        {
            JsonEnd.InTheMiddle => string.Create(CultureInfo.InvariantCulture, $"it ends in the middle, on line {line}; download it again"),
            JsonEnd.TooDeep => string.Create(CultureInfo.InvariantCulture, $"it is nested too deep: {place} is more than {MaxDepth} levels down"),
            _ => $"it isn't JSON that can be read: {place} has a mistake",
        };
    }

    // How far it is fine.
    private static JsonEnd ReadOn(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var oneDeeper = new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, oneDeeper);
            while (reader.Read())
            {
                if (reader.CurrentDepth == MaxDepth)
                {
                    return JsonEnd.TooDeep;
                }
            }

            return JsonEnd.InTheMiddle;
        }
        catch (JsonException)
        {
            return JsonEnd.AtAMistake;
        }
    }

    private static string Describe(JsonElement root)
    {
        if (PriceSource.All.FirstOrDefault(source => source.Recognizes(root)) is { } other)
        {
            return $"{other.Title}; say 'import {other.Name}'";
        }

        return root.ValueKind switch
        {
            JsonValueKind.Object when root.Has("ratecard") => "a rate card already",
            JsonValueKind.Object when root.Has("total_price") => "a fine-tuning job, whose total_price is in billionths of a dollar",
            JsonValueKind.Object when root.Has("estimated_total_price") => "an estimate of a fine-tuning job",
            JsonValueKind.Object when root.Has("error") => "an error that a server answered",
            JsonValueKind.Object => $"an object with {Names(root)}",
            JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {root.GetArrayLength()} items"),
            _ => "a single value",
        };
    }

    private static string Names(JsonElement root)
    {
        const int Shown = 3;
        var names = root.EnumerateObject().Select(property => $"'{property.Name}'").Take(Shown + 1).ToList();
        return names.Count == 0 ? "nothing in it"
            : names.Count > Shown ? string.Join(", ", names.Take(Shown)) + " and others"
            : string.Join(", ", names);
    }

    private enum JsonEnd
    {
        AtAMistake,
        InTheMiddle,
        TooDeep,
    }
}
