using System.Collections.Frozen;
using System.Text;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks.Races;

/// <summary>From an id to its model.</summary>
internal static class IdRaces
{
    private const int Count = 8_192;
    private const string Generated = "TryFind";
    private const string Frozen = "FrozenDictionary";
    private const string Plain = "Dictionary";

    /// <summary>Ids that the card knows.</summary>
    /// <param name="models">How many models it has.</param>
    /// <param name="atLeast">How many times as fast as a <see cref="FrozenDictionary{TKey, TValue}"/> it is meant to be.</param>
    public static Race Hits(int models, double atLeast)
    {
        var priced = new PricedIds(PublicIds.Sample(models));
        return Strings($"Ids, {priced.Ids.Count:N0} models, hits", "that the card has", priced, priced.Ids, StringComparer.Ordinal,
            models > 300 ? [new(Generated, Frozen, atLeast), new(Generated, Plain, 1 / 0.36)] : [new(Generated, Frozen, atLeast)]);
    }

    /// <summary>Ids that the card doesn't know.</summary>
    public static Race Misses()
    {
        var priced = new PricedIds(PublicIds.Known);
        return Strings($"Ids, {priced.Ids.Count:N0} models, misses", "of other lists, which the card lacks", priced, PublicIds.Unknown, StringComparer.Ordinal, [new(Generated, Frozen, 1 / 0.26)]);
    }

    /// <summary>A few ids that come again and again.</summary>
    public static Race Popular()
    {
        var priced = new PricedIds(PublicIds.Known);
        return Strings($"Ids, {priced.Ids.Count:N0} models, {PublicIds.Popular.Count} of them asked for", $"of {PublicIds.Popular.Count} popular models", priced, PublicIds.Popular, StringComparer.Ordinal, []);
    }

    /// <summary>Ids in any case.</summary>
    public static Race IgnoringCase()
    {
        var priced = new PricedIds(PublicIds.Known, ignoreCase: true);
        var random = new Random(7);
        string[] asked = [.. priced.Ids.Select(id => string.Concat(id.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter))))];
        return Strings($"Ids, {priced.Ids.Count:N0} models, ignoring case", "that the card has, each letter in either case", priced, asked, StringComparer.OrdinalIgnoreCase, [new(Generated, Frozen, 1 / 0.34)]);
    }

    /// <summary>Ids as they come from the network.</summary>
    /// <param name="hits">Whether the card knows them.</param>
    public static Race Utf8(bool hits)
    {
        const string Transcoded = "to characters on the stack, then FrozenDictionary";
        const string Text = "Encoding.GetString, then Dictionary";
        var priced = new PricedIds(PublicIds.Known);
        var asked = Shuffle(hits ? priced.Ids : PublicIds.Unknown).ConvertAll(Encoding.UTF8.GetBytes).ToArray();
        var values = Values(priced, StringComparer.Ordinal);
        var frozen = values.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var loop = priced.Card.Method<IdLoops.OfUtf8>("Utf8", "Loops");
        return new()
        {
            Name = $"Ids, {priced.Ids.Count:N0} models, UTF-8 {(hits ? "hits" : "misses")}",
            Work = $"{Count:N0} ids in UTF-8, in random order, {(hits ? "that the card has" : "which the card lacks")}.",
            Operation = "lookup",
            Operations = Count,
            Contenders =
            [
                new(Generated, () => loop(asked)),
                new(Transcoded, () => InTranscoded(asked)),
                new(Text, () => asked.Sum(id => (long)values.GetValueOrDefault(Encoding.UTF8.GetString(id)))),
            ],
            Bars = [new(Generated, Transcoded, 1 / 0.21)],
        };

        decimal InTranscoded(byte[][] ids)
        {
            Span<char> characters = stackalloc char[256];
            long sum = 0;
            foreach (var id in ids)
            {
                sum += frozen.TryGetValue(characters[..Encoding.UTF8.GetChars(id, characters)], out var value) ? value : 0;
            }

            return sum;
        }
    }

    /// <summary>Ids that each wait for the one before.</summary>
    public static Race Latency()
    {
        var priced = new PricedIds(PublicIds.Known);
        var asked = Shuffle(priced.Ids).ToArray();
        var frozen = Values(priced, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        var loop = priced.Card.Method<IdLoops.Chain>("Dependent", "Loops");
        return new()
        {
            Name = $"Ids, {priced.Ids.Count:N0} models, dependent",
            Work = $"{Count:N0} ids in random order, each looked up only when the one before is found.",
            Operation = "lookup",
            Operations = Count,
            Contenders = [new(Generated, () => loop(asked)), new(Frozen, () => Follow(asked))],
        };

        decimal Follow(string[] ids)
        {
            var place = 0;
            long sum = 0;
            for (var i = 0; i < ids.Length; i++)
            {
                _ = frozen.TryGetValue(ids[place], out var value);
                sum += value;
                place = (i + (int)((long)value >> 40)) % ids.Length;
            }

            return sum;
        }
    }

    private static Race Strings(string name, string which, PricedIds priced, IReadOnlyList<string> ids, StringComparer comparer, IReadOnlyList<Bar> bars)
    {
        var asked = Shuffle(ids).ToArray();
        var values = Values(priced, comparer);
        var frozen = values.ToFrozenDictionary(comparer);
        var loop = priced.Card.Method<IdLoops.OfStrings>("Strings", "Loops");
        return new()
        {
            Name = name,
            Work = $"{Count:N0} ids in random order {which}, no two of them the same string instance.",
            Operation = "lookup",
            Operations = Count,
            Contenders = [new(Generated, () => loop(asked)), new(Frozen, () => InFrozen(asked)), new(Plain, () => InPlain(asked))],
            Bars = bars,
        };

        decimal InFrozen(string[] ids)
        {
            long sum = 0;
            foreach (var id in ids)
            {
                sum += frozen.TryGetValue(id, out var value) ? value : 0;
            }

            return sum;
        }

        decimal InPlain(string[] ids)
        {
            long sum = 0;
            foreach (var id in ids)
            {
                sum += values.TryGetValue(id, out var value) ? value : 0;
            }

            return sum;
        }
    }

    // The values are those of the generated enumeration: the models in the order of their ids.
    private static Dictionary<string, int> Values(PricedIds priced, StringComparer comparer)
    {
        var values = new Dictionary<string, int>(comparer);
        foreach (var id in priced.Ids.Order(StringComparer.Ordinal))
        {
            values.Add(id, values.Count + 1);
        }

        return values;
    }

    // New strings: the same instance would be found equal without a look at it.
    private static List<string> Shuffle(IReadOnlyList<string> ids)
    {
        var random = new Random(6);
        return [.. Enumerable.Range(0, Count).Select(_ => new string(ids[random.Next(ids.Count)].AsSpan()))];
    }
}
