using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the prices of endpoints on GPUs of one's own.</summary>
internal static class DedicatedReader
{
    /// <summary>Reads the section.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The section as far as it can be read; null when the card doesn't have it.</returns>
    public static Dedicated? Read(ObjectReader card)
    {
        if (card.Object("dedicated", card.Find("dedicated")) is not { } node)
        {
            return null;
        }

        var section = new ObjectReader(node, Shape.Dedicated, card.Problems);
        var per = ReadUnit(section, "per", "the time that a price is for: \"hour\", \"minute\" or \"second\"");
        var billed = ReadUnit(section, "billed", "the time that is billed once it has started: \"hour\", \"minute\" or \"second\"");
        var gpus = new List<Gpu>();
        if (section.Object("gpus", section.Require("gpus", "the GPUs by id, each with its price")) is { } gpuNodes)
        {
            foreach (var property in gpuNodes.Properties)
            {
                if (ObjectReader.CheckLabel(card.Problems, "the id of a GPU", property.Name, property.NameSpan))
                {
                    gpus.Add(section.Object(property.Name, property) is { } gpu
                        ? ReadGpu(property.Name, gpu, card.Problems)
                        : new Gpu(property.Name, null, null, default, 1, default, IsPerGpu: false));
                }
            }
        }

        return new Dedicated(per, billed, new([.. gpus]));
    }

    private static string ReadUnit(ObjectReader section, string name, string why)
    {
        string[] units = [.. TimeUnit.All];
        var index = section.Word(name, section.Require(name, why), units);
        return units[Math.Max(index, 0)];
    }

    private static Gpu ReadGpu(string id, JsonObject node, ProblemList problems)
    {
        const int MostGpus = 1_024;
        var gpu = new ObjectReader(node, Shape.Gpu, problems, $"GPU '{id}'");
        var isPerGpu = gpu.Has("pricePerGpu");
        if (isPerGpu && gpu.Has("price"))
        {
            gpu.Contradiction("price", "pricePerGpu", "'price' is that of all GPUs of a replica together; keep the one that the provider publishes");
        }
        else if (!isPerGpu)
        {
            _ = gpu.Require("price", "what a replica costs, all its GPUs together");
        }

        return new Gpu(
            id,
            gpu.Label("name", gpu.Find("name")),
            gpu.Label("member", gpu.Find("member")),
            ModelReader.ReadAliases(gpu),
            gpu.Integer("count", gpu.Find("count"), 1, MostGpus) ?? 1,
            gpu.Number(isPerGpu ? "pricePerGpu" : "price") ?? default,
            isPerGpu);
    }
}
