using System.Text.Json;

namespace TogetherRates.Cli.Import;

/// <summary>Looks for properties in values of which it isn't known whether they are objects: another's file may hold anything.</summary>
internal static class JsonElementProperties
{
    /// <summary>Whether a value is an object with a property.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The property.</param>
    public static bool Has(this JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);

    /// <summary>A property's text, or null where there is none.</summary>
    /// <param name="value">The object.</param>
    /// <param name="name">The property.</param>
    public static string? TextOf(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
