using System.Text.Json;

namespace TogetherRates.Cli.Import;

/// <summary>Finds properties that nobody reads: they may change what the others mean.</summary>
internal static class UnknownProperty
{
    /// <summary>Lets an object pass that has none.</summary>
    /// <param name="value">The object.</param>
    /// <param name="owner">What it is, for the message.</param>
    /// <param name="known">The properties that are read.</param>
    /// <exception cref="EntryException">It has one.</exception>
    public static void ThrowIfAny(JsonElement value, string owner, params string[] known)
    {
        if (value.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new EntryException($"{owner} has '{unknown}', which isn't known");
        }
    }
}
