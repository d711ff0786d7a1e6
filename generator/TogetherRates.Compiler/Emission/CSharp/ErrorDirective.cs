using System.Globalization;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>An error that the compiler reports at a place in the card, whatever the project's settings are.</summary>
/// <param name="Path">The card's file.</param>
/// <param name="StartLine">The line, from 1.</param>
/// <param name="StartColumn">The column, from 1.</param>
/// <param name="EndLine">The line of the end, from 1.</param>
/// <param name="EndColumn">The column of the end, from 1.</param>
/// <param name="Message">What to say.</param>
public sealed record ErrorDirective(string Path, int StartLine, int StartColumn, int EndLine, int EndColumn, string Message)
{
    /// <summary>Writes the directives. The path is quoted as it is: a <c>#line</c> directive knows no escapes.</summary>
    /// <param name="writer">Where to.</param>
    internal void Write(SourceWriter writer)
    {
        // The compiler points at what follows "#error ", which is the eighth character of the line.
        const int Offset = 8;
        if (!Path.Any(c => c == '"' || IsLineBreak(c)))
        {
            // The span of a #line directive must not be empty, and its second line must not lie before its first.
            var end = EndLine > StartLine || EndColumn > StartColumn ? EndColumn : StartColumn + 1;
            writer.AtEdge(string.Format(
                CultureInfo.InvariantCulture, "#line ({0},{1})-({2},{3}) {4} \"{5}\"", StartLine, StartColumn, EndLine, end, Offset, Path));
        }

        writer.AtEdge("#error " + Literal.Comment(Message));
        writer.AtEdge("#line default");
    }

    // What C# takes for the end of a line would end the directive, and the rest would be read as code.
    private static bool IsLineBreak(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';
}
