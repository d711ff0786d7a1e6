using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Tests.Json;

public class LineMapTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\rb", 3, 3, 1)]
    [InlineData("a\n\rb", 3, 3, 1)]
    [InlineData("a\u0085b", 2, 2, 1)]
    [InlineData("a\u2028b\u2029c", 4, 3, 1)]
    [InlineData("a\vb\fc", 4, 1, 5)]
    [InlineData("a\r", 2, 2, 1)]
    [InlineData("😀x", 2, 1, 3)]
    public void Offsets_become_lines_and_columns(string text, int offset, int line, int column)
    {
        TextPosition position = new LineMap(text).PositionOf(offset);

        Assert.Equal((line, column), (position.Line, position.Column));
        Assert.Equal((line - 1, column - 1), (position.LineIndex, position.ColumnIndex));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void An_offset_outside_the_text_is_refused(int offset) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineMap("abc").PositionOf(offset));

    [Fact]
    public void A_position_counts_the_breaks_before_it_and_the_characters_since()
    {
        Gen<string> texts = Gen.Elements('a', 'b', '\n', '\r', '\u0085', '\u2028', '\u2029', '\t').ArrayOf().Select(chars => new string(chars));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var lines = new LineMap(text);
            int line = 0;
            int column = 0;
            for (int offset = 0; offset <= text.Length; offset++)
            {
                Assert.Equal(new TextPosition(line, column), lines.PositionOf(offset));
                bool isPair = offset + 1 < text.Length && text[offset] == '\r' && text[offset + 1] == '\n';
                bool ends = offset < text.Length && !isPair && "\n\r\u0085\u2028\u2029".Contains(text[offset], StringComparison.Ordinal);
                (line, column) = ends ? (line + 1, 0) : (line, column + 1);
            }

            Assert.Equal(line + 1, lines.LineCount);
        }).QuickCheckThrowOnFailure();
    }
}
