using System.Diagnostics.CodeAnalysis;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Cli.Arguments;

/// <summary><c>NAME=N</c>: how much was used of a meter.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Quantity">How many units.</param>
internal readonly record struct MeterQuantity(Meter Meter, long Quantity)
{
    private const string UsageLogSuffix = "_tokens";

    /// <summary>Reads a meter by its name in cards, on the command line or in usage logs, and its quantity.</summary>
    /// <param name="text">For instance <c>cachedInput=500</c>, <c>cached-input=500</c> or <c>cached_input_tokens=500</c>.</param>
    /// <param name="value">The meter and its quantity.</param>
    /// <param name="error">Why it can't be read.</param>
    public static bool TryParse(string text, out MeterQuantity value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            error = $"'{text}' has no quantity; write NAME=N, such as input=12000";
            return false;
        }

        var name = text[..equals];
        if (!TryParseName(name, out var meter))
        {
            error = $"'{name}' isn't a meter; {NearestName.Advice(name, [.. Meters.All.Select(Meters.NameOf)])}";
            return false;
        }

        if (!Arguments.Quantity.TryParse(text[(equals + 1)..], out var quantity, out error))
        {
            return false;
        }

        value = new(meter, quantity);
        return true;
    }

    private static bool TryParseName(string name, out Meter meter)
    {
        if (Meters.TryParse(name, out meter))
        {
            return true;
        }

        var logged = name.EndsWith(UsageLogSuffix, StringComparison.Ordinal) ? name[..^UsageLogSuffix.Length] : name;
        return Meters.TryParse(logged.Replace('_', '-'), out meter);
    }
}
