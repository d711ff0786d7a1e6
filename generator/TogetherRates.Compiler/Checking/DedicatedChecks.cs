using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>The prices of dedicated endpoints can be billed exactly, by the second.</summary>
internal static class DedicatedChecks
{
    /// <summary>Checks the section.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Card card, ProblemList problems)
    {
        if (card.Dedicated is not { } dedicated)
        {
            return;
        }

        var per = new Per(dedicated.PerSeconds, "second");
        foreach (var gpu in dedicated.Gpus)
        {
            var path = CardPath.Root.Property("dedicated").Property("gpus").Property(gpu.Id).Property(gpu.IsPerGpu ? "pricePerGpu" : "price");
            MoneyChecks.CheckPrice(gpu.Price, per, gpu.Id, "leave it out: a card has no free GPUs", path, problems);

            // Where the price of one GPU is exact, that of several is too; it only has to fit.
            if (gpu.Price.Sign > 0 && gpu.PricedGpus != gpu.Count && Quanta.PerUnit(gpu.Price, per.Quantity).IsInteger)
            {
                MoneyChecks.CheckRate(gpu.ReplicaPrice, () => $"{gpu.ReplicaPrice} ({gpu.Count} x {gpu.Price})", per, path, problems);
            }
        }
    }
}
