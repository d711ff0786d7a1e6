using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;
using TogetherRates.Compiler.Interpretation;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Tests.Interpretation;
using static TogetherRates.Compiler.Tests.Snapshots.Verifier;
using Answer = TogetherRates.Compiler.Interpretation.Interpretation;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>Cards with so many models that tables take the place of switches price as the interpreter does, and stay fit to be compiled.</summary>
public class ManyModelsTests
{
    // Methods above this are never optimised by the runtime.
    private const int MostIL = 60_000;

    private const string NotInAscii = """ "größer": { "input": 9, "output": 9 }, """;
    private const string WithPattern = """ "größer": { "matches": [ { "prefix": "größte-" } ], "input": 9, "output": 9 }, """;

    // Beside plain models everything that is not a row of numbers, and prices on every meter of text.
    private const string Special =
        """
        "sizes": { "Dense": { "above": "unpriced", "tiers": [ { "upTo": "8B", "price": 0.20 }, { "from": "8B", "upTo": "80B", "price": 0.90 } ] } },
        "models": {
          "acme/night": { "batch": "50%", "windows": [ { "from": "00:30", "until": "16:30", "price": 1 }, { "from": "16:30", "until": "00:30", "price": 0.5 } ] },
          "acme/weekend": { "windows": [ { "from": "00:00", "until": "00:00", "days": [ "sat", "sun" ], "price": 1 }, { "from": "00:00", "until": "00:00", "days": [ "mon", "tue", "wed", "thu", "fri" ], "price": 2 } ] },
          "acme/small": { "size": "8B", "table": "Dense", "aliases": [ "small", "klein/größe" ] },
          "acme/large": { "size": "70B", "table": "Dense", "batch": "33%" },
          "acme/sizes": { "variants": { "Lite": { "size": "7B", "table": "Dense" }, "Pro": { "price": 3, "batch": "25%" } } },
          "acme/free": { "free": true, "batch": "10%" },
          "acme/thousand": { "per": "1K tokens", "input": 0.003, "cachedInput": "0.0003", "cacheWrite1h": 6e-3, "output": 0.015, "reasoning": 0.02 },
          "acme/output": { "output": 5 },
          "acme/long": { "input": 1.25, "cachedInput": 0.125, "output": 10, "contexts": [ { "above": "200K", "input": 2.5, "output": 15 } ] },
          "acme/longer": { "input": 1, "output": 2, "contexts": [ { "above": "32K", "input": 2 }, { "above": "128K", "input": 4, "output": 8 } ], "priority": { "factor": 1.5 } },
          "acme/longest": { "input": 1, "output": 2, "contexts": [ { "above": "200K", "input": 2 }, { "above": "500K", "unpriced": true } ], "batch": "50%" },
          "acme/long-input": { "input": 1, "contexts": [ { "above": "200K", "input": 2 } ], "flex": { "factor": 0.5 } },
          "acme/dear-long": { "input": 6000, "output": 12000, "contexts": [ { "above": "200K", "input": 9000, "output": 15000 } ] },
          "acme/priority": { "input": 1, "output": 2, "priority": { "input": 3, "output": 4 } },
          "acme/priority-input": { "input": 1, "priority": { "input": 3 } },
        """;

    private static readonly long[] InputsByContext = [0, 1, 32_000, 32_001, 128_000, 128_001, 200_000, 200_001, 500_000, 500_001, 5_000_000];

    [Fact]
    public Task Thirty_ids() => Verify(Emit(LargeCards.WithModels(26, header: """ "ids": "ignore-case", """).Replace(
        "\"M1\",", "\"M1\", \"aliases\": [ \"first\", \"größe\" ],", StringComparison.Ordinal)), "cs");

    [Fact]
    public Task Forty_models() => Verify(Emit(LargeCards.WithModels(40)), "cs");

    // Their address is kept, so an array of them may never be made.
    [Fact]
    public void Rows_of_rates_stand_in_the_program_itself()
    {
        const byte tableOfTypes = 1;
        var assembly = EmittedCode.Load(Emit(LargeCards.WithModels(40).Replace("\"models\": {", Special, StringComparison.Ordinal)));
        var tables = assembly.GetTypes().Where(type => FieldsOf(type).Any(field => field.FieldType == typeof(ConstantNumbers))).ToList();

        Assert.Superset(new HashSet<string> { "PriceRows", "TermsRows", "Dense" }, tables.Select(type => type.Name).ToHashSet());
        Assert.All(tables, type =>
        {
            // The instruction, and behind it a number whose highest byte says that it is a type's.
            var code = type.TypeInitializer!.GetMethodBody()!.GetILAsByteArray()!;
            var arrays = Enumerable.Range(0, code.Length - 4).Count(i => code[i] == (byte)OpCodes.Newarr.Value && code[i + 4] == tableOfTypes);
            Assert.Equal(FieldsOf(type).Count(field => field.FieldType.IsArray), arrays);
        });

        static FieldInfo[] FieldsOf(Type type) => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "ids": "ignore-case", """)]
    public void Every_kind_of_price_agrees_with_the_interpreter(string header)
    {
        var text = LargeCards.WithModels(400, header).Replace("\"models\": {", Special, StringComparison.Ordinal);
        Assert.Empty(CardReport.ErrorsOf(text));
        var card = CardCompiler.Read(text).Card!;
        var emitted = EmittedCard.Load(Emit(text));
        var random = new Random(17);
        foreach (var id in CardIds.All(card).SelectMany(priced => priced.Aliases.Prepend(priced.Id)).Where(id => !id.StartsWith("acme/night", StringComparison.Ordinal) && id != "acme/weekend"))
        {
            var asked = card.IgnoresCase ? id.ToUpperInvariant().Replace("Ö", "ö", StringComparison.Ordinal).Replace("SS", "ß", StringComparison.Ordinal) : id;
            foreach (var level in Enum.GetValues<ServiceLevel>())
            {
                var usage = new TokenUsage(random.Next(1_000_000), random.Next(1_000), 0, random.Next(2));
                AssertSame(card, emitted.Card, asked, usage, level);
                AssertSame(card, emitted.Card, asked, new TokenUsage(random.NextInt64(1L << random.Next(63)), random.NextInt64(1L << random.Next(63))), level);
                foreach (var input in id.StartsWith("acme/", StringComparison.Ordinal) ? InputsByContext : [])
                {
                    AssertSame(card, emitted.Card, asked, new TokenUsage(input, random.Next(2) * 1_000, cachedInput: random.Next(2) * (input / 2)), level);
                }
            }
        }
    }

    [Theory]
    [InlineData(3, "")]
    [InlineData(3, NotInAscii)]
    [InlineData(3, WithPattern)]
    [InlineData(400, "")]
    [InlineData(400, NotInAscii)]
    [InlineData(400, WithPattern)]
    public void An_id_is_found_alike_as_a_string_as_characters_and_in_UTF8(int count, string more)
    {
        const string caller =
            """
            #nullable enable
            namespace Acme.Prices;

            /// <summary>Asks.</summary>
            public static class Caller
            {
                /// <summary>In each form of an id.</summary>
                public static string[] Ask(string? id, long tokens)
                {
                    var usage = new TogetherRates.TokenUsage(tokens, 0);
                    var any = (TogetherRates.Usage)usage;
                    var characters = (id ?? "").ToCharArray();
                    var utf8 = System.Text.Encoding.UTF8.GetBytes(characters);
                    return new[]
                    {
                        Prices.TryFind(id, out var model) + " " + model + Prices.TryPrice(id, usage, out var cost) + cost + Prices.TryPrice(id, any, out var same) + same,
                        Prices.TryFind(characters, out model) + " " + model + Prices.TryPrice(characters, usage, out cost) + cost + Prices.TryPrice(characters, any, out same) + same,
                        Prices.TryFind(utf8, out model) + " " + model + Prices.TryPrice(utf8, usage, out cost) + cost + Prices.TryPrice(utf8, any, out same) + same,
                    };
                }
            }
            """;
        var text = LargeCards.WithModels(count).Replace("\"models\": {", "\"models\": {" + more, StringComparison.Ordinal);
        var ids = CardIds.All(CardCompiler.Read(text).Card!).Select(priced => priced.Id).ToList();
        var ask = EmittedCode.Load(Emit(text), caller).GetType("Acme.Prices.Caller")!.GetMethod("Ask")!.CreateDelegate<Func<string?, long, string[]>>();

        Assert.All(ids, id => Assert.StartsWith("True", Assert.Single(ask(id, 1_000).Distinct()), StringComparison.Ordinal));
        Assert.Equal(ids.Count, ids.Select(id => ask(id, 0)[0]).Distinct().Count());
        Assert.StartsWith(more == WithPattern ? "True" : "False", Assert.Single(ask("größte-1", 1_000).Distinct()), StringComparison.Ordinal);
        Assert.All(new[] { null, string.Empty, "nobody's", ids[0] + "x", "größe", "\uD800" }, id => Assert.Equal("False 0False0False0", Assert.Single(ask(id, 1_000).Distinct())));
    }

    [Fact]
    public void Prices_by_the_time_of_day_are_found_among_many()
    {
        var text = LargeCards.WithModels(400).Replace("\"models\": {", Special, StringComparison.Ordinal);
        var card = CardCompiler.Read(text).Card!;
        var type = EmittedCode.Load(Emit(text)).GetExportedTypes().Single(type => !type.IsNested);
        var cardAt = type.GetMethod("CardAt", BindingFlags.NonPublic | BindingFlags.Static)!.CreateDelegate<Func<DateTimeOffset, IRateCard>>();
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            var time = new DateTimeOffset(2025, 3, 3, 0, 45, 0, TimeSpan.Zero).AddHours(hour);
            foreach (var id in new[] { "acme/night", "acme/weekend" })
            {
                var expected = (Answer.Priced)Interpreter.PriceModel(card, id, Quantities.Of(new TokenUsage(1_000, 10)), time: time.UtcDateTime);
                Assert.True(cardAt(time).TryPrice(id, new TokenUsage(1_000, 10), out var cost));
                Assert.Equal(expected.Cost * Quanta.PerCurrencyUnit, (Rational)(System.Numerics.BigInteger)cost.Quanta);
            }
        }
    }

    [Theory]
    [InlineData(3_000, null)]
    [InlineData(3_000, true)]
    [InlineData(30_000, null)]
    public void Thousands_of_models_compile_to_small_methods(int count, bool? members)
    {
        var ids = LargeCards.Ids(count);
        var assembly = EmittedCode.Load(Emit(LargeCards.WithModels(ids), members));
        var type = assembly.GetExportedTypes().Single(type => !type.IsNested);
        var card = (IRateCard)type.GetProperty("Card")!.GetValue(null)!;

        Assert.Equal(ids.Order(StringComparer.Ordinal), card.ModelIds);
        Assert.All(ids, id => Assert.True(card.TryPrice(id, new TokenUsage(1, 1), out _)));
        Assert.All(ids, id => Assert.False(card.TryPrice(id + "-", new TokenUsage(1, 1), out _)));
        Assert.Equal(members == true ? count : 0, type.GetNestedType("ModelId")!.GetEnumNames().Length);
        Assert.All(Methods(assembly), method => Assert.InRange(method.GetMethodBody()?.GetILAsByteArray()?.Length ?? 0, 0, MostIL));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_001)]
    public void Members_are_the_models_however_they_are_declared(int count)
    {
        var ids = LargeCards.Ids(count);
        var models = EmittedCode.Load(Emit(LargeCards.WithModels(ids), members: true)).GetExportedTypes().Single(type => !type.IsNested).GetNestedType("Models")!;
        for (var i = 0; i < count; i += 100)
        {
            var model = models.GetField($"M{i}")?.GetValue(null) ?? models.GetProperty($"M{i}")!.GetValue(null)!;
            Assert.Equal(ids[i], model.GetType().GetProperty("Id")!.GetValue(model));
        }
    }

    [Fact]
    public void Hundreds_of_prices_that_are_no_row_compile_to_small_methods()
    {
        var models = Enumerable.Range(1, 900).Select(i => $$""" "m{{i}}": { "windows": [ { "from": "00:30", "until": "16:30", "price": {{i}} }, { "from": "16:30", "until": "00:30", "price": 0.5 } ] } """);
        var images = Enumerable.Range(1, 900).Select(i => $$""" "image{{i}}": { "per": "image", "price": 0.{{i}}, "batch": "50%" } """);
        var code = Emit(SampleCards.WithSections($$""" "serverless": { "models": { {{string.Join(',', models)}} } }, "images": { "models": { {{string.Join(',', images)}} } } """));
        var assembly = EmittedCode.Load(code);
        var type = assembly.GetExportedTypes().Single(type => !type.IsNested);
        var card = type.GetMethod("CardAt", BindingFlags.NonPublic | BindingFlags.Static)!.CreateDelegate<Func<DateTimeOffset, IRateCard>>()(new DateTimeOffset(2025, 2, 1, 12, 0, 0, TimeSpan.Zero));

        Assert.True(card.TryPrice("m900", new TokenUsage(1_000_000), out var cost));
        Assert.Equal(Money.FromDecimal(900m), cost);
        Assert.True(card.TryPrice("image899", Usage.OfImages(1024, 1024, 1, 1), out cost));
        Assert.Equal(Money.FromDecimal(0.899m), cost);
        Assert.All(Methods(assembly), method => Assert.InRange(method.GetMethodBody()?.GetILAsByteArray()?.Length ?? 0, 0, MostIL));
    }

    [Fact]
    public void Pricing_by_id_allocates_nothing()
    {
        var ids = LargeCards.Ids(1_000);
        var card = EmittedCard.Load(Emit(LargeCards.WithModels(ids))).Card;
        var utf8 = ids.Select(Encoding.UTF8.GetBytes).ToArray();

        Assert.Equal(0, Allocations.Of(PriceAll));

        void PriceAll()
        {
            for (var i = 0; i < utf8.Length; i++)
            {
                card.TryPrice(ids[i], new TokenUsage(100, 10), out _);
                card.TryPrice(utf8[i], new TokenUsage(100, 10), out _);
                card.TryPrice("missing", new TokenUsage(100, 10), out _);
            }
        }
    }

    [Fact]
    public void The_same_card_is_the_same_code_in_any_order_of_its_models()
    {
        var ids = LargeCards.Ids(2_000);
        var models = ids.Select((id, i) => $"\"{id}\": {{ \"member\": \"M{i}\", \"price\": {1 + (i % 100)} }}").ToList();
        var code = Emit(Card(models));

        Assert.Equal(code, Emit(Card(models)));
        Assert.Equal(code, Emit(Card(models.AsEnumerable().Reverse())));

        static string Card(IEnumerable<string> models) => SampleCards.WithServerless($$""" "models": { {{string.Join(',', models)}} } """);
    }

    [Theory]
    [InlineData("ACME/One", true)]
    [InlineData("acme/one", true)]
    [InlineData("PLAIN", true)]
    [InlineData("GRößE", true)]
    [InlineData("GRÖßE", false)]
    [InlineData("acme/on", false)]
    [InlineData("acme/ones-and-more-than-any", false)]
    [InlineData("\u212Aelvin", false)]
    [InlineData("KELVIN", true)]
    public void A_few_ids_are_found_in_any_case_of_ASCII_where_the_card_says_so(string asked, bool found)
    {
        var text = SampleCards.WithServerless(
            """ "models": { "acme/One": { "aliases": [ "acme/ONE", "Plain", "größe", "kelvin" ], "price": 1 } } """, """ "ids": "ignore-case", """);
        var compiled = CompiledCard.Load(text);

        Assert.Equal(found, compiled.Compiled.TryPrice(asked, new TokenUsage(1), out _));
        Assert.Equal(found, compiled.Compiled.TryPrice(Encoding.UTF8.GetBytes(asked), new TokenUsage(1), out _));
        Assert.Equal(found, Interpreter.PriceModel(compiled.Card, asked, Quantities.Of(new TokenUsage(1))) is Answer.Priced);
    }

    [Fact]
    public void A_card_knows_two_rules_of_case() =>
        Assert.Contains("RATE1010", Assert.Single(CardReport.Of(SampleCards.WithServerless(string.Empty, """ "ids": "any", """))), StringComparison.Ordinal);

    private static void AssertSame(Card card, IRateCard emitted, string id, in TokenUsage usage, ServiceLevel level)
    {
        var expected = Interpreter.PriceModel(card, id, Quantities.Of(usage), (Cards.ServiceLevel)level) as Answer.Priced;
        foreach (var utf8 in new[] { false, true })
        {
            Money cost;
            var found = utf8 ? emitted.TryPrice(Encoding.UTF8.GetBytes(id), usage, out cost, level) : emitted.TryPrice(id, usage, out cost, level);
            Assert.True(found == expected is not null, $"{id} at {level}");
            Assert.Equal((expected?.Cost ?? default) * Quanta.PerCurrencyUnit, (Rational)(System.Numerics.BigInteger)cost.Quanta);
        }

        Assert.Equal(expected is not null, emitted.TryExplain(id, usage, out var quote, level));
        Assert.Equal(
            expected?.Lines.Select(line => (line.Meter, line.Per, line.Tier, line.Discount)) ?? [],
            quote?.Lines.Select(line => (line.Meter, line.Per, line.Tier, line.Discount)) ?? []);
        Assert.Equal(expected?.Subject, quote?.Subject);
    }

    private static IEnumerable<MethodBase> Methods(Assembly assembly) => assembly.GetTypes().SelectMany(type => type
        .GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Concat<MethodBase>(type.GetConstructors(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)));

    private static string Emit(string card, bool? members = null)
    {
        Assert.Empty(CardReport.ErrorsOf(card));
        return CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions("Acme.Prices", "Prices", IsPublic: true, HasMembers: members)).ToString();
    }
}
