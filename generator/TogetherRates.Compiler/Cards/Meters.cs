using System.Text;

namespace TogetherRates.Compiler.Cards;

/// <summary>The one vocabulary of meters: their names, and which are parts of which.</summary>
public static class Meters
{
    // Made by loops: list operators take a compiler that starts up a millisecond more.
    private static readonly string[] PascalNames = Enum.GetNames(typeof(Meter));
    private static readonly string[] CamelNames = Array.ConvertAll(PascalNames, static name => (char)(name[0] + ('a' - 'A')) + name.Substring(1));
    private static readonly Meter[] Listed = Those(static _ => true);
    private static readonly Meter[] OfTokens = Those(static meter => meter <= LastOfTokens);
    private static readonly Meter[] OfText = Those(static meter => meter <= LastOfText);
    private static readonly Meter[] Chargeable = Those(static meter => IsCharged(meter));

    /// <summary>The last of the meters that count tokens of requests; they come first.</summary>
    public const Meter LastOfTokens = Meter.OutputVideo;

    /// <summary>The last of the meters that count tokens of text models; they come first of all.</summary>
    public const Meter LastOfText = Meter.Reasoning;

    /// <summary>All meters, wholes before their parts.</summary>
    public static IReadOnlyList<Meter> All => Listed;

    /// <summary>How many there are.</summary>
    public static int Count => Listed.Length;

    /// <summary>The meters that count tokens of requests.</summary>
    public static IReadOnlyList<Meter> Tokens => OfTokens;

    /// <summary>The meters that count tokens of text models.</summary>
    public static IReadOnlyList<Meter> Text => OfText;

    /// <summary>The meters that a model can charge for beside tokens: all that are counted and aren't only a setting.</summary>
    public static IReadOnlyList<Meter> Charged => Chargeable;

    /// <summary>The names in a card of the meters that count tokens of requests.</summary>
    public static IReadOnlyList<string> TokenNames { get; } = NamesOf(OfTokens);

    /// <summary>The names in a card of the meters that a model can charge for beside tokens.</summary>
    public static IReadOnlyList<string> ChargedNames { get; } = NamesOf(Chargeable);

    /// <summary>The meter's name in a card.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>A camelCase name.</returns>
    public static string NameOf(Meter meter) => CamelNames[(int)meter];

    /// <summary>The meter's name on the command line.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>A kebab-case name.</returns>
    public static string OptionOf(Meter meter) => Separated.ByHyphen[(int)meter];

    /// <summary>The meter's name in a sentence.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>Its words.</returns>
    public static string WordsOf(Meter meter) => Separated.BySpace[(int)meter];

    /// <summary>The meter's name in a usage log, in which counts of tokens say so.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>A snake_case name.</returns>
    public static string ColumnOf(Meter meter) => Separated.ByUnderscore[(int)meter] + (Tokens.Contains(meter) ? "_tokens" : string.Empty);

    /// <summary>One unit of a meter, in the singular.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>For instance <c>token</c> or <c>vCPU-second</c>.</returns>
    public static string UnitOf(Meter meter) => meter switch
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

    /// <summary>Finds a meter by its name in any spelling: of cards, of C#, of the command line, of usage logs.</summary>
    /// <param name="name">The name, in its exact case.</param>
    /// <param name="meter">The meter.</param>
    /// <returns>Whether there is such a meter.</returns>
    public static bool TryParse(string name, out Meter meter)
    {
        foreach (var candidate in All)
        {
            var index = (int)candidate;
            if (CamelNames[index] == name || OptionOf(candidate) == name || Separated.ByUnderscore[index] == name || PascalNames[index] == name
                || ColumnOf(candidate) == name)
            {
                meter = candidate;
                return true;
            }
        }

        meter = default;
        return false;
    }

    /// <summary>The meters that this one is directly a part of.</summary>
    /// <param name="meter">The part.</param>
    /// <returns>None for a whole; two for what is of a kind and cached.</returns>
    public static IReadOnlyList<Meter> WholesOf(Meter meter) => ArrayOfWholes(meter);

    private static Meter[] ArrayOfWholes(Meter meter) => meter switch
    {
        Meter.CachedInput or Meter.CacheWrite or Meter.InputAudio or Meter.InputImage or Meter.InputVideo => Wholes.Input,
        Meter.CacheWrite1h => Wholes.CacheWrite,
        Meter.CachedInputAudio => Wholes.CachedAudio,
        Meter.CacheWriteAudio => Wholes.WrittenAudio,
        Meter.CachedInputImage => Wholes.CachedImage,
        Meter.Reasoning or Meter.OutputAudio or Meter.OutputImage or Meter.OutputCitation or Meter.OutputVideo => Wholes.Output,
        Meter.SearchesLow or Meter.SearchesMedium or Meter.SearchesHigh => Wholes.Searches,
        _ => [],
    };

    /// <summary>The meter that this one is a part of, by its kind where it is a part of two.</summary>
    /// <param name="meter">The part.</param>
    /// <returns>The whole, or null for a meter that is none's part.</returns>
    public static Meter? WholeOf(Meter meter) => ArrayOfWholes(meter) is { Length: > 0 } wholes ? wholes[0] : null;

    /// <summary>
    /// The meters whose price this one can have, the nearest first: itself, what it is a part of, and so on. Kind goes before cache: a
    /// discount on cached text is no promise for cached sound.
    /// </summary>
    /// <param name="meter">The meter.</param>
    /// <returns>The meters, this one first.</returns>
    public static IReadOnlyList<Meter> BilledAs(Meter meter)
    {
        // No meter is a part of more than two others, and what those are parts of they have in common.
        const int Longest = 4;
        var chain = new Meter[Longest];
        chain[0] = meter;
        var count = 1;
        for (var i = 0; i < count; i++)
        {
            foreach (var whole in ArrayOfWholes(chain[i]))
            {
                if (count == 1 || chain[count - 1] != whole)
                {
                    chain[count++] = whole;
                }
            }
        }

        Array.Resize(ref chain, count);
        return chain;
    }

    private static bool IsCharged(Meter meter) => meter is > LastOfTokens and not (Meter.Steps or Meter.Results or Meter.TrainingTokens);

    private static Meter[] Those(Func<Meter, bool> are)
    {
        var count = 0;
        for (var i = 0; i < PascalNames.Length; i++)
        {
            count += are((Meter)i) ? 1 : 0;
        }

        var meters = new Meter[count];
        count = 0;
        for (var i = 0; i < PascalNames.Length; i++)
        {
            if (are((Meter)i))
            {
                meters[count++] = (Meter)i;
            }
        }

        return meters;
    }

    private static string[] NamesOf(Meter[] meters)
    {
        var names = new string[meters.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = NameOf(meters[i]);
        }

        return names;
    }

    // Lists of their own for each question would be thousands.
    private static class Wholes
    {
        public static readonly Meter[] Input = [Meter.Input];

        public static readonly Meter[] Output = [Meter.Output];

        public static readonly Meter[] CacheWrite = [Meter.CacheWrite];

        public static readonly Meter[] CachedAudio = [Meter.InputAudio, Meter.CachedInput];

        public static readonly Meter[] WrittenAudio = [Meter.InputAudio, Meter.CacheWrite];

        public static readonly Meter[] CachedImage = [Meter.InputImage, Meter.CachedInput];

        public static readonly Meter[] Searches = [Meter.Searches];
    }

    // Only people read these, and most builds never need them.
    private static class Separated
    {
        public static readonly string[] BySpace = [.. PascalNames.Select(name => Separate(name, ' '))];

        public static readonly string[] ByHyphen = [.. PascalNames.Select(name => Separate(name, '-'))];

        public static readonly string[] ByUnderscore = [.. PascalNames.Select(name => Separate(name, '_'))];

        private static string Separate(string name, char separator)
        {
            // A digit starts a word too: cache-write-1h.
            var words = new StringBuilder(name.Length + 4);
            foreach (var c in name)
            {
                if (words.Length > 0 && (char.IsUpper(c) || char.IsDigit(c)))
                {
                    words.Append(separator);
                }

                words.Append(char.ToLowerInvariant(c));
            }

            return words.ToString();
        }
    }
}
