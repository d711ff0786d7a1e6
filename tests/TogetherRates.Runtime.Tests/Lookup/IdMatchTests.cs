using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests.Lookup;

public class IdMatchTests
{
    private static readonly Gen<string> Texts = Gen.Elements("aAbBzZ@[`{é".ToCharArray()).ArrayOf().Select(letters => new string(letters));

    [Fact]
    public void Case_is_ignored_in_letters_of_ascii_alone() => Prop.ForAll(Texts.ToArbitrary(), Texts.Select(Lower).ToArbitrary(), (id, text) =>
    {
        var (lower, utf8, utf8Text) = (Lower(id), Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(text));

        Assert.Equal(lower.StartsWith(text, StringComparison.Ordinal), IdMatch.StartsWithIgnoringCase<char>(id, text));
        Assert.Equal(lower.EndsWith(text, StringComparison.Ordinal), IdMatch.EndsWithIgnoringCase<char>(id, text));
        Assert.Equal(lower.Contains(text, StringComparison.Ordinal), IdMatch.ContainsIgnoringCase<char>(id, text));
        Assert.Equal(lower.StartsWith(text, StringComparison.Ordinal), IdMatch.StartsWithIgnoringCase<byte>(utf8, utf8Text));
        Assert.Equal(lower.EndsWith(text, StringComparison.Ordinal), IdMatch.EndsWithIgnoringCase<byte>(utf8, utf8Text));
        Assert.Equal(lower.Contains(text, StringComparison.Ordinal), IdMatch.ContainsIgnoringCase<byte>(utf8, utf8Text));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ab", true)]
    [InlineData("a😀b", true)]
    [InlineData("a\u007Fb", true)]
    [InlineData("a\u0080b", true)]
    [InlineData("aéb", false)]
    [InlineData("b", false)]
    [InlineData("", false)]
    public void A_table_is_followed_character_by_character(string id, bool expected)
    {
        // a, then anything but the letters from é on below the emoji, then b.
        var ascii = new byte[128];
        ascii['a'] = 1;
        ascii['b'] = 2;
        int[] beyond = [128 << 8, ('é' << 8) | 3, 0x1F600 << 8];
        ushort[] states = [0, 0, 0, 0, 0, 2, 0, 0, 2, 0, 3, 0, 0, 0, 0, 0];

        Assert.Equal(expected, IdMatch.Matches(id, ascii, beyond, states, classes: 4, firstMatch: 3));
        Assert.Equal(expected, IdMatch.Matches(Encoding.UTF8.GetBytes(id), ascii, beyond, states, classes: 4, firstMatch: 3));
    }

    [Fact]
    public void A_byte_that_starts_no_character_is_one_beyond_ascii() =>
        Assert.True(IdMatch.Matches([(byte)'a', 0x80], new byte[128], [(128 << 8) | 1], [0, 0, 2, 0, 0, 3, 0, 0], classes: 2, firstMatch: 3));

    [Theory]
    [InlineData("aB", "ab", true)]
    [InlineData("xaB", "ab", true)]
    [InlineData("aBx", "ab", true)]
    [InlineData("a", "ab", false)]
    [InlineData("aB", "", true)]
    [InlineData("", "", true)]
    public void A_text_may_be_at_the_very_end_or_be_all_of_an_id(string id, string text, bool expected) =>
        Assert.Equal(expected, IdMatch.ContainsIgnoringCase<char>(id, text));

    private static string Lower(string text) => string.Concat(text.Select(c => char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) : c));
}
