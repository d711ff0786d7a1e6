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
        Emit(writer, $"public static readonly {type}[] {name} =", numbers, perLine);

    /// <summary>Writes a span of bytes, which needs no field: it is read where it stands.</summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="numbers">The numbers as literals.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void EmitBytes(SourceWriter writer, string name, IReadOnlyList<string> numbers, int perLine) =>
        Emit(writer, $"public static {Global.Bytes} {name} => new byte[]", numbers, perLine);

    private static void Emit(SourceWriter writer, string declaration, IReadOnlyList<string> numbers, int perLine)
    {
        writer.Open(declaration);
        for (var i = 0; i < numbers.Count; i += perLine)
        {
            writer.Items(numbers, i, Math.Min(perLine, numbers.Count - i));
        }

        writer.Close(";");
    }
}
