using System.Text;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes constant data.</summary>
internal static class ArrayEmitter
{
    /// <summary>Writes a field: a span would be allocated at each use where code isn't optimised.</summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="type">The type of the numbers.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="numbers">The numbers as literals.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void Emit(SourceWriter writer, string type, string name, IReadOnlyList<string> numbers, int perLine) =>
        Emit(writer, Field(type, name), numbers.Count, perLine, (text, i) => text.Append(numbers[i]));

    /// <inheritdoc cref="Emit(SourceWriter, string, string, IReadOnlyList{string}, int)"/>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="type">The type of the numbers.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="numbers">The numbers, none below 0.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void Emit(SourceWriter writer, string type, string name, IReadOnlyList<int> numbers, int perLine) =>
        Emit(writer, Field(type, name), numbers.Count, perLine, (text, i) => text.Append(numbers[i]));

    /// <inheritdoc cref="Emit(SourceWriter, string, string, IReadOnlyList{string}, int)"/>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="numbers">The numbers, which are written in hexadecimal.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void Emit(SourceWriter writer, string name, ulong[] numbers, int perLine) =>
        Emit(writer, Field("ulong", name), numbers.Length, perLine, (text, i) => Literal.AppendHex(text, numbers[i]));

    /// <summary>Writes a span of bytes, which needs no field: it is read where it stands.</summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void EmitBytes(SourceWriter writer, string name, byte[] bytes, int perLine) =>
        Emit(writer, $"public static {Global.Bytes} {name} => new byte[]", bytes.Length, perLine, (text, i) => text.Append((int)bytes[i]));

    private static string Field(string type, string name) => $"public static readonly {type}[] {name} =";

    private static void Emit(SourceWriter writer, string declaration, int count, int perLine, Action<StringBuilder, int> write)
    {
        writer.Open(declaration);
        for (var i = 0; i < count; i += perLine)
        {
            writer.Items(i, Math.Min(perLine, count - i), write);
        }

        writer.Close(";");
    }
}
