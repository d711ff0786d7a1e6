using System.CommandLine;
using TogetherRates.Cli.RateCards;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>--input N</c>, <c>--output N</c>, <c>--meter NAME=N</c> and so on: what was used.</summary>
internal sealed class UsageOptions
{
    /// <summary>The options for tokens: one for each meter of text models, in the meters' order.</summary>
    public static readonly string[] TokenOptions = ["--input", "--cached-input", "--cache-write", "--cache-write-1h", "--output", "--reasoning"];

    private readonly QuantityOption[] options =
    [
        new(TokenOptions[0], "Input tokens, cached ones among them."),
        new(TokenOptions[1], "Input tokens that were read from the cache."),
        new(TokenOptions[2], "Input tokens that were written to the cache."),
        new(TokenOptions[3], "Cache writes that are kept for an hour."),
        new(TokenOptions[4], "Output tokens, those for reasoning among them."),
        new(TokenOptions[5], "Output tokens that were spent on reasoning."),
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
        // Bits instead of a set of meters: what is generic over an enumeration isn't compiled ahead, and every price starts here.
        var used = default(Usage);
        var given = 0ul;
        for (var meter = 0; meter < options.Length; meter++)
        {
            if (options[meter].Read(call) is { } quantity)
            {
                used = used.With((Meter)meter, quantity);
                given |= Bit((Meter)meter);
            }
        }

        foreach (var text in call.GetValue(meters) ?? [])
        {
            used = Add(text, used, ref given);
        }

        return given == 0 ? null : RequirePossible(used);
    }

    /// <summary>A usage whose parts aren't larger than what they are parts of.</summary>
    /// <exception cref="ToolException">They are.</exception>
    public static Usage RequirePossible(in Usage used) =>
        IsPossible(used) ? used : throw ToolException.WrongCall("impossibleUsage", WhyImpossible(used)!);

    private static ulong Bit(Meter meter) => 1ul << (int)meter;

    private static bool IsPossible(in Usage used)
    {
        if (!used.IsTokens)
        {
            return WhyImpossible(used) is null;
        }

        try
        {
            _ = used.ToTokenUsage();
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    // In the words of the interpreter, which is loaded only for that and for what isn't tokens.
    private static string? WhyImpossible(in Usage used) => InterpretedRateCard.QuantitiesOf(used).FindContradiction();

    private static Usage Add(string text, in Usage used, ref ulong given)
    {
        if (!MeterQuantity.TryParse(text, out var meter, out var quantity, out var error))
        {
            throw ToolException.WrongCall("wrongValue", $"--meter: {error}");
        }

        if ((given & Bit(meter)) != 0)
        {
            throw ToolException.WrongCall("givenTwice", $"{meter.ToCamelCase()} is given twice: {used[meter]} and {quantity}; give it once");
        }

        given |= Bit(meter);
        return used.With(meter, quantity);
    }
}
