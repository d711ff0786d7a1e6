using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests;

public sealed class AllocationTests
{
    private static readonly TokenRates Rates = new(1, 2, 3, 4, 5, 6);

    [Fact]
    public void Rates_do_not_allocate() => AssertNoAllocation(() => _ = new Rate(7) * 9);

    [Fact]
    public void Plain_pricing_does_not_allocate() => AssertNoAllocation(() => Rates.TryPrice(1_000, 10, out _));

    [Fact]
    public void Pricing_with_parts_does_not_allocate() =>
        AssertNoAllocation(() => Rates.TryPrice(new TokenUsage(1_000, 10, 100, 200, 50, 5), out _));

    [Fact]
    public void A_missing_price_does_not_allocate() =>
        AssertNoAllocation(() => default(TokenRates).TryPrice(new TokenUsage(1_000), out _));

    [Fact]
    public void Arithmetic_and_rounding_do_not_allocate() =>
        AssertNoAllocation(() =>
        {
            var money = Money.FromDecimal(1.25m) + (Money.FromQuanta(12) * 3);
            _ = (money - Money.Zero).Round(2, MidpointRounding.ToEven).ToMinorUnits(2, MidpointRounding.ToZero);
            _ = money.ToDecimal();
            _ = money.CompareTo(money) + money.GetHashCode();
        });

    [Theory]
    [InlineData("0.015", "")]
    [InlineData("-1/28", "")]
    [InlineData("1234.565", "F2")]
    public void Writing_and_reading_text_do_not_allocate(string text, string format)
    {
        var money = Money.Parse(text, null);
        var characters = new char[64];
        var bytes = new byte[64];
        AssertNoAllocation(() =>
        {
            _ = money.TryFormat(characters, out _, format, null);
            _ = money.TryFormat(bytes, out _, format, null);
            _ = Money.TryParse(text.AsSpan(), null, out _);
        });
    }

    [Fact]
    public void Sizes_are_read_without_allocating() =>
        AssertNoAllocation(() =>
        {
            _ = ModelSize.TryParse("4.05B".AsSpan(), out _);
            _ = ModelSize.TryParseFromName("meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8", out _, out _);
            _ = ModelSize.TryParseFromName("Qwen3-235B-A22B", out _, out _);
        });

    [Fact]
    public void Cards_price_through_the_interface_without_allocating()
    {
        AssertNoAllocationOn(new SmallCard());

        static void AssertNoAllocationOn(IRateCard card)
        {
            var usage = new TokenUsage(1_000, 10);
            AssertNoAllocation(() =>
            {
                _ = card.Price("deepseek-ai/DeepSeek-V3", usage);
                _ = card.TryPrice("deepseek-ai/DeepSeek-V3"u8, usage, out _);
                _ = card.TryPrice("unknown", usage, out _);
            });
        }
    }

    [Fact]
    public void Dedicated_endpoints_are_priced_without_allocating() =>
        AssertNoAllocation(() =>
        {
            _ = Together.Dedicated.Price(Together.Gpu.H100Sxm80GB, TimeSpan.FromHours(3), replicas: 2);
            _ = Together.Dedicated.Price("1x_nvidia_h100_80gb_sxm", TimeSpan.FromSeconds(1));
        });

    [Fact]
    public void Fine_tuning_is_priced_without_allocating()
    {
        var size = ModelSize.Billions(8);
        AssertNoAllocation(() =>
        {
            var job = FineTuningJob.Cancelled(8_192, 8, 1_000, 1_000_000, 10);
            _ = Together.FineTuning.Price(FineTuningType.Sft, FineTuningMethod.LoRA, size, job);
            _ = Together.FineTuning.TryPrice(FineTuningType.Dpo, FineTuningMethod.Full, "deepseek-ai/DeepSeek-R1", job, out _);
        });
    }

    private static void AssertNoAllocation(Action action)
    {
        // The first calls may allocate while they are compiled and their types are set up.
        for (var call = 0; call < 100; call++)
        {
            action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 100; call++)
        {
            action();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
