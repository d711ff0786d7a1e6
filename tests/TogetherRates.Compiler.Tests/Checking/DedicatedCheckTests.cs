namespace TogetherRates.Compiler.Tests.Checking;

public class DedicatedCheckTests
{
    [Theory]
    [InlineData(""" "count": 8, "price": 26.88 """)]
    [InlineData(""" "count": 8, "pricePerGpu": 3.36 """)]
    [InlineData(""" "count": 1, "price": "3.36", "name": "NVIDIA H100", "member": "H100", "aliases": [ "1x_h100" ] """)]
    public void A_configuration_has_a_count_and_a_price(string gpu) => Assert.Empty(CardReport.Of(WithGpu(gpu)));

    [Theory]
    [InlineData(""" "price": -3.36 """, "RATE3001 -3.36")]
    [InlineData(""" "price": 0 """, "RATE3002 0")]
    [InlineData(""" "price": 1e-15 """, "RATE3003 1e-15")]
    [InlineData(""" "price": 175690 """, "RATE3004 175690")]
    [InlineData(""" "count": 1024, "pricePerGpu": 175 """, "RATE3004 175")]
    [InlineData(""" "count": 8, "pricePerGpu": 1e-13 """, "RATE3003 1e-13")]
    [InlineData(""" "count": 0, "price": 1 """, "RATE1006 0")]
    [InlineData(""" "count": 1.5, "price": 1 """, "RATE1006 1.5")]
    [InlineData(""" "price": 26.88, "pricePerGpu": 3.36 """, "RATE1011 3.36")]
    [InlineData(""" "pricePerHour": 3.36, "price": 1 """, "RATE1002 \"pricePerHour\"")]
    [InlineData(""" "count": 8 """, "RATE1003 {")]
    [InlineData(""" "price": 1, "member": "class" """, "RATE4007 \"h100\"")]
    [InlineData(""" "price": 1, "aliases": [ "h100" ] """, "RATE4003 \"h100\"")]
    public void A_mistake_in_a_configuration_is_found(string gpu, string problem) => Assert.Equal([problem], CardReport.TargetsOf(WithGpu(gpu)));

    [Fact]
    public void A_price_that_only_fits_for_one_gpu_is_shown_with_the_multiplication() => Assert.Contains(
        "179200 (1024 x 175) per 3600 seconds is more than a rate can hold",
        Assert.Single(CardReport.Of(WithGpu(""" "count": 1024, "pricePerGpu": 175 """))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "billed": "minute", "gpus": {} }""", "RATE1003 {")]
    [InlineData("""{ "per": "hour", "gpus": {} }""", "RATE1003 {")]
    [InlineData("""{ "per": "hour", "billed": "minute" }""", "RATE1003 {")]
    [InlineData("""{ "per": "hours", "billed": "minute", "gpus": {} }""", "RATE1010 \"hours\"")]
    [InlineData("""{ "per": "hour", "billed": "day", "gpus": {} }""", "RATE1010 \"day\"")]
    [InlineData("""{ "per": "hour", "billed": "minute", "gpus": [] }""", "RATE1004 []")]
    [InlineData("""[]""", "RATE1004 []")]
    public void A_mistake_in_the_section_is_found(string section, string problem) =>
        Assert.Equal([problem], CardReport.TargetsOf(SampleCards.WithSections($"\"dedicated\": {section}")));

    [Theory]
    [InlineData(""" "h100": { "price": 1 }, "H100": { "price": 2, "member": "Big" } """, "RATE4001 \"H100\"")]
    [InlineData(""" "h-100": { "price": 1 }, "h 100": { "price": 2 } """, "RATE4002 \"h 100\"")]
    [InlineData(""" "h100": { "price": 1, "aliases": [ "a" ] }, "h200": { "price": 2, "aliases": [ "a" ] } """, "RATE4003 \"a\"")]
    public void Two_configurations_that_could_be_confused_are_found(string gpus, string problem) =>
        Assert.Equal([problem], CardReport.TargetsOf(WithGpus(gpus)));

    [Fact]
    public void A_gpu_may_be_called_as_a_model_is() => Assert.Empty(CardReport.Of(SampleCards.WithSections(
        """
        "serverless": { "models": { "h100": { "price": 1 } } },
          "dedicated": { "per": "hour", "billed": "minute", "gpus": { "h100": { "price": 1 } } },
          "fineTuning": { "models": { "h100": { "sft": { "lora": 1 } } } }
        """)));

    private static string WithGpu(string gpu) => WithGpus($$""" "h100": { {{gpu}} } """);

    private static string WithGpus(string gpus) =>
        SampleCards.WithSections($$""" "dedicated": { "per": "hour", "billed": "minute", "gpus": { {{gpus}} } } """.Trim());
}
