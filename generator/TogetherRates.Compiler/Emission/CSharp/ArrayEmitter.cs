namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes constant data as a field: a span of it would be allocated at each use where code isn't optimised.</summary>
internal static class ArrayEmitter
{
    /// <summary>Writes the field.</summary>
    /// <param name="writer">Where to, inside a nested class of its own.</param>
    /// <param name="type">The type of the numbers.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="numbers">The numbers as literals.</param>
    /// <param name="perLine">How many go on a line.</param>
    public static void Emit(SourceWriter writer, string type, string name, IReadOnlyList<string> numbers, int perLine)
    {
        writer.Open($"public static readonly {type}[] {name} =");
        for (var i = 0; i < numbers.Count; i += perLine)
        {
            writer.Items(numbers, i, Math.Min(perLine, numbers.Count - i));
        }

        writer.Close(";");
    }
}
