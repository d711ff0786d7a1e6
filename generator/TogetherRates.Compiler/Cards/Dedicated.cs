using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Cards;

/// <summary>Endpoints on GPUs of one's own, paid for by time.</summary>
/// <param name="Per">The unit of time that prices are published for.</param>
/// <param name="Billed">The unit of time that is billed once it has started.</param>
/// <param name="Gpus">What an endpoint can run on, in the card's order.</param>
public sealed record Dedicated(string Per, string Billed, EquatableArray<Gpu> Gpus)
{
    /// <summary>The seconds that a published price is for.</summary>
    public int PerSeconds => TimeUnit.SecondsIn(Per) ?? throw new InvalidOperationException("Not a unit of time: " + Per);

    /// <summary>The seconds in the unit that is billed.</summary>
    public int BilledSeconds => TimeUnit.SecondsIn(Billed) ?? throw new InvalidOperationException("Not a unit of time: " + Billed);

    /// <summary>Finds a GPU by its id or an alias.</summary>
    /// <param name="id">The id.</param>
    /// <param name="ignoresCase">Whether the card says that the case of letters doesn't count.</param>
    /// <returns>The GPU, or null.</returns>
    public Gpu? Find(string id, bool ignoresCase) =>
        Gpus.FirstOrDefault(gpu => CardIds.IsIdOf(id, gpu.Id, gpu.Aliases, ignoresCase));
}

/// <summary>One configuration of GPUs that an endpoint's replica can run on.</summary>
/// <param name="Id">The id that the card gives it.</param>
/// <param name="Name">The name for people, or null where the id serves.</param>
/// <param name="MemberName">The name of the C# member, or null to make one from the id.</param>
/// <param name="Aliases">Other ids for the same configuration.</param>
/// <param name="Count">How many GPUs a replica has.</param>
/// <param name="Price">The price as published.</param>
/// <param name="IsPerGpu">Whether the price is that of one GPU, or of all <paramref name="Count"/> together.</param>
public sealed record Gpu(
    string Id, string? Name, string? MemberName, EquatableArray<string> Aliases, int Count, Rational Price, bool IsPerGpu)
{
    /// <summary>What a replica costs, all its GPUs together.</summary>
    public Rational ReplicaPrice => IsPerGpu ? Price * Count : Price;

    /// <summary>How many GPUs the published price is for.</summary>
    public int PricedGpus => IsPerGpu ? 1 : Count;
}
