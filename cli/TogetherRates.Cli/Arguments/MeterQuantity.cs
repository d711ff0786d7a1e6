using System.Diagnostics.CodeAnalysis;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Arguments;

/// <summary>Reads <c>NAME=N</c>: how much was used of a meter, by its name in cards, on the command line or in usage logs.</summary>
internal static class MeterQuantity
{
    private const string UsageLogSuffix = "_tokens";

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
        if (!TryParseName(name, out meter))
        {
            error = $"'{name}' isn't a meter; {NearestName.Advice(name, [.. Meters.All.Select(Meters.NameOf)])}";
            return false;
        }

        return Quantity.TryParse(text[(equals + 1)..], out quantity, out error);
    }

    private static bool TryParseName(string name, out Meter meter)
    {
        var logged = name.EndsWith(UsageLogSuffix, StringComparison.Ordinal) ? name[..^UsageLogSuffix.Length] : name;
        return Meters.TryParse(name, out meter) || Meters.TryParse(logged.Replace('_', '-'), out meter);
    }
}
