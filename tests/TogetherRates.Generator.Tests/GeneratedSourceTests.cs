using System.Text;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Generator.Tests;

public class GeneratedSourceTests
{
    private static readonly string LongId = new('x', 150);

    [Fact]
    public void The_compiler_reads_what_a_string_of_it_would_say()
    {
        var text = Emitted(Cards.Contoso);
        var source = new GeneratedSource(text);
        var expected = SourceText.From(text.ToString(), Encoding.UTF8, SourceHashAlgorithm.Sha256);

        Assert.Equal(expected.Length, source.Length);
        Assert.Equal(expected.ToString(), source.ToString());
        Assert.Equal(expected.Lines.Count, source.Lines.Count);
        Assert.Equal(expected.GetChecksum().AsEnumerable(), source.GetChecksum().AsEnumerable());
        Assert.Equal((expected.Encoding, expected.ChecksumAlgorithm), (source.Encoding, source.ChecksumAlgorithm));
        Assert.True(expected.ContentEquals(source));
        foreach (var line in expected.Lines)
        {
            Assert.Equal(expected.ToString(line.Span), source.ToString(line.Span));
            Assert.Equal(expected[line.EndIncludingLineBreak - 1], source[line.EndIncludingLineBreak - 1]);
        }
    }

    [Fact]
    public void A_text_of_many_pieces_is_one_text()
    {
        var ids = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"\"{LongId}{i}\": {{ \"price\": 1 }}"));
        var card = $$"""
            {
              "ratecard": 1, "provider": "Many", "currency": "USD", "effective": { "from": "2025-01-01" }, "rounding": { "digits": 2, "mode": "half-even" },
              "serverless": { "models": { {{ids}} } }
            }
            """;
        var text = Emitted(card);
        var source = new GeneratedSource(text);

        Assert.InRange(text.Length, 50_000, int.MaxValue);
        Assert.Equal(text.ToString(), source.ToString());
        Assert.Equal(text.ToString()[9_000..41_000], source.ToString(TextSpan.FromBounds(9_000, 41_000)));
    }

    private static CSharpText Emitted(string card)
    {
        var reading = Compiler.CardCompiler.Read(card);
        Assert.Null(reading.FirstError?.Message);
        return CSharpEmitter.Emit(reading.Card!, new EmissionOptions("Shop", null, IsPublic: true));
    }
}
