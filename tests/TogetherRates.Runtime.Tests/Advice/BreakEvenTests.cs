using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Cards;
using Brief = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests.Advice;

public sealed class BreakEvenTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TokenUsage Request = new(input: 3, output: 1);

    [Fact]
    public void An_H200_for_a_month_pays_from_2_874_240_000_tokens_of_DeepSeek_V3_on()
    {
        // "Consider Dedicated Endpoints: For high-volume, predictable workloads": $3,592.80 a month against $1.25 a million tokens.
        var point = BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", Month)!;

        Assert.Equal("3592.8", point.Dedicated.Cost.ToString());
        Assert.Equal("2874240000", point.Tokens.ToString());
        Assert.Equal("718560000", point.Requests.ToString());
        Assert.Equal((Request, Month), (point.Request, point.Period));

        // 2,874,240,000 tokens in 2,592,000 seconds are 1,108.88... tokens a second.
        Assert.Equal("499/900", point.UtilizationAt(2_000).ToString());
        Assert.Equal(0.554m, point.UtilizationAt(2_000).Round(3));
        Assert.Equal(1.109m, point.UtilizationAt(1_000).Round(3));
    }

    [Fact]
    public void Each_replica_and_a_batch_move_the_point()
    {
        var one = BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", Month)!;

        Assert.Equal("5748480000", BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", Month, replicas: 2)!.Tokens.ToString());
        Assert.Equal("5748480000", BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", Month, level: ServiceLevel.Batch)!.Tokens.ToString());
        Assert.Equal("2874240000", one.Tokens.Ceiling().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_mix_of_input_cached_input_and_output_counts()
    {
        // (700 x 3 + 200 x 0.30 + 100 x 15) / 1,000 = 3.66 per million tokens of Kimi K3, against 6.60 x 720 an H200.
        var point = BreakEven.Of(Together.Card, "kimi-k3", new TokenUsage(input: 900, output: 100, cachedInput: 200), "H200", Month)!;

        Assert.Equal(4752m / 3.66m * 1_000_000m, point.Tokens.Round(10), precision: 6);
        Assert.Equal("3.66", point.TokenPrice(1_000_000).ToString());
        Assert.Equal("0", point.TokenPrice(0).ToString());
        Assert.Equal("1298360656", point.Tokens.Ceiling().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_free_model_is_never_dearer_than_a_GPU() =>
        Assert.Null(BreakEven.Of(Together.Card, "Prism-ML/Ternary-Bonsai-27B", Request, "H200", Month));

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<PriceNotFoundException>(() => BreakEven.Of(Brief.Card, "unknown", Request, "H200", Month));
        Assert.Throws<PriceNotFoundException>(() => BreakEven.Of(Brief.Card, "deepseek-v3", Request, "unknown", Month));
        Assert.Equal("period", Assert.Throws<ArgumentOutOfRangeException>(() => BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", TimeSpan.Zero)).ParamName);
        Assert.Equal("replicas", Assert.Throws<ArgumentOutOfRangeException>(() => BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", Month, 0)).ParamName);
        Assert.Equal("request", Assert.Throws<ArgumentOutOfRangeException>(() => BreakEven.Of(Brief.Card, "deepseek-v3", default, "H200", Month)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", Month)!.UtilizationAt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BreakEven.Of(Brief.Card, "deepseek-v3", Request, "H200", Month)!.TokenPrice(-1));
    }

    [Fact]
    public void Below_the_point_tokens_are_cheaper_and_from_it_on_the_GPU_is() => Prop.ForAll(
        (from input in Gen.Choose(0, 100_000)
         from output in Gen.Choose(1, 100_000)
         from hours in Gen.Choose(1, 10_000)
         from replicas in Gen.Choose(1, 8)
         from gpu in Gen.Elements(Together.Card.GpuIds.ToArray())
         from id in Gen.Elements("kimi-k3", "glm-5.3", "openai/gpt-oss-120b", "llama-3.3-70b")
         select (Id: id, Usage: new TokenUsage(input, output), Gpu: gpu, Hours: hours, Replicas: replicas)).ToArbitrary(),
        work =>
        {
            var point = BreakEven.Of(Together.Card, work.Id, work.Usage, work.Gpu, TimeSpan.FromHours(work.Hours), work.Replicas)!;
            var requests = (long)point.Requests.Ceiling();

            Assert.True(point.Serverless.Cost * requests >= point.Dedicated.Cost);
            Assert.True(point.Serverless.Cost * (requests - 1) < point.Dedicated.Cost);
        }).QuickCheckThrowOnFailure();
}
