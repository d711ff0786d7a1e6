using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TogetherRates.Runtime.Tests;

/// <summary>A rate card written by hand: few models, each with a row and perhaps a batch row.</summary>
internal sealed class SmallCard(params string[] ids) : IRateCard
{
    private const long PerMillion = Money.QuantaPerUnit / 1_000_000;

    private static readonly TokenRates DeepSeek =
        new(input: PerMillion, output: 2 * PerMillion);

    private static readonly TokenRates Embedding = new(input: PerMillion);

    private static readonly string[] Usual =
    [
        "Qwen/Qwen2-72B-Instruct",
        "black-forest-labs/FLUX.1-schnell",
        "deepseek-ai/DeepSeek-R1",
        "deepseek-ai/DeepSeek-V3",
        "meta-llama/Llama-3-70b-chat-hf",
        "meta-llama/Llama-3-8b-chat-hf",
        "mistralai/Mixtral-8x7B-Instruct-v0.1",
        "togethercomputer/m2-bert-80M-8k-retrieval",
    ];

    private readonly string[] modelIds = ids.Length > 0 ? ids : Usual;

    public string Provider => "Together AI";

    public string Currency { get; init; } = "USD";

    public DateTimeOffset EffectiveFrom => new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? EffectiveUntil => null;

    public IReadOnlyList<string> ModelIds => modelIds;

    public IReadOnlyList<string> SizeTables => [];

    public bool TryPrice(ReadOnlySpan<char> modelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard)
    {
        cost = default;
        return TryFind(modelId, level, out var rates) && rates.TryPrice(usage, out cost);
    }

    public bool TryPrice(ReadOnlySpan<byte> utf8ModelId, in TokenUsage usage, out Money cost, ServiceLevel level = ServiceLevel.Standard)
    {
        Span<char> id = stackalloc char[utf8ModelId.Length];
        return TryPrice(id[..Encoding.UTF8.GetChars(utf8ModelId, id)], usage, out cost, level);
    }

    public bool TryExplain(
        ReadOnlySpan<char> modelId,
        in TokenUsage usage,
        [NotNullWhen(true)] out Quote? quote,
        ServiceLevel level = ServiceLevel.Standard)
    {
        quote = null;
        if (!TryFind(modelId, level, out var rates) || !rates.TryPrice(usage, out _))
        {
            return false;
        }

        quote = new Quote
        {
            Card = Provider,
            Currency = Currency,
            Edition = DateOnly.FromDateTime(EffectiveFrom.UtcDateTime),
            Subject = modelId.ToString(),
            Lines = rates.Explain(usage, 1_000_000),
        };
        return true;
    }

    public bool TryExplain(ReadOnlySpan<char> sizeTable, ModelSize size, in TokenUsage usage, [NotNullWhen(true)] out Quote? quote)
    {
        quote = null;
        return false;
    }

    private bool TryFind(ReadOnlySpan<char> modelId, ServiceLevel level, out TokenRates rates)
    {
        foreach (var id in modelIds)
        {
            if (modelId.SequenceEqual(id) && id is not "black-forest-labs/FLUX.1-schnell")
            {
                var isEmbedding = id.Contains("bert", StringComparison.Ordinal);
                rates = isEmbedding ? Embedding : DeepSeek;
                return level == ServiceLevel.Standard || (level == ServiceLevel.Batch && !isEmbedding);
            }
        }

        rates = default;
        return false;
    }
}
