using System.CommandLine;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Interpretation;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--input N</c>, <c>--output N</c>, <c>--meter NAME=N</c> and so on: the tokens of a request.</summary>
internal sealed class UsageOptions
{
    // One for each meter, in the meters' order.
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
        Description = "Any meter by name: cachedInput=500, or cached_input_tokens=500 as in logs.",
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

    /// <summary>The tokens that a call names.</summary>
    /// <returns>The usage, or null when the call names no tokens at all.</returns>
    /// <exception cref="ToolException">The quantities can't be read, or contradict each other.</exception>
    public TokenUsage? Read(ParseResult call)
    {
        var quantities = new long?[options.Length];
        for (var meter = 0; meter < options.Length; meter++)
        {
            quantities[meter] = options[meter].Read(call);
        }

        foreach (var text in call.GetValue(meters) ?? [])
        {
            Add(text, quantities);
        }

        return Array.Exists(quantities, quantity => quantity is not null) ? UsageOf(quantities) : null;
    }

    private static void Add(string text, long?[] quantities)
    {
        if (!MeterQuantity.TryParse(text, out var meter, out var quantity, out var error))
        {
            throw ToolException.WrongCall("wrongValue", $"--meter: {error}");
        }

        if (quantities[(int)meter] is { } other)
        {
            throw ToolException.WrongCall("givenTwice", $"{Meters.NameOf(meter)} is given twice: {other} and {quantity}; give it once");
        }

        quantities[(int)meter] = quantity;
    }

    private static TokenUsage UsageOf(long?[] quantities)
    {
        try
        {
            return new TokenUsage(
                input: quantities[(int)Meter.Input] ?? 0,
                output: quantities[(int)Meter.Output] ?? 0,
                cachedInput: quantities[(int)Meter.CachedInput] ?? 0,
                cacheWrite: quantities[(int)Meter.CacheWrite] ?? 0,
                cacheWrite1h: quantities[(int)Meter.CacheWrite1h] ?? 0,
                reasoning: quantities[(int)Meter.Reasoning] ?? 0);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw ToolException.WrongCall("impossibleUsage", Contradiction(quantities));
        }
    }

    private static string Contradiction(long?[] quantities)
    {
        var usage = new MeterQuantities();
        foreach (var meter in Meters.All)
        {
            usage[meter] = quantities[(int)meter] ?? 0;
        }

        return usage.FindContradiction()!;
    }
}
