namespace TogetherRates.Runtime.Tests;

public sealed class MeterNamesTests
{
    [Theory]
    [InlineData(Meter.CacheWrite1h, "cacheWrite1h", "CacheWrite1h", "cache-write-1h", "cache_write_1h_tokens", "token")]
    [InlineData(Meter.OutputVideo, "outputVideo", "OutputVideo", "output-video", "output_video_tokens", "token")]
    [InlineData(Meter.Characters, "characters", "Characters", "characters", "characters", "character")]
    [InlineData(Meter.TrainingTokens, "trainingTokens", "TrainingTokens", "training-tokens", "training_tokens", "token")]
    [InlineData(Meter.VcpuSeconds, "vcpuSeconds", "VcpuSeconds", "vcpu-seconds", "vcpu_seconds", "vCPU-second")]
    public void A_meter_is_spelled_as_each_place_spells_it(Meter meter, string camel, string pascal, string kebab, string snake, string unit)
    {
        Assert.Equal((camel, pascal, kebab, snake, unit), (meter.ToCamelCase(), meter.ToPascalCase(), meter.ToKebabCase(), meter.ToSnakeCase(), meter.ToUnit()));
        Assert.All([camel, pascal, kebab, snake, kebab.Replace('-', '_')], name =>
        {
            Assert.True(MeterNames.TryParse(name, out var read));
            Assert.Equal(meter, read);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("INPUT")]
    [InlineData("cached input")]
    [InlineData("characters_tokens")]
    public void Other_names_are_no_meters(string name) => Assert.False(MeterNames.TryParse(name, out _));
}
