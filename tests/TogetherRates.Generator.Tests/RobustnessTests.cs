using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TogetherRates.Generator.Tests;

public class RobustnessTests
{
    private static readonly string[] Junk =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\u2028", "0", "-", "1e400", "NaN", "null", "true", "//", "/*", "\u0000", "\u2028", "\uD800", "\uFEFF",
        "\r", "\"from\"", "\"class\": \"class\",", "\"price\": -1,", "9999999999999999999999999999999999999999", "\"1M tokens\"", "\"upTo\"", "\"Contoso\"",
    ];

    [Fact]
    public async Task Damaged_cards_give_errors_and_nothing_worse()
    {
        var random = new Random(20250101);
        for (var i = 0; i < 1_000; i++)
        {
            var card = Damage(Cards.Contoso, random);
            var project = new CardProject().With("/cards/a.json", card);
            var run = project.Generate();

            Assert.Null(run.Exception);
            Assert.Empty(run.Diagnostics);
            var error = Assert.Single(CardProject.FilesOfCards(run)).SyntaxTree.GetDiagnostics().SingleOrDefault();
            var found = i % 10 == 0 ? await project.Analyze() : null;
            Assert.True(found is null || found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) == (error is not null), card);
            Assert.True(error is null || error.Id == "CS1029", card);
        }
    }

    [Fact]
    public void Any_metadata_and_any_path_give_errors_and_nothing_worse()
    {
        string[] names =
        [
            "", "A", "a", "A.B", "class", "@class", "A..B", ".", " ", "Ä", "\u0301", "1", "Price", "ToString", "\"", "\n", "\u2028", "a b", "x-2", "A-2",
            new string('n', 300), "public", "internal", "PUBLIC", "\uD800", "#", "/", "\\", "..",
        ];
        var random = new Random(20250101);
        for (var i = 0; i < 1_000; i++)
        {
            var project = new CardProject { RootNamespace = Any(names, random) };
            for (var card = 0; card < 3; card++)
            {
                project = project.With(
                    "/" + Any(names, random) + "/" + Any(names, random) + ".json",
                    random.Next(4) switch { 0 => null, 1 => "{", 2 => Cards.Gapped, _ => Cards.Of("Contoso" + random.Next(2)) },
                    Any(names, random),
                    Any(names, random),
                    Any(names, random));
            }

            var run = project.Generate();

            Assert.Null(run.Exception);
            Assert.Empty(run.Diagnostics);
            Assert.Equal(project.Files.Select(file => file.Path).Distinct().Count(), CardProject.FilesOfCards(run).Count());
            Assert.All(run.GeneratedSources.SelectMany(source => source.SyntaxTree.GetDiagnostics()), error => Assert.Equal("CS1029", error.Id));
        }
    }

    [Fact]
    public void A_mountain_of_brackets_gives_an_error()
    {
        var run = new CardProject().With("/a.json", new string('[', 10 * 1024 * 1024)).Generate();

        Assert.Null(run.Exception);
        Assert.Single(Assert.Single(CardProject.FilesOfCards(run)).SyntaxTree.GetDiagnostics());
    }

    [Fact]
    public async Task Cancelling_stops_the_generator_and_nothing_else_does()
    {
        var project = new CardProject().With("/a.json", Cards.Contoso);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => project.Generate(cancelled.Token));
        Assert.Null(project.Generate().Exception);
    }

    [Fact]
    public void A_cancelled_build_reads_and_emits_no_card()
    {
        var project = new CardProject().With("/a.json", Cards.Contoso);
        var file = Assert.Single(Generator.CardFile.Of(project.Files[0], project.Options, CancellationToken.None));
        var card = CardClass.Of(file, LanguageVersion.CSharp12, CancellationToken.None);
        var placed = new PlacedCard("Shop.Contoso.g.cs", card, EditionClass: null, Conflict: null, HasClass: true);
        var cancelled = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => Generator.CardFile.Of(project.Files[0], project.Options, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => CardClass.Of(file, LanguageVersion.CSharp12, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => placed.Emit(cancelled));
        Assert.NotEqual(0, placed.Emit(CancellationToken.None).Length);
    }

    private static string Damage(string card, Random random)
    {
        for (var wounds = random.Next(1, 4); wounds > 0; wounds--)
        {
            var at = random.Next(card.Length);
            var length = Math.Min(random.Next(12), card.Length - at);
            card = random.Next(3) switch
            {
                0 => card.Remove(at, length),
                1 => card.Insert(at, Any(Junk, random)),
                _ => card.Remove(at, length).Insert(at, Any(Junk, random)),
            };
        }

        return card;
    }

    private static string Any(string[] choices, Random random) => choices[random.Next(choices.Length)];
}
