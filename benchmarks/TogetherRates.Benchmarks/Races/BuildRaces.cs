using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Benchmarks.Racing;
using TogetherRates.Generator;

namespace TogetherRates.Benchmarks.Races;

/// <summary>What a rate card costs a build: the generator in a compiler that starts up, after each kind of edit, and what it makes the compiler compile.</summary>
internal static class BuildRaces
{
    private const int Few = 1;
    private const string NoCard = "no card";
    private const string OneModel = "a card of 1 model";
    private const string Ahead = ", generator compiled ahead";

    /// <summary>What the generator does after an edit, in a compiler that has been running.</summary>
    public static Race Edits()
    {
        const string Unrelated = "an edit of unrelated C#";
        const string WhiteSpace = "white space in the card";
        var text = CardOf(PublicIds.Known);
        var large = new CardFile("/prices.ratecard.json", text);
        var small = new CardFile("/other.ratecard.json", CardOf(PublicIds.Popular).Replace("\"Many\"", "\"Other\"", StringComparison.Ordinal));
        var spaced = new CardFile(large.Path, text.Replace("\"models\": {", "\"models\":  {", StringComparison.Ordinal));
        var repriced = new CardFile(small.Path, small.Text.Replace("0.01", "0.02", StringComparison.Ordinal));
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var before = CSharpCompilation.Create("Shop", [CSharpSyntaxTree.ParseText("class Shop { int Price() => 1; }", options)]);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class Shop { int Price() => 2; }", options));
        var fresh = CSharpGeneratorDriver.Create([new RateCardGenerator().AsSourceGenerator()], [large, small], options, new CardOptions());
        var run = fresh.RunGenerators(before);
        return new()
        {
            Name = "Build, after an edit",
            Work = $"A project with a card of {PublicIds.Known.Count:N0} models and one of {PublicIds.Popular.Count}. The generator has run; then something changes, and it runs again.",
            Operation = "run",
            Operations = 1,
            Contenders =
            [
                Edit(Unrelated, () => run.RunGenerators(after)),
                Edit(WhiteSpace, () => run.ReplaceAdditionalText(large, spaced.Anew()).RunGenerators(before)),
                Edit("one price of the small card", () => run.ReplaceAdditionalText(small, repriced.Anew()).RunGenerators(before)),
                Edit("everything, for the first time", () => fresh.ReplaceAdditionalTexts([large.Anew(), small.Anew()]).RunGenerators(before)),
            ],
            Limits = [new(Unrelated, 0.2e6)],
        };

        static Contender Edit(string name, Func<GeneratorDriver> edit) => new(name, () => edit().GetRunResult().GeneratedTrees.Length, IsExact: false);
    }

    /// <summary>What the generator takes in a compiler that starts up, as it reports itself.</summary>
    public static Race Cold()
    {
        const double Start = 50e6;
        const double PerModel = 6e6 / 1_000;
        var others = BuildPaths.FrameworkGenerators;
        var contenders = new List<Contender>();
        var limits = new List<Limit>();
        string?[] forms = BuildPaths.Ahead is { } compiled ? [null, compiled] : [null];
        foreach (var (count, ahead) in new int?[] { null, Few, 1_000, 3_000, 30_000 }.SelectMany(count => forms.Select(ahead => (count, ahead))))
        {
            var name = (count is null ? NoCard : count == Few ? OneModel : $"{count:N0} models") + (ahead is null ? string.Empty : Ahead);
            contenders.Add(Contender.InAnotherProcess(name, new CompilerProcess(count is { } models ? CardOf(Many(models)) : null, ahead: ahead, others: others).Generate));
            if (count is { } limited)
            {
                limits.Add(new(name, Start + (limited * PerModel)));
            }
        }

        return new()
        {
            Name = "Build, generator in a compiler that starts up",
            Work = "The time that the compiler reports for the generator, in a process of its own each time, together with the generators that come with the framework: "
                + "as in a project the portable one runs before them, and the one compiled ahead, as the package may bring it, after them. "
                + "Without a card it is what the compiler takes to set any such generator up, much of it only for the first. What it takes once for the first file that any generator adds, "
                + "to make a regular expression for the names of files ready, is in the time of each card.",
            Operation = "run",
            Operations = 1,
            Contenders = contenders,
            Limits = limits,
            IsShort = false,
        };
    }

    /// <summary>What a whole compilation takes.</summary>
    public static Race Compilation()
    {
        const string Members = "3,000 models, a documented member for each";
        const string NoMembers = "3,000 models, no members";
        const double MostWithMembers = 0.5e9;
        const double MostWithoutMembers = 0.2e9;
        var small = CardOf(Many(Few));
        var card = CardOf(Many(3_000));
        var (none, one, with, without) = (new CompilerProcess(null), new CompilerProcess(small), new CompilerProcess(card, hasMembers: true), new CompilerProcess(card, hasMembers: false));
        _ = (one.Compile(), with.Compile(), without.Compile());
        var contenders = new List<Contender>
        {
            Contender.InAnotherProcess(OneModel, one.Compile),
            Contender.InAnotherProcess(NoCard, none.Compile),
            Contender.InAnotherProcess(NoMembers, without.Compile),
            Contender.InAnotherProcess(Members, with.Compile),
        };
        var limits = new List<Limit> { new(NoMembers, MostWithoutMembers, OneModel), new(Members, MostWithMembers, OneModel) };
        if (BuildPaths.Ahead is { } ahead)
        {
            contenders.Add(Contender.InAnotherProcess(OneModel + Ahead, new CompilerProcess(small, ahead: ahead).Compile));
            contenders.Add(Contender.InAnotherProcess(NoMembers + Ahead, new CompilerProcess(card, hasMembers: false, ahead: ahead).Compile));
            contenders.Add(Contender.InAnotherProcess(Members + Ahead, new CompilerProcess(card, hasMembers: true, ahead: ahead).Compile));
            limits.Add(new(NoMembers + Ahead, MostWithoutMembers, OneModel + Ahead));
            limits.Add(new(Members + Ahead, MostWithMembers, OneModel + Ahead));
        }

        return new()
        {
            Name = "Build, whole compilation",
            Work = "A compiler that starts up, compiles a small program with a card in it, and ends. "
                + $"Beyond a card of one model the assembly grows by {Growth(with):N0} KB with members and by {Growth(without):N0} KB without.",
            Operation = "compilation",
            Operations = 1,
            Contenders = contenders,
            Limits = limits,
            IsShort = false,
        };

        long Growth(CompilerProcess large) => (large.AssemblySize - one.AssemblySize) / 1_024;
    }

    private static string CardOf(IReadOnlyList<string> ids) => PricedIds.TextOf(ids, ignoreCase: false, hasContexts: true);

    private static string[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => i < PublicIds.Known.Count ? PublicIds.Known[i] : $"{PublicIds.Known[i % PublicIds.Known.Count]}-{i}")];

    private sealed class CardFile(string path, string text) : AdditionalText
    {
        // What a compiler reads once it never reads again: an edit makes a new text.
        private readonly SourceText source = SourceText.From(text);

        public string Text => text;

        public override string Path => path;

        public CardFile Anew() => new(path, text);

        public override SourceText GetText(CancellationToken cancellationToken = default) => source;
    }

    // Every file is a card, and the project says nothing about it.
    private sealed class CardOptions : AnalyzerConfigOptionsProvider
    {
        private static readonly Options OfCard = new("build_metadata.RateCard.Namespace");
        private static readonly Options OfNothing = new(string.Empty);

        public override AnalyzerConfigOptions GlobalOptions => OfNothing;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => OfNothing;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OfCard;

        private sealed class Options(string known) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == known ? string.Empty : null;
                return value is not null;
            }
        }
    }
}
