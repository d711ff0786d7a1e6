using System.Runtime.InteropServices;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Compiler.Tests.Emission.Hashing;

/// <summary>Tables of ids, which the compiler builds and the runtime searches, are a dictionary.</summary>
public class IdTableTests
{
    private static readonly string[] Alphabet =
        ["a", "B", "c", "Z", "z", "0", "9", "-", "/", ".", "_", "@", "`", "[", "{", " ", "\"", "\\", "\n", "é", "É", "\u00C3", "\u00A9", "中", "😀", "\u200F", "\u202E", "\u0301", "K", "\u212A"];

    [Fact]
    public void A_table_of_any_ids_is_a_dictionary() => Prop.ForAll(
        Arb.From(IdSets()), ids => CheckLikeDictionary(ids, ignoreCase: false)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_of_any_ids_that_ignores_case_is_a_dictionary() => Prop.ForAll(
        Arb.From(IdSets()), ids => CheckLikeDictionary([.. ids.DistinctBy(ToLower)], ignoreCase: true)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(13)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void Every_id_is_found_and_what_differs_by_one_character_is_not(int count)
    {
        var ids = LargeCards.Ids(count);
        var known = ids.ToHashSet(StringComparer.Ordinal);
        var tables = new IdTables(ids);
        var random = new Random(count);

        // They are written as the characters of a text, a byte each.
        Assert.All(tables.Displacements, displacement => Assert.InRange(displacement, 0, 127));

        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal(i + 1, tables.Find(ids[i]));
            Assert.Equal(i + 1, tables.FindUtf8(ids[i]));
            var changed = Mutations(ids[i], random).Where(other => !known.Contains(other)).ToList();
            Assert.All(changed, other => Assert.Equal(0, tables.Find(other) + tables.FindUtf8(other)));
        }
    }

    [Fact]
    public void One_bit_tells_two_ids_apart_wherever_it_is()
    {
        foreach (var length in new[] { 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 79, 80, 81, 111, 112, 126, 127, 128, 129, 200, 255, 256, 257, 1_000 })
        {
            var id = new string([.. Enumerable.Range(0, length).Select(i => (char)('a' + (i % 16)))]);
            var others = Enumerable.Range(0, length).SelectMany(i => new[] { 1, 2, 4, 16 }.Select(bit => id[..i] + (char)(id[i] ^ bit) + id[(i + 1)..])).ToList();
            CheckLikeDictionary([id, .. others], ignoreCase: false);
            CheckLikeDictionary([.. others.Append(id).DistinctBy(ToLower)], ignoreCase: true);
            Assert.All(others, other => Assert.Equal(0, new IdTables([id]).Find(other)));
        }
    }

    [Fact]
    public void Ids_of_equal_blocks_and_lengths_that_look_equal_are_told_apart()
    {
        // Lengths that agree in their last eight bits, and units that letters fold to.
        CheckLikeDictionary(["aaa", new string('a', 259), new string('a', 515), "aaaa", new string('a', 260)], ignoreCase: false);
        CheckLikeDictionary(["a@b", "a`b", "a[bcdefg", "a{bcdefg", "^^^^", "~~~~"], ignoreCase: true);
    }

    [Fact]
    public void Ids_that_only_their_lengths_told_apart_if_these_were_not_added_to_their_blocks_are_found()
    {
        // One length more makes up for each character being one less.
        string[] alike = [new string('b', 16), new string('a', 16) + "z", new string('c', 15)];
        string[] others = [.. Enumerable.Range(0, 40).Select(i => $"{i:D2}-model-{i * 7:D3}-instruct-{i}")];
        CheckLikeDictionary([.. alike, .. others], ignoreCase: false);
        CheckLikeDictionary([.. alike, .. others], ignoreCase: true);
    }

    [Fact]
    public void Characters_are_not_taken_for_the_bytes_of_UTF_8()
    {
        var tables = new IdTables(["é", "größe-70b-instruct-turbo", "acme/größe"]);

        Assert.Equal([0, 0, 0], new[] { "\u00C3\u00A9", "gr\u00C3\u00B6\u00C3\u009Fe-70b-instruct-turbo", "acme/gr\u00C3\u00B6\u00C3\u009Fe" }.Select(id => tables.Find(id)));
        Assert.Equal([1, 2, 3], new[] { "é", "größe-70b-instruct-turbo", "acme/größe" }.Select(id => tables.Find(id)));
        Assert.Equal([1, 2, 3], new[] { "é", "größe-70b-instruct-turbo", "acme/größe" }.Select(id => tables.FindUtf8(id)));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(40)]
    public void A_character_of_two_bytes_is_not_taken_for_one_of_them(int length)
    {
        var id = new string('A', length);
        var tables = new IdTables([id, new string('a', length) + "\u0100"]);

        // As bytes these are 0x41 as well, with more above it.
        Assert.All(["\u0141", "\u4141", "\uFF41"], other => Assert.Equal(0, tables.Find(other + id[1..]) + tables.Find(id[1..] + other)));
        Assert.Equal(1, tables.Find(id));
    }

    [Fact]
    public void A_character_above_those_of_ASCII_is_not_taken_for_none()
    {
        // Blocks have zeros for characters of which more than fifteen bits are set.
        var tables = new IdTables(["some-model\0", "a\0b"]);

        Assert.All(["\u8000", "\uFFFF", "\u9999"], other => Assert.Equal(0, tables.Find("some-model" + other) + tables.Find($"a{other}b")));
        Assert.Equal([1, 2], new[] { "some-model\0", "a\0b" }.Select(id => tables.Find(id)));
    }

    [Fact]
    public void Nothing_broken_is_found()
    {
        var tables = new IdTables(["\uFFFD", "a\uFFFDb", "plain", "😀"]);

        Assert.Equal(0, tables.Find("\uD83D") + tables.Find("a\uD83Db") + tables.Find("\uDE00") + tables.Find(string.Empty));
        Assert.Equal(0, tables.FindUtf8([0xF0, 0x9F]) + tables.FindUtf8([0xFF, 0xFE]) + tables.FindUtf8([]));
    }

    [SkippableFact]
    public void Nothing_is_read_behind_the_page_that_an_id_is_in()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Memory is protected with calls of Linux.");
        string[] ids = [.. Enumerable.Range(1, 130).Select(length => new string([.. Enumerable.Range(0, length).Select(i => (char)('a' + ((i + length) % 26)))]))];
        var tables = new IdTables(ids);
        using var page = new PageOfMemory();

        for (var i = 0; i < ids.Length; i++)
        {
            for (var distance = 0; distance < 40; distance++)
            {
                var utf8 = page.Bytes[^(ids[i].Length + distance)..][..ids[i].Length];
                _ = Encoding.UTF8.GetBytes(ids[i], utf8);
                Assert.Equal(i + 1, tables.FindUtf8(utf8));

                var characters = MemoryMarshal.Cast<byte, char>(page.Bytes)[^(ids[i].Length + distance)..][..ids[i].Length];
                ids[i].CopyTo(characters);
                Assert.Equal(i + 1, tables.Find(characters));
            }
        }
    }

    [Fact]
    public void Long_ids_that_hardly_differ_are_hashed_whole()
    {
        // Eleven places, of which blocks see six, and two letters at each.
        var ids = LongIds(places: 11);

        Assert.Equal(0, new IdTables(ids).Blocks);
        CheckLikeDictionary(ids, ignoreCase: false);
        CheckLikeDictionary(ids, ignoreCase: true);
    }

    [Fact]
    public void Long_ids_that_differ_between_their_blocks_too_are_compared_whole()
    {
        var ids = LongIds(places: 8);

        Assert.NotEqual(0, new IdTables(ids).Blocks);
        CheckLikeDictionary(ids, ignoreCase: false);
        CheckLikeDictionary(ids, ignoreCase: true);
    }

    [Fact]
    public void Ids_whose_blocks_add_up_to_the_same_are_hashed_whole()
    {
        // Two of 80 characters, the second counted eight times at most: ten pairs come to the same.
        var characters = Enumerable.Range('!', 80).Select(character => (char)character).ToList();
        var ids = characters.SelectMany(first => characters.Select(second => "model-" + first + new string('-', 47) + second + "-8b-turbo")).ToList();
        var tables = new IdTables(ids);

        Assert.Equal(0, tables.Blocks);
        Assert.Equal(Enumerable.Range(1, ids.Count), ids.Select(id => tables.Find(id)));
        Assert.Equal(Enumerable.Range(1, ids.Count), ids.Select(id => tables.FindUtf8(id)));
        Assert.Equal(0, tables.Find(ids[0] + "!") + tables.Find(ids[0].AsSpan(1)) + tables.Find(ids[0].Replace('!', '~')));
    }

    [Fact]
    public void The_ids_come_back_by_their_rows()
    {
        var ids = LargeCards.Ids(500).Append("größe").Append("😀").ToArray();

        Assert.Equal(ids, new IdTables(ids).ToStrings(ids.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Finding_allocates_nothing(bool ignoreCase)
    {
        var ids = LargeCards.Ids(1_000).Append("größe").ToList();
        var tables = new IdTables(ids, ignoreCase);
        var utf8 = ids.Select(Encoding.UTF8.GetBytes).ToArray();

        Assert.Equal(0, Allocations.Of(FindAll));

        void FindAll()
        {
            for (var i = 0; i < utf8.Length; i++)
            {
                _ = tables.Find(ids[i]) + tables.FindUtf8(utf8[i]) + tables.Find("größer") + tables.Find("missing");
            }
        }
    }

    private static List<string> LongIds(int places) =>
        [.. Enumerable.Range(0, 1 << places).Select(set => string.Concat(Enumerable.Range(0, places).Select(bit => ((set >> bit) & 1) + "-any-model")))];

    private static void CheckLikeDictionary(IReadOnlyList<string> ids, bool ignoreCase)
    {
        var tables = new IdTables(ids, ignoreCase);
        var rows = ids.Select((id, i) => (Id: ignoreCase ? ToLower(id) : id, Row: i + 1)).ToDictionary(entry => entry.Id, entry => entry.Row, StringComparer.Ordinal);
        var random = new Random(ids.Count);
        foreach (var id in ids.SelectMany(id => Mutations(id, random).Append(id).Append(SwapCase(id))).Distinct(StringComparer.Ordinal))
        {
            var expected = rows.GetValueOrDefault(ignoreCase ? ToLower(id) : id);
            Assert.Equal(expected, tables.Find(id));
            Assert.Equal(expected, tables.Find(("x" + id + "y").AsSpan(1, id.Length)));
            if (id.EnumerateRunes().All(rune => rune.Value != 0xFFFD) || id.Contains('\uFFFD', StringComparison.Ordinal))
            {
                Assert.Equal(expected, tables.FindUtf8(id));
            }
        }
    }

    private static IEnumerable<string> Mutations(string id, Random random)
    {
        var place = random.Next(id.Length);
        yield return id[..place] + (char)(id[place] ^ (1 << random.Next(16))) + id[(place + 1)..];
        yield return id.Remove(place, 1);
        yield return id.Insert(place, "x");
        yield return id + id[^1];
    }

    private static string ToLower(string id) => new([.. id.Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)]);

    private static string SwapCase(string id) => new([.. id.Select(c => char.IsAsciiLetter(c) ? (char)(c ^ 0x20) : c)]);

    // Ids of all lengths, and neighbours of each.
    private static Gen<string[]> IdSets()
    {
        var lengths = Gen.Frequency((6, Gen.Choose(1, 24)), (3, Gen.Choose(25, 80)), (1, Gen.Choose(81, 1_000)));
        var ids = lengths.SelectMany(length => Gen.ArrayOf(Gen.Frequency((9, Gen.Elements(Alphabet[..16])), (1, Gen.Elements(Alphabet))), length)).Select(string.Concat);
        var families = ids.SelectMany(id => Gen.Choose(0, id.Length), (id, place) => new[] { id, id + "a", "a" + id, id.Insert(Whole(id, place), "-b") });
        return Gen.Choose(1, 40).SelectMany(count => Gen.ArrayOf(families, count)).Select(sets => sets.SelectMany(set => set).Distinct(StringComparer.Ordinal).ToArray());
    }

    // Not between the halves of a pair.
    private static int Whole(string id, int place) => place < id.Length && char.IsLowSurrogate(id[place]) ? place - 1 : place;
}
