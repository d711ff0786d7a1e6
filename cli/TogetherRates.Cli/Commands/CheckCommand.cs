using System.CommandLine;
using System.Text.Json;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>check CARD...</c>: tells everything that is wrong with cards.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly Argument<string[]> paths = new("CARD")
    {
        Description = "The files of the cards.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The command.</summary>
    public CheckCommand()
        : base("check", "Check rate cards and tell everything that is wrong with them.") => Add(paths);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "check together.ratecard.json",
        "check ratecards/*.ratecard.json --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var files = call.Arguments.GetRequiredValue(paths);
        Array.ForEach(files, CardFile.Require);

        var cards = files.Select(CardFile.Read).Select(file => (File: file, Reading: file.Compile())).ToList();
        var set = cards.Where(card => card.Reading.IsValid).Select(card => CardOf(card.File, card.Reading)).ToList();
        var problems = new List<LocatedProblem>();
        foreach (var (file, reading) in cards)
        {
            var among = reading.IsValid ? CardSet.Check(CardOf(file, reading), set) : [];
            var found = LocatedProblem.Of(file, [.. reading.Problems.Concat(among).OrderBy(problem => problem.Span.Start)]).ToList();
            problems.AddRange(found);
            if (!call.WantsJson)
            {
                Write(call.Terminal.Output, file.Path, reading, found);
            }
        }

        if (call.WantsJson)
        {
            Json.Write(call.Terminal, json => Write(json, problems));
        }
        else
        {
            call.Terminal.Output.Flush();
            call.Terminal.Error.WriteLine(Summary(files.Length, problems));
        }

        return problems.Exists(problem => problem.Rule.Severity == RuleSeverity.Error) ? ExitCode.WrongData : ExitCode.Fine;
    }

    // Cards that make one class are editions of one provider's prices, as in a project that has them all.
    private static CardOfSet CardOf(CardFile file, CardReading reading) => new(MemberName.OfClass(reading.Card!), file.Text, reading) { File = Path.GetFullPath(file.Path) };

    private static void Write(TextWriter output, string path, CardReading reading, List<LocatedProblem> problems)
    {
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        if (!problems.Exists(problem => problem.Rule.Severity == RuleSeverity.Error))
        {
            output.WriteLine($"{OneLine.Of(path)}: fine ({Contents(reading.Card!)})");
        }
    }

    private static void Write(Utf8JsonWriter json, List<LocatedProblem> problems)
    {
        json.WriteStartArray();
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("file", problem.Path);
            json.WriteNumber("line", problem.Start.Line);
            json.WriteNumber("column", problem.Start.Column);
            json.WriteNumber("endLine", problem.End.Line);
            json.WriteNumber("endColumn", problem.End.Column);
            json.WriteString("severity", problem.Severity);
            json.WriteString("code", problem.Rule.Id);
            json.WriteString("message", problem.Message);
            json.WriteString("help", problem.Rule.HelpPage.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Contents(Card card)
    {
        var tools = card.OfferSections.Where(section => section.Kind == OfferSectionKind.Tools).Sum(section => section.Offers.Count);
        var models = Counted.Of(CardIds.All(card).Count - tools, "model") + (tools > 0 ? ", " + Counted.Of(tools, "tool") : "");
        var tables = Counted.Of(card.SizeTables.Count, "size table");
        return $"{models}, {tables}, in force {PeriodText.Of(new InterpretedRateCard(card))}";
    }

    private static string Summary(int cards, List<LocatedProblem> problems)
    {
        var errors = problems.Count(problem => problem.Rule.Severity == RuleSeverity.Error);
        var warnings = problems.Count(problem => problem.Rule.Severity == RuleSeverity.Warning);
        var summary = $"{Counted.Of(cards, "card")}, {Counted.Of(errors, "error")}";
        return warnings > 0 ? $"{summary}, {Counted.Of(warnings, "warning")}" : summary;
    }
}
