using System.Text.Json;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks.Races;

/// <summary>The same requests as packages for Node price them.</summary>
internal static class NpmRaces
{
    private const int Count = 8_192;

    // So few that they stay in the fastest cache.
    private const int Kept = 1_024;

    private const string Generated = "TryPrice";
    private const string Genai = "@pydantic/genai-prices";
    private const string TokenLens = "tokenlens";

    /// <summary>Requests of popular models.</summary>
    public static Race Requests()
    {
        var packages = NodePackages.Find();
        var requests = JsonSerializer.Deserialize<List<Request>>(File.ReadAllText(packages.Requests), JsonSerializerOptions.Web)!;
        var random = new Random(9);
        var asked = Enumerable.Range(0, Count).Select(_ => requests[random.Next(requests.Count)]).ToList();
        string[] ids = [.. asked.Select(request => new string(request.Id.AsSpan()))];
        TokenUsage[] usages = [.. asked.Select(request => new TokenUsage(request.Input, request.Output))];
        var costs = new Money[Kept];
        var price = new Lazy<IdLoops.Price>(() => new PricedIds(PublicIds.Known, hasContexts: true).Card.Method<IdLoops.Price>("Price", "Loops"));
        return new()
        {
            Name = "Requests, npm packages",
            Work = $"""
                {requests.Count} requests of popular models again and again, in no order. `TryPrice` has them from a card of {PublicIds.Known.Count:N0} models. The packages run in
                Node, called as their own pages show, and time themselves between our turns. They do more with a call: they match models by patterns, or try
                spellings of an id, and {Genai} chooses prices by date. They answer in floats.
                """.ReplaceLineEndings("\n"),
            Operation = "request",
            Operations = Count,
            Contenders =
            [
                new(Generated, () => price.Value(ids, usages, costs).ToDecimal()),
                Contender.InAnotherProcess(Genai, () => packages.Time("genai-prices")),
                Contender.InAnotherProcess(TokenLens, () => packages.Time("tokenlens")),
            ],
            Bars = [new(Generated, Genai, 1_000), new(Generated, TokenLens, 700)],
            IsShort = false,
            Missing = packages.Missing,
        };
    }

    /// <summary>A request: the id that our card knows the model by, and its tokens.</summary>
    private sealed record Request(string Id, int Input, int Output);
}
