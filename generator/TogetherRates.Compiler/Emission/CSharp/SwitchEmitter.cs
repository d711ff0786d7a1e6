namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>
/// Writes a method that is one switch, or several where it would have so many arms that the runtime would not optimise it: each then asks the
/// next one for what it doesn't know.
/// </summary>
internal static class SwitchEmitter
{
    // A method has to stay below 60,000 bytes of IL, and a line rarely takes more than 100.
    private const int LinesPerMethod = 400;

    /// <summary>Writes the method.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type">The type that it returns.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="subject">What is switched on.</param>
    /// <param name="arms">The arms; each writes itself.</param>
    /// <param name="otherwise">The value where no arm holds.</param>
    public static void Emit(
        SourceWriter writer, string type, string name, string parameters, string subject, IReadOnlyList<Action> arms, string otherwise)
    {
        // "in Usage usage" is passed on as "usage".
        var arguments = string.Join(", ", parameters.Split([", "], StringSplitOptions.None).Select(parameter => parameter.Substring(parameter.LastIndexOf(' ') + 1)));
        var next = 0;
        for (var part = 1; next < arms.Count || part == 1; part++)
        {
            writer.Open($"private static {type} {name}{(part == 1 ? string.Empty : part)}({parameters}) => {subject} switch");
            var end = writer.LineCount + LinesPerMethod;
            for (; next < arms.Count && writer.LineCount < end; next++)
            {
                arms[next]();
            }

            writer.Line($"_ => {(next < arms.Count ? $"{name}{part + 1}({arguments})" : otherwise)},");
            writer.Close(";");
            writer.Line();
        }
    }
}
