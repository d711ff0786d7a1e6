using System.Diagnostics.CodeAnalysis;
using TogetherRates.Compiler;

namespace TogetherRates.Cli.Arguments;

/// <summary>Reads <c>NAME=N</c>: how much was used of a meter, by its name in cards, on the command line or in usage logs.</summary>
internal static class MeterQuantity
{
    /// <summary>Reads a meter and its quantity.</summary>
    /// <param name="text">For instance <c>cachedInput=500</c>, <c>cached-input=500</c> or <c>cached_input_tokens=500</c>.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="quantity">How many units.</param>
    /// <param name="error">Why it can't be read.</param>
    public static bool TryParse(string text, out Meter meter, out long quantity, [NotNullWhen(false)] out string? error)
    {
        meter = default;
        quantity = 0;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            error = $"'{text}' has no quantity; write NAME=N, such as input=12000";
            return false;
        }

        var name = text[..equals];
        if (!MeterNames.TryParse(name, out meter))
        {
            error = $"'{name}' isn't a meter; {NameAdvice.On(name, [.. MeterNames.All.Select(MeterNames.ToCamelCase)])}";
            return false;
        }

        return Quantity.TryParse(text[(equals + 1)..], out quantity, out error);
    }
}
