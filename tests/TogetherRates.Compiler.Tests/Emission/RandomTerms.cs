using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Random models whose prices depend on time, service level, region, context length and bands, all at once.</summary>
internal static class RandomTerms
{
    /// <summary>The charges that a model may have, each with what its prices are for.</summary>
    private static readonly (Cards.Meter Meter, string Per)[] Charged =
    [
        (Cards.Meter.Requests, ""), (Cards.Meter.Searches, "1K searches"), (Cards.Meter.SearchesHigh, "1K searches"), (Cards.Meter.Queries, "query"), (Cards.Meter.Seconds, "minute"),
        (Cards.Meter.InputVideoSeconds, ""), (Cards.Meter.OutputCharacters, "1M characters"), (Cards.Meter.Images, "image"),
    ];

    private static readonly Gen<string> Price = from digits in Gen.Choose(1, 9_999) select (digits / 10_000m).ToString(CultureInfo.InvariantCulture);

    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly Gen<string> Factor = Gen.Elements("0.5", "0.75", "1.1", "1.25", "2");

    private static readonly Gen<Cards.Meter[]> Meters =
        from named in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(false)), (2, Gen.Constant(true))), Cards.Meters.Tokens.Count)
        select Cards.Meters.Tokens.Where((meter, i) => named[i] || meter == Cards.Meter.Input).ToArray();

    // The bounds of a model, the same in each of its windows; a service level with prices of its own has to know them.
    private static readonly Gen<string[]> Bounds = Gen.Elements<string[]>([], [], ["1K"], ["1K", "100K"]);

    /// <summary>The properties of a model.</summary>
    public static Gen<string> Model { get; } =
        from meters in Meters
        from bounds in Bounds
        from isEnded in Coin
        let contexts = new Lengths(bounds, isEnded && bounds.Length > 1)
        from windows in Windows(meters, contexts)
        from batch in Level("batch", meters, contexts)
        from priority in Level("priority", meters, contexts)
        from flex in Level("flex", meters, contexts)
        from region in Factor
        from regions in Gen.Elements("", ", \"regions\": { \"eu\": " + region + " }", ", \"regions\": { \"eu\": " + region + ", \"us\": 1.5 }")
        from per in Gen.Elements("", "\"per\": \"1K tokens\", ")
        let model = per + windows + batch + priority + flex + regions
        where CardReport.ErrorsOf(SampleCards.WithModel(model)).Count == 0 // Some combine to more prices than a model may have.
        select model;

    private static Gen<string> Windows(Cards.Meter[] meters, Lengths contexts) =>
        from lists in Gen.ArrayOf(List(meters, contexts), 3)
        from kind in Gen.Choose(0, 5)
        select kind switch
        {
            0 => $$""" "windows": [ { "from": "07:00", "until": "19:30", {{lists[0]}} }, { "from": "19:30", "until": "07:00", {{lists[1]}} } ] """,
            1 => $$""" "windows": [ { "days": [ "sat", "sun" ], {{lists[0]}} }, { "days": [ "mon", "tue", "wed", "thu", "fri" ], {{lists[1]}} } ] """,
            2 => $$"""
                 "windows": [
                   { "before": "2025-03-10", {{lists[0]}} }, { "since": "2025-03-10", "from": "00:00", "until": "07:00", {{lists[1]}} },
                   { "since": "2025-03-10", "from": "07:00", "until": "24:00", {{lists[2]}} } ]
                """,
            _ => lists[0],
        };

    private static Gen<string> List(Cards.Meter[] meters, Lengths contexts) =>
        from tokens in Tokens(meters)
        from charges in Charges
        from tiers in Contexts(meters, contexts, atLeast: 1)
        select Join(tokens, charges, tiers);

    private static Gen<string> Level(string name, Cards.Meter[] meters, Lengths contexts) =>
        from factor in Factor
        from own in SomeOf(meters, 1)
        from tokens in Tokens(own)
        from tiers in Contexts(own, contexts, atLeast: own.Length)
        from kind in Gen.Choose(0, 5)
        select kind switch
        {
            0 => $", \"{name}\": \"12.5%\"",
            1 => $", \"{name}\": {{ \"factor\": {factor} }}",
            2 => $$""", "{{name}}": { {{Join(tokens, "", tiers)}} }""",
            _ => "",
        };

    private static Gen<string> Contexts(Cards.Meter[] meters, Lengths lengths, int atLeast) =>
        from tiers in Gen.CollectToArray(lengths.Bounds.Select((bound, i) => Tier(bound, meters, lengths.IsEnded && i == lengths.Bounds.Length - 1, atLeast)))
        select tiers.Length == 0 ? "" : $"\"contexts\": [ {string.Join(", ", tiers)} ]";

    private static Gen<string> Tier(string above, Cards.Meter[] meters, bool isUnpriced, int atLeast) => isUnpriced
        ? Gen.Constant($$"""{ "above": "{{above}}", "unpriced": true }""")
        : from some in SomeOf(meters, atLeast)
          from tokens in Tokens(some)
          from charges in Gen.Frequency((2, Gen.Constant("")), (1, Charges))
          select $$"""{ "above": "{{above}}", {{Join(tokens, charges)}} }""";

    // Cached input costs no more than input, wherever the two prices meet.
    private static Gen<string> Tokens(Cards.Meter[] meters) =>
        from prices in Gen.ArrayOf(Price, meters.Length)
        select string.Join(", ", meters.Select((meter, i) =>
            Cards.Meters.NameOf(meter) is var name && name.StartsWith("cachedInput", StringComparison.Ordinal) ? $"\"{name}\": 0.0001" : $"\"{name}\": {prices[i]}"));

    private static Gen<string> Charges =>
        from charged in Gen.ArrayOf(Gen.Elements(Charged), 2)
        from charges in Gen.CollectToArray(charged.DistinctBy(charge => charge.Meter).Select(charge => Charge(charge.Meter, charge.Per)))
        from count in Gen.Choose(0, 2)
        select count == 0 ? "" : $$""" "charges": { {{string.Join(", ", charges.Take(count))}} } """.Trim();

    private static Gen<string> Charge(Cards.Meter meter, string per) =>
        from prices in Gen.ArrayOf(Price, 3)
        from decider in Gen.Elements("", "\"by\": \"results\", ", "\"by\": \"input\", ")
        from kind in Gen.Choose(0, 3)
        let bought = per.Length == 0 ? "" : $"\"per\": \"{per}\", "
        let bands = $$"""{ "upTo": 8, "price": {{prices[0]}} }, { "upTo": 100, "price": {{prices[1]}} }"""
        select $"\"{Cards.Meters.NameOf(meter)}\": {{ {bought}" + kind switch
        {
            0 => $$"""{{decider}}"bands": [ {{bands}}, { "price": {{prices[2]}} } ]""",
            1 => $$"""{{decider}}"above": "unpriced", "bands": [ {{bands}} ]""",
            _ => "\"price\": " + prices[0],
        } + " }";

    private static Gen<Cards.Meter[]> SomeOf(Cards.Meter[] meters, int atLeast) =>
        from chosen in Gen.ArrayOf(Coin, meters.Length)
        select meters.Where((_, i) => chosen[i] || i < atLeast).ToArray();

    private static string Join(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    private sealed record Lengths(string[] Bounds, bool IsEnded);
}
