using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 3, cached input: it costs no more than input, also where the two prices of one request come from different lists.</summary>
internal static class CacheChecks
{
    /// <summary>The meters of what is read from a cache, and those of what it would cost otherwise.</summary>
    public static (Meter Part, Meter Whole)[] Parts { get; } =
    [
        (Meter.CachedInput, Meter.Input), (Meter.CachedInputAudio, Meter.InputAudio), (Meter.CachedInputImage, Meter.InputImage),
    ];

    /// <summary>Whether a cache hit costs more than a miss.</summary>
    /// <param name="prices">The prices of one list.</param>
    /// <param name="part">What is read from the cache.</param>
    /// <param name="whole">What it would cost otherwise.</param>
    public static bool IsAbove(TokenPrices prices, Meter part, Meter whole) => prices.Of(part) > prices.Of(whole);

    /// <summary>Checks one list of prices, each of which may be changed by another list or stand in for one of it.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(TokenPrices prices, CardPath path, ProblemList problems)
    {
        foreach (var (part, whole) in Parts)
        {
            if (IsAbove(prices, part, whole))
            {
                Report(part, prices.Of(part), whole, prices.Of(whole), path.Property(Meters.NameOf(part)), problems);
            }
        }
    }

    /// <summary>Checks a list that no other one changes: there what has no price of its own is billed as the input that it is a part of.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckAlone(TokenPrices prices, CardPath path, ProblemList problems) => CheckLayers([new(prices, path)], [], problems);

    /// <summary>Checks what requests of each length cost at each service level, where the parts of that price stand apart.</summary>
    /// <param name="terms">The terms of a model.</param>
    /// <param name="path">Where the model stands.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(PriceTerms terms, CardPath path, ProblemList problems)
    {
        // The same two prices meet at many lengths and levels.
        var reported = new HashSet<CardPath>();
        for (var i = 0; i < terms.Windows.Count; i++)
        {
            var (window, place) = (terms.Windows[i], terms.HasWindows ? path.Property("windows").Item(i) : path);
            CheckLengths(window, place, null, path, reported, problems);
            foreach (var level in terms.Levels)
            {
                if (level.Prices is not null)
                {
                    CheckLengths(window, place, level, path, reported, problems);
                }
            }
        }
    }

    private static void CheckLengths(TermsWindow window, CardPath place, LevelPrices? level, CardPath model, HashSet<CardPath> reported, ProblemList problems)
    {
        CheckLength(0);
        foreach (var context in PriceTerms.ContextsOf(window, level))
        {
            CheckLength(context.Shortest);
        }

        void CheckLength(Rational input)
        {
            // Where requests have no price, what other lengths cost doesn't meet.
            if (window.Prices.ContextOf(input) is { IsUnpriced: true } || level?.Prices?.ContextOf(input) is { IsUnpriced: true })
            {
                return;
            }

            var layers = new List<Layer>();
            AddLayers(layers, window.Prices, place, input);
            if (level?.Prices is { } prices)
            {
                AddLayers(layers, prices, model.Property(level.Name), input);
            }

            CheckLayers(layers, reported, problems);
        }
    }

    // What prices a request of a length: each list overrides those before it.
    private static void AddLayers(List<Layer> layers, PriceList list, CardPath path, Rational input)
    {
        layers.Add(new(list.Tokens, path));
        if (list.ContextOf(input) is { } context)
        {
            var index = 0;
            while (!ReferenceEquals(list.Contexts[index], context))
            {
                index++;
            }

            layers.Add(new(context.Tokens, path.Property("contexts").Item(index)));
        }
    }

    private static void CheckLayers(List<Layer> layers, HashSet<CardPath> reported, ProblemList problems)
    {
        foreach (var (part, kind) in Parts)
        {
            var (ofPart, ofKind) = (Last(layers, part), Last(layers, kind));
            if (ofPart < 0 || ofPart == ofKind)
            {
                continue;
            }

            var (whole, ofWhole) = ofKind < 0 ? (Meter.Input, Last(layers, Meter.Input)) : (kind, ofKind);
            if (ofWhole < 0 || !(layers[ofPart].Prices.Of(part) > layers[ofWhole].Prices.Of(whole)))
            {
                continue;
            }

            // The later list has changed one of the two without the other.
            var later = layers[Math.Max(ofPart, ofWhole)];
            var place = later.Path.Property(ofPart >= ofWhole ? Meters.NameOf(part) : later.Prices.IsUniform && whole == Meter.Input ? "price" : Meters.NameOf(whole));
            if (reported.Add(place))
            {
                Report(part, layers[ofPart].Prices.Of(part), whole, layers[ofWhole].Prices.Of(whole), place, problems);
            }
        }
    }

    private static int Last(List<Layer> layers, Meter meter)
    {
        var last = layers.Count - 1;
        while (last >= 0 && layers[last].Prices.Of(meter) is null)
        {
            last--;
        }

        return last;
    }

    private static void Report(Meter part, Rational? price, Meter whole, Rational? priceOfWhole, CardPath place, ProblemList problems) =>
        problems.Add(Rules.PartAboveWhole, place, Meters.NameOf(part), $"{price}", Meters.NameOf(whole), $"{priceOfWhole}");

    private sealed record Layer(TokenPrices Prices, CardPath Path);
}
