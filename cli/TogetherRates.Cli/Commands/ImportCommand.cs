using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TogetherRates.Cli.Import;
using TogetherRates.Compiler;

namespace TogetherRates.Cli.Commands;

/// <summary><c>import SOURCE FILE</c>: makes rate cards of prices that are published in another format.</summary>
internal sealed class ImportCommand : ToolCommand
{
    private const string CardSuffix = ".json";

    // No source says since when its prices hold, so that they hold for all usage that may be priced with them.
    private static readonly DateOnly UsualStart = new(2020, 1, 1);

    private readonly Argument<string> source = new("SOURCE")
    {
        Description = $"What the file is: {string.Join(", ", PriceSource.All.Select(known => known.Name))}.",
    };

    private readonly Argument<string> path = new("FILE") { Description = "The file with the prices." };

    private readonly Option<string?> provider = new("--provider")
    {
        Description = "Import only this provider, by the source's id or name for it.",
        HelpName = "NAME",
    };

    private readonly Option<bool> oneCard = new("--one-card")
    {
        Description = "Write the prices of all providers into one card; ids that don't name their provider get it in front.",
    };

    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "Write one card to this .json file, or one for each provider to this folder.",
        HelpName = "PATH",
        Required = true,
    };

    private readonly Option<string?> from = new("--from")
    {
        Description = "The first day on which the prices hold, in UTC; 2020-01-01 unless given.",
        HelpName = "DATE",
    };

    /// <summary>The command.</summary>
    public ImportCommand()
        : base("import", "Make rate cards of the prices in LiteLLM's or genai-prices' collection, or in an answer of Together's API.")
    {
        Add(source);
        Add(path);
        Add(output);
        Add(provider);
        Add(oneCard);
        Add(from);
        Validators.Add(TellAllThatIsMissing);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "import litellm model_prices_and_context_window.json -o ratecards",
        "import genai-prices data.json --provider anthropic -o anthropic.ratecard.json --from 2026-08-21",
        "import litellm model_prices_and_context_window.json --one-card -o litellm.ratecard.json",
        "import together-api models.json -o together.ratecard.json --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var chosen = SourceOf(call.Arguments.GetRequiredValue(source));
        var start = StartOf(call.Arguments.GetValue(from));
        var target = TargetOf(call.Arguments.GetRequiredValue(output));
        var file = call.Arguments.GetRequiredValue(path);
        var report = new ImportReport();
        var cards = Read(file, chosen, start, report);
        var picked = Pick(call, chosen, cards, report);
        var entries = picked.Sum(card => card.Entries) + report.Strays;
        var ready = picked.Select(card => CheckedCard.Check(card, start, report)).OfType<CheckedCard>().ToList();
        if (ready.Count == 0)
        {
            ReportText.Write(call.Terminal.Error, report);
            throw ToolException.WrongData("nothingToImport", entries == 1
                ? "the only entry has no price that can be used"
                : string.Create(CultureInfo.InvariantCulture, $"none of the {entries:N0} entries has a price that can be used"));
        }

        var files = Place(ready, target);
        ThrowIfAmong(files, file);
        WholeFiles.Write([.. files.Zip(ready, (place, card) => (place, card.Text))]);
        new ImportAnswer(chosen, start, entries, [.. files.Zip(ready)], report).Write(call);
        return ExitCode.Fine;
    }

    // Where an option and arguments are missing, the parser would name only the option.
    private void TellAllThatIsMissing(CommandResult call)
    {
        var missing = new Argument[] { source, path }
            .Where(argument => call.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => "a " + argument.Name)
            .ToList();
        if (missing.Count > 0 && call.GetResult(output) is null)
        {
            call.AddError($"'{Name}' needs {string.Join(" and ", missing)} and {output.Name} {output.HelpName}; --help shows examples");
        }
    }

    private static PriceSource SourceOf(string name) => PriceSource.All.FirstOrDefault(known => known.Name == name)
        ?? throw ToolException.WrongCall(
            "unknownSource", $"'{name}' can't be imported; {NameAdvice.On(name, [.. PriceSource.All.Select(known => known.Name)])}");

    private static string TargetOf(string text) =>
        string.IsNullOrWhiteSpace(text)
            ? throw ToolException.WrongCall("wrongValue", "--output is empty; give a .json file or a folder, '.' for the current one")
        : text == "-"
            ? throw ToolException.WrongCall("wrongValue", "--output: cards can't be written to standard output; give a .json file or a folder")
        : text;

    private static DateOnly StartOf(string? text) =>
        text is null ? UsualStart
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw ToolException.WrongCall("wrongValue", $"--from: '{text}' isn't a date; write it like 2026-08-21");

    private static IReadOnlyList<ImportedCard> Read(string path, PriceSource source, DateOnly start, ImportReport report)
    {
        using var document = ImportFile.Open(path, source);
        return source.Read(document.RootElement, start, report);
    }

    private IReadOnlyList<ImportedCard> Pick(Call call, PriceSource source, IReadOnlyList<ImportedCard> cards, ImportReport report)
    {
        var name = call.Arguments.GetValue(provider);
        if (call.Arguments.GetValue(oneCard))
        {
            return name is null
                ? [WholeCollection.Of(source, cards, report)]
                : throw ToolException.WrongCall("contradiction", "--provider picks one provider and --one-card takes all; give one of them");
        }

        if (name is null)
        {
            return cards;
        }

        var picked = cards.FirstOrDefault(card => card.Key == name) ?? cards.FirstOrDefault(card => card.Provider == name)
            ?? throw ToolException.WrongData(
                "unknownProvider", $"the file has no provider '{name}'; {NameAdvice.On(name, [.. cards.Select(card => card.Key)])}");
        report.KeepOnly(picked.Key);
        return [picked];
    }

    private static List<string> Place(List<CheckedCard> cards, string target)
    {
        if (target.EndsWith(CardSuffix, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(target))
        {
            return cards.Count == 1 ? [target] : throw ToolException.WrongCall("contradiction", string.Create(
                CultureInfo.InvariantCulture,
                $"the file has prices of {cards.Count} providers, and '{target}' is one card; pick one with --provider, take all with --one-card, or give a folder"));
        }

        var files = cards.ConvertAll(card => Path.Combine(target, FileNameOf(card.Content.Key)));
        var shared = files.Zip(cards)
            .GroupBy(pair => RealPath.Of(pair.First), StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
        {
            var providers = string.Join(" and ", shared.Select(pair => $"'{pair.Second.Content.Key}'"));
            throw ToolException.WrongData(
                "sameFileName", $"the cards of {providers} would be one file, '{shared.First().First}'; import them one by one with --provider");
        }

        return files;
    }

    private static void ThrowIfAmong(List<string> files, string source)
    {
        if (files.Find(file => RealPath.AreOne(file, source)) is { } same)
        {
            throw ToolException.WrongCall(
                "outputIsSource", $"'{same}' is the file that is imported, and a card would take its place; give another --output");
        }
    }

    private static string FileNameOf(string key) =>
        new string([.. key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')]) + ".ratecard" + CardSuffix;
}
