using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Tests.Schema;

/// <summary>Cards with one mistake each: the schema and the compiler tell the same ones from those that are fine.</summary>
public class SchemaAgreementTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "\"\"", "\"x\"", "\" x\"", "\"0\"", "\"1.5\"", "[]", "{}", "{ \"x\": 1 }",
        "\"0%\"", "\"100%\"", "\"1e1%\"", "\"0B\"", "\"1e1B\"", "\"2025-13-01\"", "\"24:01\"", "\"1 days\"", "\"0 tokens\"", "\"unpriced\"",
    ];

    private static readonly JObject[] GoodCards = [.. new[] { TermsCards.Everything, OfferCards.AllKinds, Sections }.Select(Parse)];

    /// <summary>One value for each name that a good card has a property of.</summary>
    private static readonly Dictionary<string, JToken> Samples = GoodCards
        .SelectMany(card => card.DescendantsAndSelf().OfType<JProperty>())
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .ToDictionary(named => named.Key, named => named.First().Value, StringComparer.Ordinal);

    /// <summary>What a schema can't say: how one value relates to another, and which regular expressions there are.</summary>
    private static readonly Rule[] Relations =
        [.. Compiler.Rules.All.Where(rule => rule.Id[4] is '2' or '4' or '6'), Compiler.Rules.NotWholeQuanta, Compiler.Rules.PartAboveWhole, Compiler.Rules.OutsidePublishedRange,
            Compiler.Rules.EmptyPeriod, Compiler.Rules.RemovedTooEarly, Compiler.Rules.UnreadablePattern];

    private static string Sections => SampleCards.WithSections(
        """
        "$schema": "ratecard.schema.json", "class": "Prices", "source": "a page", "ids": "ignore-case",
        "serverless": {
          "sizes": {
            "Dense": { "per": "1M tokens", "step": "0.1B", "above": "unpriced", "tiers": [ { "upTo": "4B", "price": 0.10 }, { "from": "4.1B", "upTo": "8B", "price": 0.20 } ] },
            "Apart": { "tiers": [ { "input": 1, "cachedInput": 0.5, "cacheWrite": 1.2, "cacheWrite1h": 2, "output": 2, "reasoning": 3 } ] }
          },
          "models": {
            "acme/one": {
              "name": "One", "member": "One", "kind": "chat", "aliases": ["uno", "ein"], "matches": [ { "prefix": "one-" }, { "regex": "^1-[0-9]+$" } ], "per": "1K tokens",
              "price": 1, "batch": "50%", "deprecated": "2025-06-01", "removed": "2025-08-01", "replacement": "acme/two"
            },
            "acme/two": { "size": "8B", "table": "Dense", "batch": "25%" },
            "acme/three": { "free": true, "batch": "50%" },
            "acme/four": { "variants": { "Lite": 0.54, "Pro": { "id": "acme/pro", "price": 0.88 }, "Sized": { "size": "4B", "table": "Dense" } } }
          }
        },
        "embeddings": { "sizes": { "Vectors": { "tiers": [ { "price": 1 } ] } }, "models": { "acme/vector": { "input": 0.02, "batch": "50%" } } },
        "rerank": { "models": { "acme/rank": { "price": 0.01 } } },
        "dedicated": { "per": "hour", "billed": "minute", "gpus": { "one": { "name": "G", "member": "G", "aliases": ["g"], "price": 3.36 }, "eight": { "count": 8, "pricePerGpu": 3.36 } } },
        "fineTuning": {
          "per": "1M tokens", "step": "0.1B", "above": "unpriced",
          "bands": [ { "upTo": "16B", "sft": { "lora": 0.48, "full": 0.54 }, "dpo": { "lora": 1.20, "full": "unpriced" } } ],
          "models": { "acme/tuned": { "name": "T", "member": "Tuned", "aliases": ["t"], "sft": { "lora": 10.00, "full": 12.00 }, "minimum": 20.00 } }
        },
        "published": [ { "of": "dedicated", "from": 0, "upTo": 5, "per": "hour" } ],
        "volume": { "mode": "graduated", "tiers": [ { "upTo": 1000, "discount": "0%" }, { "from": 1000, "discount": "5%" } ] },
        "credits": [ { "name": "new account", "member": "New", "amount": 1.00, "expiresAfter": "90 days" } ],
        "limits": { "tiers": { "One": { "member": "First", "spend": 5, "requestsPerMinute": 600, "tokensPerMinute": 180000 } } }
        """);

    [Fact]
    public void A_card_with_one_change_is_good_to_both_or_bad_to_both()
    {
        var cards = GoodCards.SelectMany(card => Mutated(card).Prepend(("as it is", card.ToString()))).ToList();

        var refused = CardSchema.RefusedOf(cards.ConvertAll(card => card.Item2));

        var disagreements = cards.Select((card, i) => (What: card.Item1, Text: card.Item2, Refused: refused.GetValueOrDefault(i))).Where(IsDisagreement).ToList();
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements.Take(60).Select(Describe)));
        Assert.InRange(refused.Count, cards.Count / 3, cards.Count * 9 / 10);
    }

    private static bool IsDisagreement((string What, string Text, string? Refused) card)
    {
        var errors = CardCompiler.Read(card.Text).Problems.Where(problem => problem.Rule.Severity == RuleSeverity.Error).ToList();
        return card.Refused is null ? errors.Any(error => !Relations.Contains(error.Rule)) : errors.Count == 0;
    }

    private static string Describe((string What, string Text, string? Refused) card) =>
        $"{card.What}: the schema says {card.Refused ?? "yes"}, the compiler {(CardReport.ErrorsOf(card.Text) is [var error, ..] ? error : "yes")}";

    // Each property of each kind of object once: left out, of another kind, out of its range; and each that could be there too.
    private static IEnumerable<(string What, string Card)> Mutated(JObject card)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in card.DescendantsAndSelf().ToList())
        {
            if (token is JProperty property && seen.Add(property.Name + " of " + KeysOf(property.Parent!)))
            {
                var path = property.Path;
                yield return (path + " left out", Changed(card, path, changed => changed.Parent!.Remove()));
                foreach (var value in Values)
                {
                    yield return ($"{path} = {value}", Changed(card, path, changed => changed.Replace(JToken.Parse(value))));
                }
            }
            else if (token is JObject owner && seen.Add("in " + KeysOf(owner)))
            {
                foreach (var (name, value) in Samples.Where(sample => owner[sample.Key] is null && CouldHave(owner, sample.Key)))
                {
                    yield return ($"{owner.Path} + {name}", Changed(card, owner.Path, changed => ((JObject)changed).Add(name, value.DeepClone())));
                }
            }
        }
    }

    private static bool CouldHave(JObject owner, string name)
    {
        var shapes = Shape.All.Where(shape => owner.Properties().All(property => shape.Has(property.Name)));
        return shapes.Any(shape => shape.Has(name));
    }

    private static string KeysOf(JToken owner) => string.Join(' ', ((JObject)owner).Properties().Select(property => property.Name));

    private static string Changed(JObject card, string path, Action<JToken> change)
    {
        var copy = (JObject)card.DeepClone();
        change(path.Length == 0 ? copy : copy.SelectToken(path, errorWhenNoMatch: true)!);
        return copy.ToString(Formatting.Indented);
    }

    private static JObject Parse(string card)
    {
        using var reader = new JsonTextReader(new StringReader(card)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JObject.Load(reader);
    }
}
