using System.CommandLine;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--input N</c>, <c>--output N</c>, <c>--meter NAME=N</c> and so on: the tokens of a request.</summary>
internal sealed class UsageOptions
{
    private readonly (Meter Meter, QuantityOption Option)[] options =
    [
        (Meter.Input, new("--input", "Input tokens, cached ones among them.")),
        (Meter.Output, new("--output", "Output tokens, those for reasoning among them.")),
        (Meter.CachedInput, new("--cached-input", "Input tokens that were read from the cache.")),
        (Meter.CacheWrite, new("--cache-write", "Input tokens that were written to the cache.")),
        (Meter.CacheWrite1h, new("--cache-write-1h", "Cache writes that are kept for an hour.")),
        (Meter.Reasoning, new("--reasoning", "Output tokens that were spent on reasoning.")),
    ];

    private readonly Option<MeterQuantity[]> meters = new("--meter")
    {
        Description = "Any meter by name: cachedInput=500, or cached_input_tokens=500 as in logs.",
        HelpName = "NAME=N",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            var values = new List<MeterQuantity>();
            foreach (var token in result.Tokens)
            {
                if (!MeterQuantity.TryParse(token.Value, out var value, out var error))
                {
                    result.AddError("--meter: " + error);
                }

                values.Add(value);
            }

            return [.. values];
        },
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var (_, option) in options)
        {
            command.Add(option);
        }

        command.Add(meters);
    }

    /// <summary>The tokens that a call names.</summary>
    /// <returns>The usage, or null when the call names no tokens at all.</returns>
    /// <exception cref="ToolException">The quantities contradict each other.</exception>
    public TokenUsage? Read(ParseResult call)
    {
        var quantities = new Dictionary<Meter, long>();
        var named = options
            .Where(each => call.GetResult(each.Option) is not null)
            .Select(each => new MeterQuantity(each.Meter, call.GetValue(each.Option)!.Value));
        foreach (var (meter, quantity) in named.Concat(call.GetValue(meters) ?? []))
        {
            if (!quantities.TryAdd(meter, quantity))
            {
                throw ToolException.WrongCall("givenTwice", $"{Meters.NameOf(meter)} is given twice: {quantities[meter]} and {quantity}; give it once");
            }
        }

        return quantities.Count > 0 ? UsageOf(quantities) : null;
    }

    private static TokenUsage UsageOf(Dictionary<Meter, long> quantities)
    {
        var all = new Compiler.Interpretation.MeterQuantities();
        foreach (var (meter, quantity) in quantities)
        {
            all[meter] = quantity;
        }

        if (all.FindContradiction() is { } contradiction)
        {
            throw ToolException.WrongCall("impossibleUsage", contradiction);
        }

        return new TokenUsage(
            input: quantities.GetValueOrDefault(Meter.Input),
            output: quantities.GetValueOrDefault(Meter.Output),
            cachedInput: quantities.GetValueOrDefault(Meter.CachedInput),
            cacheWrite: quantities.GetValueOrDefault(Meter.CacheWrite),
            cacheWrite1h: quantities.GetValueOrDefault(Meter.CacheWrite1h),
            reasoning: quantities.GetValueOrDefault(Meter.Reasoning));
    }
}
