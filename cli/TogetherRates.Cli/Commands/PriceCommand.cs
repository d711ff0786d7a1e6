using System.CommandLine;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Commands;

/// <summary><c>price MODEL</c> and <c>price --size SIZE</c>: tells what was used costs, and why.</summary>
internal sealed class PriceCommand : ToolCommand
{
    private readonly Argument<string?> model = new("MODEL")
    {
        Description = "The id or an alias of a model or a tool.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly SizeOption size = new();

    private readonly Option<string?> table = new("--table")
    {
        Description = "The size table, such as Dense or Moe; the card's first one unless given.",
        HelpName = "TABLE",
    };

    private readonly QuantityOption tokens = new("--tokens", "Tokens by size, input and output alike.");

    private readonly UsageOptions usage = new();

    private readonly ServiceOptions service = new();

    private readonly CardOptions card = new();

    /// <summary>The command.</summary>
    public PriceCommand()
        : base("price", "Price what was used of a model or a tool, or of any model of some size, exactly.")
    {
        Add(model);
        usage.AddTo(this);
        service.AddTo(this);
        Add(size);
        Add(table);
        Add(tokens);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "price deepseek-ai/DeepSeek-V3 --input 12000 --output 800",
        "price deepseek-v3 --input 1.5M --output 200K --batch --json",
        "price deepseek-v3 --meter input_tokens=12000 --meter output_tokens=800",
        "price whisper-large-v3 --meter seconds=90",
        "price my-model --card my.ratecard.json --input 250K --output 800 --level priority --region eu",
        "price --size 70B --tokens 1_500_000",
        "price --size 56B --table Moe --input 12K --output 800",
        "price my-model --card my.ratecard.json --input 12000 --at 2025-06-30",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var quote = (call.Arguments.GetValue(model), size.Read(call.Arguments)) switch
        {
            ({ } id, null) => PriceModel(call, id),
            (null, { } parameters) => PriceSize(call, parameters),
            (null, null) => throw ToolException.WrongCall("missingArgument", "'price' needs a MODEL or a --size; --help shows examples"),
            _ => throw ToolException.WrongCall("contradiction", "give either a MODEL or a --size: they have different prices"),
        };
        QuoteOutput.Write(quote, call);
        return ExitCode.Fine;
    }

    private Quote PriceModel(Call call, string id)
    {
        var arguments = call.Arguments;
        if (arguments.GetResult(table) is not null || arguments.GetResult(tokens) is not null)
        {
            throw ToolException.WrongCall("contradiction", "--table and --tokens go with --size; for a MODEL give --input and --output");
        }

        return usage.Read(arguments) is { } used
            ? card.Open(call).Ask(edition => edition.In(service.Region(arguments)).PriceModel(id, used, service.Level(arguments)))
            : throw ToolException.WrongCall("missingArgument", "there is nothing to price; give --input N, --output N or --meter NAME=N");
    }

    private Quote PriceSize(Call call, ModelSize parameters)
    {
        if (service.AreGiven(call.Arguments))
        {
            throw ToolException.WrongCall("contradiction", "--batch, --level and --region go with a MODEL: size tables have one price for all");
        }

        return (tokens.Read(call.Arguments), usage.Read(call.Arguments)) switch
        {
            ({ } count, null) => card.Open(call).Ask(edition => PriceTokens(edition, TableOf(call.Arguments, edition), parameters, count)),
            (null, { IsTokens: true } used) =>
                card.Open(call).Ask(edition => edition.PriceSize(TableOf(call.Arguments, edition), parameters, used.ToTokenUsage())),
            (null, { } used) => throw ToolException.WrongCall("contradiction", $"size tables price only tokens; for {used} give a MODEL"),
            (null, null) =>
                throw ToolException.WrongCall("missingArgument", "there is nothing to price; give --tokens N, or --input N and --output N"),
            _ => throw ToolException.WrongCall("contradiction", "give either --tokens or the tokens of each meter, so that none is counted twice"),
        };
    }

    private string TableOf(ParseResult call, CardInUse opened) => call.GetValue(table) ?? (opened.Rates.SizeTables is [var first, ..]
        ? first
        : throw ToolException.WrongData("unknownTable", $"the card of {opened.Rates.Provider} has no size tables; give a MODEL"));

    // Tokens of no direction have a price only where input and output cost the same.
    private static Quote PriceTokens(CardInUse opened, string tableName, ModelSize parameters, long count)
    {
        var quote = opened.PriceSize(tableName, parameters, new TokenUsage(input: count));
        return opened.Rates.TryExplain(tableName, parameters, new TokenUsage(output: count), out var asOutput) && asOutput.Cost == quote.Cost
            ? quote
            : throw ToolException.WrongCall("contradiction", $"table '{tableName}' prices input and output apart; give --input and --output instead of --tokens");
    }
}
