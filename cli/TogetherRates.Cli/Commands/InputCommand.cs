using System.CommandLine;
using TogetherRates.Cli.Arguments;
using TogetherRates.Cli.Output;
using TogetherRates.Cli.RateCards;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Commands;

/// <summary>Prices models of which only the input is billed, by id or by size.</summary>
internal abstract class InputCommand : ToolCommand
{
    private readonly TokenSectionKind kind;
    private readonly string noun;

    private readonly Argument<string?> model = new("MODEL")
    {
        Description = "The model's id or an alias.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly SizeOption size = new();

    private readonly QuantityOption input = new("--input", "Input tokens; output isn't billed.");

    private readonly Option<bool> batch = new("--batch")
    {
        Description = "Price the request as part of a batch.",
        Arity = ArgumentArity.Zero,
    };

    private readonly CardOptions card = new();

    /// <summary>A command for a section of cards.</summary>
    /// <param name="name">The word that calls it.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="kind">The section.</param>
    /// <param name="noun">What its models are called.</param>
    protected InputCommand(string name, string description, TokenSectionKind kind, string noun)
        : base(name, description)
    {
        this.kind = kind;
        this.noun = noun;
        Add(model);
        Add(input);
        Add(batch);
        Add(size);
        card.AddTo(this);
    }

    /// <inheritdoc/>
    public override ExitCode Run(Call call)
    {
        var tokens = input.Read(call.Arguments)
            ?? throw ToolException.WrongCall("missingArgument", $"there is nothing to price; '{Name}' needs --input N");
        var usage = new TokenUsage(input: tokens);
        var inBatch = call.Arguments.GetValue(batch);
        var quote = (call.Arguments.GetValue(model), size.Read(call.Arguments)) switch
        {
            ({ } id, null) => card.Open(call).Ask(edition => PriceModel(edition, id, usage, inBatch)),
            (null, { } parameters) when !inBatch => card.Open(call).Ask(edition => PriceSize(edition, parameters, usage)),
            (null, { }) => throw ToolException.WrongCall("contradiction", "--batch goes with a MODEL: size tables have no batch prices"),
            (null, null) => throw ToolException.WrongCall("missingArgument", $"'{Name}' needs a MODEL or a --size; --help shows examples"),
            _ => throw ToolException.WrongCall("contradiction", "give either a MODEL or a --size: they have different prices"),
        };
        QuoteOutput.Write(quote, call);
        return ExitCode.Fine;
    }

    private Quote PriceModel(CardInUse edition, string id, TokenUsage usage, bool inBatch)
    {
        var models = SectionOf(edition).Models;
        if (IdIndex.Of(edition.Card).Find(id) is PricedModel found && models.Contains(found.Parent ?? found.Model))
        {
            return edition.PriceModel(id, usage, inBatch ? ServiceLevel.Batch : ServiceLevel.Standard);
        }

        var known = models.Concat(models.SelectMany(model => model.Variants.Select(variant => variant.Model)));
        var advice = NameAdvice.On(id, [.. known.SelectMany(model => model.Aliases.Prepend(model.Id))]);
        throw ToolException.WrongData("unknownModel", $"the card has no {noun} model '{id}'; {advice}", advice);
    }

    private Quote PriceSize(CardInUse edition, ModelSize parameters, TokenUsage usage) => SectionOf(edition).Tables is [var table, ..]
        ? edition.PriceSize(table.Name, parameters, usage)
        : throw ToolException.WrongData("unknownTable", $"the card of {edition.Rates.Provider} has no prices of {noun} models by size; give a MODEL");

    private TokenSection SectionOf(CardInUse edition) => edition.Card.TokenSections.Single(section => section.Kind == kind);
}
