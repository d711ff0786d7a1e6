using System.Text.Json;
using TogetherRates.Cli.Import;
using TogetherRates.Cli.Output;

namespace TogetherRates.Cli.Tests;

public class VisibleTextTests
{
    [Theory]
    [InlineData("Llama 3 🎉 é", "Llama 3 🎉 é")]
    [InlineData("a\u001b[31m\n\u202eb", @"a\u001b[31m\u000a\u202eb")]
    [InlineData("tag \U000E0041!", @"tag \U000e0041!")]
    public void What_cant_be_seen_is_spelled_out_on_a_line(string text, string line) => Assert.Equal(line, OneLine.Of(text));

    // No attribute holds half of a pair.
    [Fact]
    public void Half_of_a_pair_is_spelled_out() => Assert.Equal(@"half \ud83d", OneLine.Of("half \ud83d"));

    [Theory]
    [InlineData("Llama 3 🎉 é", "\"Llama 3 🎉 é\"")]
    [InlineData("a\\b \"c\"\n", "\"a\\\\b \\\"c\\\"\\u000a\"")]
    [InlineData("tag \U000E0041!", "\"tag \\udb40\\udc41!\"")]
    [InlineData("lost \uFFFD", "\"lost \\ufffd\"")]
    public void A_cards_text_spells_it_as_JSON_does(string text, string quoted)
    {
        Assert.Equal(quoted, CardNode.Quoted(text));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(quoted));
    }
}
