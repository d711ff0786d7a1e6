using System.Globalization;
using System.Text.Json;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks.Races;

/// <summary>How soon a fresh process has its first price.</summary>
internal static class FirstPriceRace
{
    private const string Generated = "TryPrice";
    private const string GeneratedAhead = "TryPrice, library compiled ahead";
    private const string Frozen = "fill a FrozenDictionary";
    private const string Json = "read JSON into a Dictionary";
    private const string Nothing = "load the library and make a usage, price nothing (the bound)";
    private const string OneModel = "TryPrice of a card of one model, a switch";

    private const string Asked = "gpt-4o";

    /// <summary>The race.</summary>
    public static Race Create()
    {
        var ids = PublicIds.Known;
        var card = PricedIds.TextOf(ids, ignoreCase: false, hasContexts: false);
        var library = typeof(Money).Assembly.Location;
        var program = ProgramOf($"Generated.Prices.TryPrice(\"{Asked}\", new TogetherRates.TokenUsage(1_000, 100), out var cost); return cost.ToDecimal();", string.Empty);
        string[] sources = [GeneratedCard.CodeOf(card), program];
        string[] sourcesOfOne = [GeneratedCard.CodeOf(PricedIds.TextOf([Asked], ignoreCase: false, hasContexts: false)), program];
        var frozen = new TimedProgram(library, ProgramOf(
            $"""
            var prices = new System.Collections.Generic.Dictionary<string, (decimal Input, decimal Output)>(Entries.Ids.Length);
            for (var i = 0; i < Entries.Ids.Length; i++) prices.Add(Entries.Ids[i], (Entries.Input[i] / 100m, Entries.Output[i] / 100m));
            var frozen = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(prices);
            var price = frozen["{Asked}"];
            return (price.Input * 1_000 + price.Output * 100) / 1_000_000m;
            """,
            $$"""
            public static class Entries
            {
                public static readonly string[] Ids = { {{Join(ids, (id, _) => JsonSerializer.Serialize(id))}} };
                // In hundredths: a list of decimals would be code, and a large one.
                public static readonly int[] Input = { {{Join(ids, (_, i) => ((int)(PricedIds.PriceOf(i).Input * 100)).ToString(CultureInfo.InvariantCulture))}} };
                public static readonly int[] Output = { {{Join(ids, (_, i) => ((int)(PricedIds.PriceOf(i).Output * 100)).ToString(CultureInfo.InvariantCulture))}} };
            }
            """));
        var json = new TimedProgram(library, ProgramOf(
            $"""
            var prices = System.Text.Json.JsonSerializer.Deserialize<System.Collections.Generic.Dictionary<string, Entry>>(System.IO.File.ReadAllBytes("prices.json"));
            var price = prices["{Asked}"];
            return (price.Input * 1_000 + price.Output * 100) / 1_000_000m;
            """,
            "public sealed record Entry(decimal Input, decimal Output);"));
        var nothing = new TimedProgram(library, ProgramOf("return new TogetherRates.TokenUsage(1_000, 100).Input;", string.Empty));
        File.WriteAllText(
            Path.Combine(json.Folder, "prices.json"),
            JsonSerializer.Serialize(ids.Select((id, i) => (id, Price: PricedIds.PriceOf(i))).ToDictionary(entry => entry.id, entry => new { entry.Price.Input, entry.Price.Output })));
        var contenders = new List<Contender>
        {
            Contender.InAnotherProcess(Generated, new TimedProgram(library, sources).Run),
            Contender.InAnotherProcess(Frozen, frozen.Run),
            Contender.InAnotherProcess(Json, json.Run),
            Contender.InAnotherProcess(Nothing, nothing.Run),
            Contender.InAnotherProcess(OneModel, new TimedProgram(BuildPaths.Ahead is { } folder ? Path.Combine(folder, Path.GetFileName(library)) : library, sourcesOfOne).Run),
        };
        var bars = new List<Bar> { new(Generated, Frozen, 15), new(Generated, Json, 40) };
        var limits = new List<Limit> { new(Generated, 1.5e6) };
        if (BuildPaths.Ahead is { } ahead)
        {
            contenders.Add(Contender.InAnotherProcess(GeneratedAhead, new TimedProgram(Path.Combine(ahead, Path.GetFileName(library)), sources).Run));
            bars.AddRange([new(GeneratedAhead, Frozen, 15), new(GeneratedAhead, Json, 40)]);
            limits.Add(new(GeneratedAhead, 1.5e6));
        }

        return new()
        {
            Name = "The first price in a fresh process",
            Work = $"From the start of the program's own code to the price of one request, of a list of {ids.Count:N0} models; each program is compiled against the reference assemblies, as a build does, and started anew for each round.",
            Operation = "start",
            Operations = 1,
            Contenders = contenders,
            Bound = Nothing,
            Bars = bars,
            Limits = limits,
            IsShort = false,
        };
    }

    private static string Join(IReadOnlyList<string> ids, Func<string, int, string> text) => string.Join(", ", ids.Select(text));

    private static string ProgramOf(string price, string more) =>
        $$"""
        public static class Program
        {
            public static void Main()
            {
                // The clock is made ready first, which is no part of any price.
                _ = System.Diagnostics.Stopwatch.GetElapsedTime(System.Diagnostics.Stopwatch.GetTimestamp());
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                var cost = Price();
                var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(start);
                if (cost <= 0m) throw new System.InvalidOperationException();
                System.Console.Write(elapsed.Ticks * 100L);
            }

            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private static decimal Price()
            {
                {{price}}
            }
        }

        {{more}}
        """;
}
