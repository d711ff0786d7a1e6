using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the prices of dedicated endpoints.</summary>
internal static class DedicatedEmitter
{
    /// <summary>Writes the enumeration of GPUs and the class that prices them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        if (source.Card.Dedicated is not { Gpus.Count: > 0 } dedicated)
        {
            return;
        }

        EmitGpus(writer, source, dedicated);
        writer.Summary($"Endpoints on GPUs of one's own, paid for by the {dedicated.Billed}, which is billed once it has started.");
        writer.Open("public static class Dedicated");
        EmitLookup(writer, source, dedicated);
        EmitPricing(writer);
        EmitRates(writer, source, dedicated);
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes what the card says as an <c>IRateCard</c>.</summary>
    /// <param name="writer">Where to, inside the nested class.</param>
    /// <param name="source">The card.</param>
    public static void EmitCard(SourceWriter writer, CardSource source)
    {
        if (source.Card.Dedicated is not { Gpus.Count: > 0 } dedicated)
        {
            return;
        }

        writer.Line();
        CardClassEmitter.EmitStrings(writer, "Gpus", dedicated.Gpus.Select(gpu => gpu.Id).OrderBy(id => id, StringComparer.Ordinal));
        writer.Lines(
            $$"""
            public {{Global.StringList}} GpuIds => Gpus;

            public bool TryExplain({{Global.Chars}} gpuId, {{Global.TimeSpan}} duration, int replicas, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote)
            {
                quote = Dedicated.TryFind(gpuId, out var gpu) ? Dedicated.Explain(gpu, duration, replicas) : null;
                return quote is not null;
            }
            """);
    }

    /// <summary>Writes the members of a card that has mistakes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="dedicated">The section as far as it could be read, or null.</param>
    /// <param name="noPrice">What stands in for a price.</param>
    public static void EmitSkeleton(SourceWriter writer, Dedicated? dedicated, string noPrice)
    {
        if (dedicated is null)
        {
            return;
        }

        writer.Line();
        writer.Open("public enum Gpu");
        foreach (var name in dedicated.Gpus.Select(MemberName.Of).Where(MemberName.IsUsableAmongModels).Distinct(StringComparer.Ordinal))
        {
            writer.Line(name + ",");
        }

        writer.Close();
        writer.Lines(
            $$"""

            public static class Dedicated
            {
                public static bool TryFind({{Global.Chars}} gpuId, out Gpu gpu) => {{noPrice}};
                public static string IdOf(Gpu gpu) => {{noPrice}};
                public static {{Global.Money}} Price(Gpu gpu, {{Global.TimeSpan}} duration, int replicas = 1) => {{noPrice}};
                public static {{Global.Money}} Price({{Global.Chars}} gpuId, {{Global.TimeSpan}} duration, int replicas = 1) => {{noPrice}};
                public static {{Global.Quote}} Explain(Gpu gpu, {{Global.TimeSpan}} duration, int replicas = 1) => {{noPrice}};
                public static {{Global.Quote}} Explain({{Global.Chars}} gpuId, {{Global.TimeSpan}} duration, int replicas = 1) => {{noPrice}};
            }
            """);
    }

    private static void EmitGpus(SourceWriter writer, CardSource source, Dedicated dedicated)
    {
        writer.Summary("What dedicated endpoints run on. The default value is none of them.");
        writer.Open("public enum Gpu");
        for (var i = 0; i < dedicated.Gpus.Count; i++)
        {
            var gpu = dedicated.Gpus[i];
            var name = gpu.Name is { } given ? Literal.Xml(given) + ", " : string.Empty;
            writer.Summary($"{name}<c>{Literal.Xml(gpu.Id)}</c>: {Literal.Xml(PriceOf(gpu, dedicated, source.Prices))}.");
            writer.Line(MemberName.Of(gpu) + (i == 0 ? " = 1," : ","));
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitLookup(SourceWriter writer, CardSource source, Dedicated dedicated)
    {
        writer.Summary($"Finds a GPU by its id or an alias, {source.CaseRule}.");
        writer.Open($"public static bool TryFind({Global.Chars} gpuId, out Gpu gpu)");
        var ids = dedicated.Gpus.SelectMany(gpu => gpu.Aliases.Prepend(gpu.Id).Select(id => new IdArm(id, "Gpu." + MemberName.Of(gpu))));
        IdSwitchEmitter.Emit(writer, "gpu", "gpuId", ids, source.Card.IgnoresCase);
        writer.Line("return gpu != default;");
        writer.Close();
        writer.Line();

        writer.Summary("The id of a GPU as the card writes it.");
        writer.Open("public static string IdOf(Gpu gpu) => gpu switch");
        foreach (var gpu in dedicated.Gpus)
        {
            writer.Line($"Gpu.{MemberName.Of(gpu)} => {Literal.String(gpu.Id)},");
        }

        EndSwitch(writer);
        writer.Line();
    }

    private static void EmitPricing(SourceWriter writer) => writer.Lines(
        $$"""
        /// <summary>Prices the time that replicas run, each for the whole duration.</summary>
        /// <exception cref="global::System.ArgumentOutOfRangeException">The duration or the number of replicas is negative, or both together are out of range.</exception>
        public static {{Global.Money}} Price(Gpu gpu, {{Global.TimeSpan}} duration, int replicas = 1) => RateOf(gpu).Price(duration, replicas);

        /// <summary>Prices the time that replicas run, by the id of a GPU.</summary>
        /// <exception cref="{{Global.PriceNotFound}}">The card has no such GPU; the message names the nearest ids.</exception>
        public static {{Global.Money}} Price({{Global.Chars}} gpuId, {{Global.TimeSpan}} duration, int replicas = 1) =>
            TryFind(gpuId, out var gpu) ? Price(gpu, duration, replicas) : throw {{Global.PriceNotFound}}.ForGpu(gpuId, Card);

        /// <summary>Prices the time that replicas run, line by line.</summary>
        /// <exception cref="global::System.ArgumentOutOfRangeException">The duration or the number of replicas is negative, or both together are out of range.</exception>
        public static {{Global.Quote}} Explain(Gpu gpu, {{Global.TimeSpan}} duration, int replicas = 1) =>
            QuoteOf(IdOf(gpu), RateOf(gpu).Explain(duration, replicas));

        /// <summary>Prices the time that replicas run, line by line, by the id of a GPU.</summary>
        /// <exception cref="{{Global.PriceNotFound}}">The card has no such GPU; the message names the nearest ids.</exception>
        public static {{Global.Quote}} Explain({{Global.Chars}} gpuId, {{Global.TimeSpan}} duration, int replicas = 1) =>
            TryFind(gpuId, out var gpu) ? Explain(gpu, duration, replicas) : throw {{Global.PriceNotFound}}.ForGpu(gpuId, Card);

        """);

    private static void EmitRates(SourceWriter writer, CardSource source, Dedicated dedicated)
    {
        writer.Line("// Quanta per second of one replica, and the GPU-seconds that the published price is for.");
        writer.Open($"private static {Global.GpuRate} RateOf(Gpu gpu) => gpu switch");
        foreach (var gpu in dedicated.Gpus)
        {
            var rate = Literal.Integer(Quanta.Rate(gpu.ReplicaPrice, dedicated.PerSeconds));
            var per = Literal.Integer((long)dedicated.PerSeconds * gpu.PricedGpus);
            writer.Line(
                $"Gpu.{MemberName.Of(gpu)} => new({rate}, per: {per}, gpus: {gpu.Count}, billedSeconds: {Literal.Integer(dedicated.BilledSeconds)}),"
                + " // " + PriceOf(gpu, dedicated, source.Prices));
        }

        EndSwitch(writer);
    }

    private static void EndSwitch(SourceWriter writer)
    {
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(gpu), gpu, \"This is not a GPU of the card.\"),");
        writer.Close(";");
    }

    private static string PriceOf(Gpu gpu, Dedicated dedicated, PriceText prices)
    {
        var price = prices.Amount(gpu.Price) + " per " + dedicated.Per;
        return gpu.Count == 1 ? price : price + (gpu.IsPerGpu ? $" for each of {gpu.Count} GPUs" : $" for {gpu.Count} GPUs");
    }
}
