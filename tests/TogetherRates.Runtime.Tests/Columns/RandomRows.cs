using FsCheck;
using FsCheck.Fluent;
using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests.Columns;

/// <summary>Rows that the Together card prices.</summary>
internal sealed record RandomRows(ushort[] Models, uint[] Input, uint[] Output)
{
    private static readonly ushort[] ModelIndices =
    [
        .. new[]
        {
            Together.ModelId.Qwen272BInstruct, Together.ModelId.DeepSeekV3, Together.ModelId.Llama370bReference, Together.ModelId.Llama370bLite,
            Together.ModelId.Llama370bTurbo, Together.ModelId.BgeLargeEnV1_5,
        }.Select(model => (ushort)model),
    ];

    /// <summary>Columns of any length around that of a few vectors, and of one and some blocks.</summary>
    public static Arbitrary<RandomRows> Priced =>
        (from length in Gen.OneOf(Gen.Choose(0, 100), Gen.Choose(1_020, 1_100), Gen.Choose(4_090, 4_200), Gen.Choose(32_700, 32_850))
         from seed in Gen.Choose(0, int.MaxValue)
         select Of(length, seed)).ToArbitrary();

    /// <summary>Rows by chance. A third of the tokens are a few, a third anything, and the rest as many as can be.</summary>
    public static RandomRows Of(int length, int seed)
    {
        var random = new Random(seed);
        var rows = new RandomRows(new ushort[length], new uint[length], new uint[length]);
        for (var row = 0; row < length; row++)
        {
            rows.Models[row] = ModelIndices[random.Next(ModelIndices.Length)];
            rows.Input[row] = Tokens();
            rows.Output[row] = rows.Models[row] == (ushort)Together.ModelId.BgeLargeEnV1_5 ? 0 : Tokens();
        }

        return rows;

        uint Tokens() => random.Next(3) switch
        {
            0 => (uint)random.Next(10),
            1 => (uint)random.NextInt64(uint.MaxValue),
            _ => uint.MaxValue - (uint)random.Next(2),
        };
    }

    /// <summary>What each row costs by itself.</summary>
    public IEnumerable<Money> Alone() => Models.Select((model, row) =>
        Together.Price((Together.ModelId)model, new TokenUsage(Input[row], Output[row])));
}
