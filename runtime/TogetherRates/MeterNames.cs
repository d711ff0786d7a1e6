using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TogetherRates;

/// <summary>The names of the meters: one vocabulary in the spellings of cards, of C#, of the command line and of usage logs.</summary>
public static class MeterNames
{
    /// <summary>How many meters there are.</summary>
    internal const int Count = (int)Meter.TrainingTokens + 1;

    private static readonly ImmutableArray<string> Pascal = [.. Enum.GetNames<Meter>()];
    private static readonly ImmutableArray<string> Camel = [.. Pascal.Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
    private static readonly ImmutableArray<string> Kebab = [.. Pascal.Select(name => Separate(name, '-'))];
    private static readonly ImmutableArray<string> Snake = [.. Pascal.Select(name => Separate(name, '_'))];
    private static readonly ImmutableArray<string> Logged =
        [.. Snake.Select((name, index) => index < TokenParts.Count ? name + "_tokens" : name)];

    /// <summary>Every meter, wholes before their parts.</summary>
    public static ImmutableArray<Meter> All { get; } = [.. Enum.GetValues<Meter>()];

    /// <summary>A meter as cards and quotes spell it: "cachedInput".</summary>
    /// <param name="meter">The meter.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such meter.</exception>
    public static string ToCamelCase(this Meter meter) => Camel[IndexOf(meter)];

    /// <summary>A meter as C# spells it: "CachedInput".</summary>
    /// <inheritdoc cref="ToCamelCase"/>
    public static string ToPascalCase(this Meter meter) => Pascal[IndexOf(meter)];

    /// <summary>A meter as the command line spells it: "cached-input".</summary>
    /// <inheritdoc cref="ToCamelCase"/>
    public static string ToKebabCase(this Meter meter) => Kebab[IndexOf(meter)];

    /// <summary>A meter as usage logs spell it, in which counts of tokens say so: "cached_input_tokens", "images".</summary>
    /// <inheritdoc cref="ToCamelCase"/>
    public static string ToSnakeCase(this Meter meter) => Logged[IndexOf(meter)];

    /// <summary>One unit of a meter: "token", "pixel", "vCPU-second".</summary>
    /// <inheritdoc cref="ToCamelCase"/>
    public static string ToUnit(this Meter meter) => (Meter)IndexOf(meter) switch
    {
        Meter.Characters or Meter.OutputCharacters => "character",
        Meter.Pages or Meter.AnnotatedPages => "page",
        Meter.Requests => "request",
        Meter.Searches or Meter.SearchesLow or Meter.SearchesMedium or Meter.SearchesHigh => "search",
        Meter.Queries => "query",
        Meter.Results => "result",
        Meter.Sessions => "session",
        Meter.Credits => "credit",
        Meter.Images or Meter.InputImages => "image",
        Meter.Pixels or Meter.InputPixels => "pixel",
        Meter.Steps => "step",
        Meter.Seconds or Meter.OutputSeconds or Meter.InputAudioSeconds or Meter.InputVideoSeconds or Meter.OutputVideoSeconds => "second",
        Meter.Videos => "video",
        Meter.GpuSeconds => "GPU-second",
        Meter.VcpuSeconds => "vCPU-second",
        Meter.GibSeconds => "GiB-second",
        Meter.GibMonths => "GiB-month",
        _ => "token",
    };

    /// <summary>Reads a meter's name in any of the spellings, with or without the "_tokens" of usage logs. Case counts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meter">The meter, if there is one of that name.</param>
    /// <returns>Whether there is.</returns>
    public static bool TryParse(ReadOnlySpan<char> name, out Meter meter)
    {
        for (var index = 0; index < Count; index++)
        {
            if (name.SequenceEqual(Camel[index])
                || name.SequenceEqual(Logged[index])
                || name.SequenceEqual(Kebab[index])
                || name.SequenceEqual(Snake[index])
                || name.SequenceEqual(Pascal[index]))
            {
                meter = (Meter)index;
                return true;
            }
        }

        meter = default;
        return false;
    }

    /// <summary>The meter's place in the vocabulary.</summary>
    internal static int IndexOf(Meter meter) => (uint)meter < Count ? (int)meter : ThrowUnknown(meter);

    // A digit starts a word too: cache-write-1h.
    private static string Separate(string name, char separator)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (words.Length > 0 && (char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character)))
            {
                _ = words.Append(separator);
            }

            _ = words.Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }

    [DoesNotReturn]
    private static int ThrowUnknown(Meter meter) => throw new ArgumentOutOfRangeException(nameof(meter), meter, "There is no such meter.");
}
