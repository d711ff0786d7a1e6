using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Random cards with any of the sections that a card can have, each without a mistake.</summary>
internal static class RandomCards
{
    private static readonly Gen<string> Nothing = Gen.Constant(string.Empty);

    private static readonly Gen<decimal> Prices =
        from digits in Gen.Choose(1, 9_999)
        from decimals in Gen.Choose(0, 4)
        select digits / (decimal)Math.Pow(10, decimals);

    // A second of eight GPUs at such a price still has few enough quanta.
    private static readonly Gen<decimal> SmallPrices = from price in Prices select price / 10_000;

    private static readonly Gen<string> Per = Gen.Elements("", "\"per\": \"1M tokens\", ", "\"per\": \"1K tokens\", ");

    private static readonly Gen<string> Batch = Gen.Elements("", ", \"batch\": \"50%\"", ", \"batch\": \"12.5%\"");

    private static readonly Gen<string> Uniform = from price in Prices select $"\"price\": {Text(price)}";

    private static readonly Gen<bool[]> Meters = Gen.ArrayOf(Gen.Elements(true, false), 5);

    private static readonly Gen<string> ByMeter = from has in Meters from prices in Having(has) select prices;

    private static readonly Gen<string> Tokens = Gen.OneOf(Uniform, ByMeter);

    private static readonly Gen<string> Windowed =
        from change in Gen.Choose(1, 23)
        from minute in Gen.Choose(0, 59)
        from prices in Gen.ArrayOf(Tokens, 3)
        from byDay in Gen.Elements(true, false)
        let noon = string.Create(CultureInfo.InvariantCulture, $"{change:00}:{minute:00}")
        select "\"windows\": [ " + (byDay
            ? $$"""{ "days": [ "sat", "sun" ], {{prices[0]}} }, { "days": [ "mon", "tue", "wed", "thu", "fri" ], {{prices[1]}} }"""
            : $$"""{ "from": "00:00", "until": "{{noon}}", {{prices[0]}} }, { "from": "{{noon}}", "until": "24:00", {{prices[2]}} }""") + " ]";

    private static readonly Gen<string> OnTerms =
        from prices in Gen.ArrayOf(Prices, 8)
        from bound in Gen.Choose(1, 500)
        from isOpen in Gen.Elements(true, false)
        from charge in Gen.OneOf(
            Nothing,
            SmallPrices.Select(price => $$""", "charges": { "requests": { "price": {{Text(price)}} } }"""),
            Prices.Two().Select(both => $$""", "charges": { "searches": { "per": "1K searches", "bands": [ { "upTo": 8, "price": {{Text(both.Item1)}} }, { "price": {{Text(both.Item2)}} } ] } }"""))
        from level in Gen.Elements("", ", \"batch\": \"50%\"", ", \"priority\": { \"factor\": 1.75 }", ", \"flex\": { \"factor\": 0.5 }, \"batch\": { \"factor\": 0.25 }")
        from region in Gen.Elements("", ", \"regions\": { \"eu\": 1.1, \"us\": 1.25 }")
        select $$"""
            "input": {{Text(prices[0])}}, "output": {{Text(prices[1])}},
            "contexts": [ { "above": "{{bound}}K", "input": {{Text(prices[2])}}, "output": {{Text(prices[3])}} }{{(isOpen ? "" : ", { \"above\": \"1M\", \"unpriced\": true }")}} ]{{charge}}{{level}}{{region}}
            """;

    private static readonly Gen<string> Model = Gen.Frequency(
        (6, from per in Per from prices in Tokens from batch in Batch select per + prices + batch),
        (2, from table in Gen.Elements("Dense", "Moe") from size in Gen.Choose(1, 70) from batch in Batch select $"\"table\": \"{table}\", \"size\": \"{size}B\"{batch}"),
        (2, from lite in Uniform
            from turbo in ByMeter
            from batch in Batch
            select $$""" "variants": { "Lite": { {{lite}}{{batch}} }, "Turbo": { {{turbo}}, "aliases": [ "turbo-@" ] }, "Free": { "free": true } } """),
        (2, from per in Per from windows in Windowed from batch in Batch select per + windows + batch),
        (3, OnTerms),
        (2, RandomTerms.Model),
        (1, from terms in Gen.ArrayOf(RandomTerms.Model, 2) select $$""" "variants": { "One": { {{terms[0]}} }, "Other": { "id": "acme/other@", {{terms[1]}}, "matches": [ { "prefix": "o@:" } ] } } """),
        (2, from prices in Tokens select prices + ", \"matches\": [ { \"prefix\": \"p@-\" }, { \"regex\": \"^r@[0-9a-z]+$\" } ]"),
        (1, Gen.Constant("\"free\": true")),
        (1, from prices in Tokens select prices + ", \"deprecated\": \"2025-02-01\", \"removed\": \"2025-12-01\""));

    private static readonly Gen<string> Serverless =
        from meters in Meters
        from dense in Gen.OneOf(Table("Dense", "B", Uniform), Table("Dense", "B", Having(meters)))
        from moe in Table("Moe", "B", Uniform)
        from models in Gen.ListOf(Model, 4)
        from count in Gen.Choose(0, 4)
        select $$""" "serverless": { "sizes": { {{dense}}, {{moe}} }, "models": { {{Models("acme/m", models.Take(count))}} } } """;

    private static readonly Gen<string> Embeddings =
        from table in Table("Vectors", "M", Uniform)
        from models in Gen.ListOf(from per in Per from price in Uniform from batch in Batch select per + price + batch, 2)
        select $$""" "embeddings": { "sizes": { {{table}} }, "models": { {{Models("acme/e", models)}} } } """;

    private static readonly Gen<string> Rerank =
        from table in Table("Ranks", "B", Uniform)
        select $$""" "rerank": { "sizes": { {{table}} } } """;

    private static readonly Gen<string> Offers =
        from offers in Gen.ArrayOf(RandomOffers.Offer, 4)
        select $$"""
             "images": { "models": { "acme/o0": { {{offers[0]}} } } }, "audio": { "models": { "acme/o1": { {{offers[1]}} } } },
             "video": { "models": { "acme/o2": { {{offers[2]}} } } }, "tools": { "o3": { {{offers[3]}}, "aliases": [ "tool" ] } }
            """;

    private static readonly Gen<string> Dedicated =
        from per in Gen.Elements("hour", "minute", "second")
        from billed in Gen.Elements("hour", "minute", "second")
        from prices in Gen.ArrayOf(SmallPrices, 3)
        from count in Gen.Elements(2, 4, 8)
        select $$"""
             "dedicated": { "per": "{{per}}", "billed": "{{billed}}", "gpus": {
               "G1": { "price": {{Text(prices[0])}}, "aliases": [ "one" ] },
               "Gn": { "count": {{count}}, "pricePerGpu": {{Text(prices[1])}} },
               "Gk": { "count": {{count}}, "price": {{Text(prices[2] * count)}} } } }
            """;

    private static readonly Gen<string> FineTuning =
        from per in Gen.Elements("", "\"per\": \"1K tokens\", ")
        from bounds in Bounds
        from ways in Gen.Elements<Func<decimal[], string>>(
            prices => $$""" "sft": { "lora": {{Text(prices[0])}}, "full": {{Text(prices[1])}} }, "dpo": { "lora": {{Text(prices[2])}}, "full": {{Text(prices[3])}} } """,
            prices => $$""" "sft": { "lora": {{Text(prices[0])}} } """,
            prices => $$""" "dpo": { "lora": "unpriced", "full": {{Text(prices[1])}} }, "sft": { "lora": {{Text(prices[2])}}, "full": "unpriced" } """)
        from prices in Gen.ArrayOf(Gen.ArrayOf(Prices, 4), 5)
        from minimum in Gen.OneOf(Nothing, Prices.Select(price => $", \"minimum\": {Text(price)}"))
        let bands = bounds.Select((bound, i) => $$"""{ "upTo": "{{bound}}B", {{ways(prices[i])}} }""")
        select $$"""
             "fineTuning": { {{per}}"above": "unpriced", "bands": [ {{string.Join(", ", bands)}} ],
               "models": { "acme/t": { "sft": { "lora": {{Text(prices[4][0])}} }{{minimum}}, "aliases": [ "t" ] } } }
            """;

    private static readonly Gen<string> Bill =
        from discount in Gen.Choose(1, 99)
        from mode in Gen.Elements("whole", "graduated")
        from amount in Prices
        select $$"""
             "volume": { "mode": "{{mode}}", "tiers": [ { "upTo": 1000, "discount": "0%" }, { "upTo": 25000.5, "discount": "{{discount / 2m}}%" }, { "discount": "{{discount}}%" } ] },
             "credits": [ { "name": "welcome", "amount": {{Text(amount)}}, "expiresAfter": "{{discount + 1}} days" } ],
             "limits": { "tiers": { "One": { "spend": {{Text(amount)}}, "requestsPerMinute": {{discount}} } } }
            """;

    /// <summary>A card with a serverless section and any of the others.</summary>
    public static Gen<string> AnyCard { get; } =
        from sections in Gen.CollectToArray([Serverless, Perhaps(Embeddings), Perhaps(Rerank), Perhaps(Offers), Perhaps(Dedicated), Perhaps(FineTuning), Perhaps(Bill)])
        from currency in Gen.Elements("USD", "EUR", "JPY")
        from ids in Gen.Elements("", " \"ids\": \"ignore-case\",")
        select $$"""
            { "ratecard": 1, "provider": "Acme", "currency": "{{currency}}",{{ids}} "effective": { "from": "2025-01-01" }, "rounding": { "digits": 2, "mode": "half-even" },
            {{string.Join(",\n", sections.Where(section => section.Length > 0))}} }
            """;

    private static Gen<int[]> Bounds =>
        from bounds in Gen.ArrayOf(Gen.Choose(1, 69), 3)
        select bounds.Append(70).Distinct().Order().ToArray();

    private static Gen<string> Perhaps(Gen<string> section) => Gen.Frequency((2, Nothing), (1, section));

    // Cached input costs no more than input.
    private static Gen<string> Having(bool[] meters) =>
        from input in Prices
        from others in Gen.ArrayOf(Prices, 4)
        select $"\"input\": {Text(input)}"
            + (meters[0] ? $", \"cachedInput\": {Text(Math.Min(input, others[0]))}" : "")
            + (meters[1] ? $", \"cacheWrite\": {Text(others[1])}" : "")
            + (meters[1] && meters[2] ? $", \"cacheWrite1h\": {Text(others[1] * 2)}" : "")
            + (meters[3] ? $", \"output\": {Text(others[2])}" : "")
            + (meters[3] && meters[4] ? $", \"reasoning\": {Text(others[3])}" : "");

    // A table that prices every size up to 70, some of them beyond.
    private static Gen<string> Table(string name, string suffix, Gen<string> prices) =>
        from bounds in Bounds
        from rows in Gen.ArrayOf(prices, 5)
        from isOpen in Gen.Elements(true, false)
        from hasStep in Gen.Elements(true, false)
        from per in Per
        let tiers = bounds.Select((bound, i) =>
            $$"""{ {{(hasStep && i > 0 ? $"\"from\": \"{bounds[i - 1]}.5{suffix}\", " : "")}}"upTo": "{{bound}}{{suffix}}", {{rows[i]}} }""")
        let last = isOpen ? new[] { $$"""{ {{rows[4]}} }""" } : []
        select $$""" "{{name}}": { {{per}}{{(hasStep ? $"\"step\": \"0.5{suffix}\", " : "")}}{{(isOpen ? "" : "\"above\": \"unpriced\", ")}}"tiers": [ {{string.Join(", ", tiers.Concat(last))}} ] } """;

    private static string Models(string id, IEnumerable<string> models) => string.Join(
        ",\n", models.Select((model, i) => $$""" "{{id}}{{i}}": { {{model.Replace('@', (char)('0' + i))}} } """));

    private static string Text(decimal price) => price.ToString(CultureInfo.InvariantCulture);
}
