using System.CommandLine;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--input N</c>, <c>--output N</c>, <c>--meter NAME=N</c> and so on: what was used.</summary>
internal sealed class UsageOptions
{
    // One for each meter of text models, in the meters' order.
    private readonly QuantityOption[] options =
    [
        new("--input", "Input tokens, cached ones among them."),
        new("--cached-input", "Input tokens that were read from the cache."),
        new("--cache-write", "Input tokens that were written to the cache."),
        new("--cache-write-1h", "Cache writes that are kept for an hour."),
        new("--output", "Output tokens, those for reasoning among them."),
        new("--reasoning", "Output tokens that were spent on reasoning."),
    ];

    private readonly Option<string[]> meters = new("--meter")
    {
        Description = "Any meter by name: cachedInput=500, seconds=90, or cached_input_tokens=500 as in logs.",
        HelpName = "NAME=N",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.Add(meters);
    }

    /// <summary>What a call says was used.</summary>
    /// <returns>The usage, or null when the call names no quantity at all.</returns>
    /// <exception cref="ToolException">The quantities can't be read, or contradict each other.</exception>
    public Usage? Read(ParseResult call)
    {
        var quantities = new Dictionary<Meter, long>();
        for (var meter = 0; meter < options.Length; meter++)
        {
            if (options[meter].Read(call) is { } quantity)
            {
                quantities.Add((Meter)meter, quantity);
            }
        }

        foreach (var text in call.GetValue(meters) ?? [])
        {
            Add(text, quantities);
        }

        if (quantities.Count == 0)
        {
            return null;
        }

        var usage = quantities.Aggregate(default(Usage), (used, quantity) => used.With(quantity.Key, quantity.Value));
        return InterpretedRateCard.QuantitiesOf(usage).FindContradiction() is { } contradiction
            ? throw ToolException.WrongCall("impossibleUsage", contradiction)
            : usage;
    }

    private static void Add(string text, Dictionary<Meter, long> quantities)
    {
        if (!MeterQuantity.TryParse(text, out var meter, out var quantity, out var error))
        {
            throw ToolException.WrongCall("wrongValue", $"--meter: {error}");
        }

        if (!quantities.TryAdd(meter, quantity))
        {
            throw ToolException.WrongCall("givenTwice", $"{meter.ToCamelCase()} is given twice: {quantities[meter]} and {quantity}; give it once");
        }
    }
}
