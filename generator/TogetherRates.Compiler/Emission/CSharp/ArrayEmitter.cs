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
    /// <param name="count">How many items there are.</param>
    /// <param name="perLine">How many go on a line.</param>
    /// <param name="write">Writes the item of an index.</param>
    public static void Emit(SourceWriter writer, string type, string name, int count, int perLine, Action<StringBuilder, int> write) =>
        Emit(writer, Field(type, name), count, perLine, write);

    /// <inheritdoc cref="Emit(SourceWriter, string, string, IReadOnlyList{string}, int)"/>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="type">The type of the numbers.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="numbers">The numbers, none below 0.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void Emit(SourceWriter writer, string type, string name, int[] numbers, int perLine) =>
        Emit(writer, Field(type, name), numbers.Length, perLine, (text, i) => text.Append(numbers[i]));

    /// <summary>
    /// Starts a field of numbers that stand in the program itself. They say which type they have: as an argument alone the compiler asks for each constructor whether
    /// each number fits its parameter, which took as long again. The race "Build, whole compilation" shows it.
    /// </summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="visibility">Who sees the field.</param>
    /// <param name="name">The field's name.</param>
    public static void OpenConstants(SourceWriter writer, string visibility, string name)
    {
        writer.Line($"{visibility} static readonly {Global.ConstantNumbers} {name} = new(({Global.Numbers})");
        writer.Line("[");
    }

    /// <summary>Ends a field of numbers that stand in the program itself.</summary>
    /// <param name="writer">Where to.</param>
    public static void CloseConstants(SourceWriter writer) => writer.Line("]);");

    /// <summary>
    /// Writes numbers as the characters of a constant, which needs no field and no property, each of which the runtime would compile before the first price: the
    /// race "The first price in a fresh process" shows it. A thousand numbers take a compiler some 8 ms, a text of them next to nothing: what tables cost a build
    /// is in the race "Build, whole compilation".
    /// </summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="name">The constant's name.</param>
    /// <param name="numbers">The numbers, from 0 to 65,535.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void EmitText(SourceWriter writer, string name, int[] numbers, int perLine) =>
        EmitText(writer, name, numbers.Length, perLine, i => numbers[i]);

    /// <inheritdoc cref="EmitText(SourceWriter, string, int[], int)"/>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="name">The constant's name.</param>
    /// <param name="numbers">The numbers, from 0 to 127, each of which is one byte of UTF-8 in the file.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void EmitText(SourceWriter writer, string name, byte[] numbers, int perLine) =>
        EmitText(writer, name, numbers.Length, perLine, i => numbers[i]);

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

    private static void EmitText(SourceWriter writer, string name, int count, int perLine, Func<int, int> numberOf)
    {
        writer.Line($"public const string {name} =");
        for (var i = 0; i < count; i += perLine)
        {
            var line = writer.StartLine(deeper: 1).Append('"');
            for (var j = i; j < Math.Min(i + perLine, count); j++)
            {
                Literal.AppendEscape(line, checked((char)numberOf(j)));
            }

            line.Append(i + perLine < count ? "\" +" : "\";");
            writer.EndLine();
        }
    }
}
