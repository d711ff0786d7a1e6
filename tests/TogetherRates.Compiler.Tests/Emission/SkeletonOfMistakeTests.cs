using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Whatever single value of a card is wrong, code that used the good card has no errors of its own.</summary>
public class SkeletonOfMistakeTests
{
    private static readonly EmissionOptions Options = new("Acme.Prices", "Acme", IsPublic: true);

    // Where a name can't be read, what has that name has no name.
    private static readonly string[] Names = ["member", "name", "id"];

    public static TheoryData<string> Cards =>
    [
        TermsCards.Everything,
        OfferCards.AllKinds,
        SampleCards.WithModel(""" "price": 1, "regions": { "eu": 1.1 }, "batch": "50%" """),
        SampleCards.WithModel(""" "windows": [ { "from": "08:00", "until": "20:00", "price": 1 }, { "from": "20:00", "until": "08:00", "price": 2 } ], "regions": { "eu": 1.1 } """),
        SampleCards.WithModel(""" "variants": { "Lite": 1, "Pro": { "price": 2, "deprecated": "2025-06-01", "replacement": "acme/one-Lite" } } """),
        SampleCards.WithSections(
            """
            "source": "a page",
            "serverless": { "sizes": { "Dense": { "tiers": [ { "price": 1 } ] } }, "models": { "acme/sized": { "size": "8B", "table": "Dense", "matches": [ { "regex": "^a" } ] } } },
            "embeddings": { "models": { "acme/vectors": { "price": 1, "per": "1K tokens" } } },
            "dedicated": { "per": "hour", "billed": "minute", "gpus": { "one": { "price": 3.36, "aliases": [ "g" ] }, "eight": { "count": 8, "pricePerGpu": 3.36 } } },
            "fineTuning": { "bands": [ { "sft": { "lora": 0.48 } } ], "models": { "acme/tuned": { "sft": { "lora": 10.00 }, "minimum": 20.00 } } },
            "published": [ { "of": "dedicated", "from": 0, "upTo": 5, "per": "hour" } ],
            "volume": { "mode": "graduated", "tiers": [ { "upTo": 1000, "discount": "0%" }, { "from": 1000, "discount": "5%" } ] },
            "credits": [ { "name": "new account", "amount": 1.00, "expiresAfter": "90 days" } ],
            "limits": { "tiers": { "One": { "spend": 5, "requestsPerMinute": 600 } } }
            """),
    ];

    [Theory]
    [MemberData(nameof(Cards))]
    public void It_has_all_members_of_the_class(string card)
    {
        Assert.Empty(CardReport.ErrorsOf(card));
        var members = EmittedCode.PublicMembersOf(CSharpEmitter.Emit(CardCompiler.Read(card).Card!, Options).ToString());
        var lacking = Mistaken(card)
            .Select(mistake => (mistake.What, Code: SkeletonOf(mistake.Card)))
            .Where(mistake => mistake.Code is not null)
            .DistinctBy(mistake => mistake.Code)
            .SelectMany(mistake => MembersWithout(mistake.Code!).Select(member => mistake.What + ": " + member));

        Assert.Empty(lacking);

        IEnumerable<string> MembersWithout(string skeleton)
        {
            Assert.Equal(["CS1029"], EmittedCode.Diagnose(skeleton).Select(diagnostic => diagnostic.Id));
            var present = EmittedCode.PublicMembersOf(skeleton).ToHashSet(StringComparer.Ordinal);
            return members.Where(member => !present.Contains(member) && !present.Contains(member.Split(" : ")[0] + " : dynamic"));
        }
    }

    [Fact]
    public void Code_that_prices_an_offer_in_a_unit_that_cannot_be_read_has_no_errors_of_its_own()
    {
        const string Use = "static class Use { static TogetherRates.Money Image => Acme.Prices.Acme.Images.One.Price(width: 64, height: 64, images: 2); }";
        var card = OfferCards.WithImage(""" "per": "megapixel", "price": 1 """);

        Assert.Empty(EmittedCode.Diagnose(CSharpEmitter.Emit(CardCompiler.Read(card).Card!, Options).ToString(), Use));
        Assert.Equal(["CS1029"], EmittedCode.Diagnose(SkeletonOf(card.Replace("megapixel", "megapixl", StringComparison.Ordinal))!, Use).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Names_that_a_card_cannot_have_are_there_nevertheless()
    {
        const string Use =
            """
            static class Use
            {
                static object[] All => [Acme.Prices.Acme.Models.Price, Acme.Prices.Acme.ModelId.Price, Acme.Prices.Acme.Tools.Sum, Acme.Prices.Acme.Gpu.Id];
            }
            """;
        var card = SampleCards.WithSections(
            """
            "serverless": { "models": { "acme/price": { "price": 1 } } }, "tools": { "sum": { "per": "session", "price": 1 } },
            "dedicated": { "per": "hour", "billed": "hour", "gpus": { "id": { "price": 1 } } }
            """);

        Assert.Equal(["CS1029"], EmittedCode.Diagnose(SkeletonOf(card)!, Use).Select(diagnostic => diagnostic.Id));
    }

    // Each value once: left out where the format gives it a name, or one that it can't be.
    private static IEnumerable<(string What, string Card)> Mistaken(string card)
    {
        var count = ValuesOf(JsonNode.Parse(card)!).Count();
        for (var i = 0; i < count; i++)
        {
            foreach (var wrong in new[] { null, "\"?\"", "null", "-1", "{}" })
            {
                var root = JsonNode.Parse(card)!;
                var value = ValuesOf(root).ElementAt(i);
                var what = $"{value.GetPath()} = {wrong}";
                if (wrong is not null)
                {
                    value.ReplaceWith(JsonNode.Parse(wrong));
                    yield return (what, root.ToJsonString());
                }
                else if (value.Parent is JsonObject owner && Compiler.Reading.Shape.All.Any(shape => shape.Has(value.GetPropertyName())))
                {
                    owner.Remove(value.GetPropertyName());
                    yield return (what, root.ToJsonString());
                }
            }
        }
    }

    private static IEnumerable<JsonValue> ValuesOf(JsonNode node) => node switch
    {
        JsonObject owner => owner.Where(property => !Names.Contains(property.Key)).SelectMany(property => ValuesOf(property.Value!)),
        JsonArray list => list.SelectMany(item => ValuesOf(item!)),
        _ => [(JsonValue)node],
    };

    // Null where nothing is wrong with the card. The message is left out: many mistakes leave the same class.
    private static string? SkeletonOf(string card)
    {
        var reading = CardCompiler.Read(card);
        return reading.FirstError is null ? null : CSharpEmitter.EmitInvalid(reading.Card, "Acme", Options, new ErrorDirective("card.json", 1, 1, 1, 1, "wrong")).ToString();
    }
}
