using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Cli.RateCards;

/// <summary>A card's file, as far as it is text.</summary>
/// <param name="Path">The path, as it was asked for.</param>
/// <param name="Text">The text, without a byte order mark; up to the first damage if there is some.</param>
/// <param name="Damage">Why the file isn't text that a card can be read from, or null.</param>
internal sealed record CardFile(string Path, string Text, Problem? Damage)
{
    // No text has more UTF-16 units than UTF-8 bytes, so whatever passes here passes the reader's own limit too.
    private const int MaxBytes = JsonReader.MaxLength;

    /// <summary>Reads and checks the card.</summary>
    /// <returns>What came of it; a damaged file counts as a card that can't be read.</returns>
    public CardReading Compile() => Damage is null ? CardCompiler.Read(Text) : new CardReading(null, new(Damage));

    /// <summary>Makes sure that a path leads to a file.</summary>
    /// <exception cref="ToolException">It leads to a directory or nowhere.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path))
        {
            throw ToolException.WrongCall("isDirectory", $"'{path}' is a directory; give the path of a card, such as {System.IO.Path.Combine(path, "together.ratecard.json")}");
        }

        if (!File.Exists(path))
        {
            throw ToolException.WrongCall("fileNotFound", $"there is no file '{path}'");
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">There is no such file, or it can't be opened.</exception>
    public static CardFile Read(string path)
    {
        Require(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return stream.CanSeek && stream.Length > MaxBytes
                ? TooLarge(path, string.Create(CultureInfo.InvariantCulture, $"{stream.Length:N0}"))
                : Decode(path, ReadAll(stream));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ToolException.WrongCall("fileNotReadable", $"'{path}' can't be read: {failure.Message}");
        }
    }

    // A pipe doesn't say how long it is, so what comes out of it is counted.
    private static ReadOnlySpan<byte> ReadAll(FileStream stream)
    {
        var bytes = new ArrayBufferWriter<byte>(stream.CanSeek && stream.Length > 0 ? (int)stream.Length : 4096);
        while (bytes.WrittenCount <= MaxBytes)
        {
            var count = stream.Read(bytes.GetSpan(1));
            if (count == 0)
            {
                break;
            }

            bytes.Advance(count);
        }

        return bytes.WrittenSpan;
    }

    private static CardFile Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return TooLarge(path, string.Create(CultureInfo.InvariantCulture, $"more than {MaxBytes:N0}"));
        }

        if (OtherEncoding(bytes) is { } encoding)
        {
            return new(path, "", Problem.NotUtf8(encoding));
        }

        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = new char[content.Length];
        var status = Utf8.ToUtf16(content, text, out var read, out var written, replaceInvalidSequences: false);
        var decoded = new string(text, 0, written);
        if (status == OperationStatus.Done)
        {
            return new(path, decoded, null);
        }

        var offset = bytes.Length - content.Length + read;
        return new(path, decoded, new(Rules.Syntax, new TextSpan(written, 0), new(string.Create(
            CultureInfo.InvariantCulture,
            $"the byte 0x{bytes[offset]:X2} at offset {offset} isn't UTF-8; save the file as UTF-8"))));
    }

    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        _ => null,
    };

    private static CardFile TooLarge(string path, string length) => new(path, "", new(Rules.TooLarge, default, new(string.Create(
        CultureInfo.InvariantCulture,
        $"the file has {length} bytes, and a rate card may have {MaxBytes:N0}; split it into smaller cards"))));
}
