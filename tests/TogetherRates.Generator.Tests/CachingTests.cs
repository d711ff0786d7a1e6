using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace TogetherRates.Generator.Tests;

public class CachingTests
{
    private static readonly CardProject TwoCards = new CardProject()
        .With("/cards/a.json", Cards.Of("Adatum"))
        .With("/cards/b.json", Cards.Of("Contoso"));

    [Fact]
    public void A_first_run_makes_everything()
    {
        var run = TwoCards.Generate();

        Assert.Equal([New, New], Reasons(run, TrackingNames.File));
        Assert.Equal([New, New], Reasons(run, TrackingNames.Class));
        Assert.Equal([New, New, New, New], Reasons(run, TrackingNames.Place));
        Assert.Equal([New, New, New, New], OutputReasons(run));
        Assert.Equal(["Shop.Adatum.g.cs", "Shop.Adatum.Editions.g.cs", "Shop.Contoso.g.cs", "Shop.Contoso.Editions.g.cs"], run.GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void Editing_code_runs_nothing()
    {
        var run = Rerun(TwoCards, TwoCards with { Code = "class Program { void Main() { } }" });

        Assert.All(TrackingNames.All, step => Assert.All(Reasons(run, step), reason => Assert.Equal(Cached, reason)));
        Assert.Equal([Cached, Cached, Cached, Cached], OutputReasons(run));
    }

    [Fact]
    public void White_space_in_a_card_stops_at_reading_it()
    {
        var run = Rerun(TwoCards, TwoCards.Edit("/cards/b.json", "\n\n  " + Cards.Of("Contoso").WithLineBreaks("\r\n   ") + "\n"));

        Assert.Equal([Cached, Modified], Reasons(run, TrackingNames.File));
        Assert.Equal([Cached, Unchanged], Reasons(run, TrackingNames.Class));
        Assert.Equal([Cached, Cached, Cached, Cached], Reasons(run, TrackingNames.Place));
        Assert.Equal([Cached, Cached, Cached, Cached], OutputReasons(run));
    }

    [Fact]
    public void Saving_a_card_without_a_change_stops_at_its_text()
    {
        var run = Rerun(TwoCards, TwoCards.Edit("/cards/b.json", Cards.Of("Contoso")));

        Assert.Equal([Cached, Unchanged], Reasons(run, TrackingNames.File));
        Assert.Equal([Cached, Cached], Reasons(run, TrackingNames.Class));
        Assert.Equal([Cached, Cached, Cached, Cached], OutputReasons(run));
    }

    [Fact]
    public void A_new_price_in_one_of_two_cards_emits_that_card()
    {
        var run = Rerun(TwoCards, TwoCards.Edit("/cards/b.json", Cards.Of("Contoso", price: "1.30")));

        Assert.Equal([Cached, Modified], Reasons(run, TrackingNames.File));
        Assert.Equal([Cached, Modified], Reasons(run, TrackingNames.Class));
        Assert.Equal([Unchanged, Unchanged, Modified, Unchanged], Reasons(run, TrackingNames.Place));
        Assert.Equal([Cached, Cached, Modified, Cached], OutputReasons(run));
    }

    [Fact]
    public void New_metadata_emits_without_reading()
    {
        var run = Rerun(TwoCards, TwoCards.WithMetadata("/cards/b.json", className: "Prices"));

        Assert.Equal([Unchanged, Modified], Reasons(run, TrackingNames.File));
        Assert.Equal([Cached, Modified], Reasons(run, TrackingNames.Class));
        Assert.Equal([Unchanged, Unchanged, Modified, Modified], Reasons(run, TrackingNames.Place));
        Assert.Equal([Cached, Cached, Modified, Modified], OutputReasons(run));
    }

    [Fact]
    public void What_was_read_once_is_not_read_for_new_metadata()
    {
        var before = TwoCards.Generate();
        var after = TwoCards.WithMetadata("/cards/b.json", className: "Prices").Generate();

        Assert.All(ClassesOf(before).Zip(ClassesOf(after)), pair => Assert.Same(pair.First.Read.Card, pair.Second.Read.Card));
        Assert.Equal(["Adatum", "Contoso", "Adatum", "Prices"], ClassesOf(before).Concat(ClassesOf(after)).Select(card => card.Name));

        static IEnumerable<CardClass> ClassesOf(GeneratorRunResult run) =>
            run.TrackedSteps[TrackingNames.Class].SelectMany(ran => ran.Outputs).Select(output => (CardClass)output.Value);
    }

    [Fact]
    public void A_new_conditional_symbol_emits_nothing()
    {
        var run = Rerun(TwoCards, TwoCards with { ParseOptions = TwoCards.ParseOptions.WithPreprocessorSymbols("TRACE") });

        Assert.Equal([Unchanged, Unchanged], Reasons(run, TrackingNames.Class));
        Assert.Equal([Cached, Cached, Cached, Cached], OutputReasons(run));
    }

    [Fact]
    public void A_card_that_is_taken_out_takes_its_files_with_it()
    {
        var run = Rerun(TwoCards, TwoCards with { Files = [TwoCards.Files[0]] });

        Assert.Equal([Cached, Removed], Reasons(run, TrackingNames.File));
        Assert.Equal([Cached, Cached, Removed, Removed], OutputReasons(run));
        Assert.Equal(["Shop.Adatum.g.cs", "Shop.Adatum.Editions.g.cs"], run.GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void A_mistake_that_moves_takes_its_error_along()
    {
        var project = new CardProject().With("/cards/a.json", Cards.Gapped);
        var run = Rerun(project, project.Edit("/cards/a.json", "\n" + Cards.Gapped));

        Assert.Equal([Modified], Reasons(run, TrackingNames.Class));
        Assert.Equal([Modified, Cached], OutputReasons(run));
        var error = Assert.Single(CardProject.FilesOfCards(run).Single().SyntaxTree.GetDiagnostics());
        Assert.Equal(("\n" + Cards.Gapped).PlaceOf("\"4.3B\"").Start, error.Location.GetMappedLineSpan().StartLinePosition);
    }

    // Tells the driver of what differs and of nothing else, as an editor does.
    private static GeneratorRunResult Rerun(CardProject before, CardProject after)
    {
        var driver = before.Start().RunGenerators(before.Compilation);
        if (after.ParseOptions != before.ParseOptions)
        {
            driver = driver.WithUpdatedParseOptions(after.ParseOptions);
        }

        if (after.Metadata != before.Metadata)
        {
            driver = driver.WithUpdatedAnalyzerConfigOptions(after.Options);
        }

        foreach (var (old, @new) in before.Files.Zip(after.Files).Where(pair => pair.First != pair.Second))
        {
            driver = driver.ReplaceAdditionalText(old, @new);
        }

        driver = driver.RemoveAdditionalTexts([.. before.Files.Skip(after.Files.Length)]);
        return driver.RunGenerators(after.Compilation).GetRunResult().Results.Single();
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult run, string step) =>
        run.TrackedSteps[step].SelectMany(ran => ran.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult run) =>
        run.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(ran => ran.Outputs).Select(output => output.Reason);
}
