using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace TogetherRates.Runtime.Tests;

public sealed class ModelSizeTests
{
    [Theory]
    [InlineData("70B", 70_000_000_000)]
    [InlineData("4.05B", 4_050_000_000)]
    [InlineData("4.050B", 4_050_000_000)]
    [InlineData("110.1b", 110_100_000_000)]
    [InlineData("150M", 150_000_000)]
    [InlineData("0.5m", 500_000)]
    [InlineData("1T", 1_000_000_000_000)]
    [InlineData("1.5t", 1_500_000_000_000)]
    [InlineData("0.000001M", 1)]
    [InlineData("9223372.036854775807T", long.MaxValue)]
    public void A_number_with_a_unit_is_a_size(string text, long parameters)
    {
        Assert.Equal(parameters, ModelSize.Parse(text, null).Parameters);
        Assert.True(ModelSize.TryParse(text, out var size));
        Assert.Equal(ModelSize.FromParameters(parameters), size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("70")]
    [InlineData("70K")]
    [InlineData("70 B")]
    [InlineData(" 70B")]
    [InlineData("-70B")]
    [InlineData("+70B")]
    [InlineData("0B")]
    [InlineData("7,5B")]
    [InlineData("1e3B")]
    [InlineData(".5B")]
    [InlineData("5.B")]
    [InlineData("0.0000000001B")]
    [InlineData("9223372.036854775808T")]
    [InlineData("340282366920938463463374607431768211455M")]
    [InlineData("340282366920938463463374607431768211457M")]
    [InlineData("5316911983139663491615228241121378305M")]
    [InlineData("٧B")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(ModelSize.TryParse(text, CultureInfo.InvariantCulture, out var size));
        Assert.Equal(default, size);
        var error = Assert.Throws<FormatException>(() => ModelSize.Parse(text, null));
        Assert.Contains($"'{text}' is not a model size", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "0.000001M")]
    [InlineData(350_000_000, "350M")]
    [InlineData(4_050_000_000, "4.05B")]
    [InlineData(405_000_000_000, "405B")]
    [InlineData(1_000_000_000_000, "1T")]
    public void A_size_is_written_in_the_largest_unit_that_it_fills(long parameters, string text) =>
        Assert.Equal(text, ModelSize.FromParameters(parameters).ToString());

    [Fact]
    public void Every_size_reads_back_from_its_text() =>
        Prop.ForAll(Amounts.AnyCount.Filter(count => count > 0), parameters =>
            ModelSize.Parse(ModelSize.FromParameters(parameters).ToString(), null).Parameters == parameters)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Decimal_counts_are_exact()
    {
        Assert.Equal(4_050_000_000, ModelSize.Billions(4.05m).Parameters);
        Assert.Equal(1, ModelSize.Billions(0.0000000010000000000000000000m).Parameters);
        Assert.Equal(long.MaxValue, ModelSize.Billions(9_223_372_036.854775807m).Parameters);
        Assert.Equal(long.MaxValue, ModelSize.Billions(9_223_372_036.854775807000000000m).Parameters);
        Assert.Equal(150_000_000, ModelSize.Millions(150).Parameters);
        Assert.Equal(500_000, ModelSize.Millions(0.5m).Parameters);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.0000000001")]
    [InlineData("7.0000000000000000000000000001")]
    [InlineData("9223372036.854775808")]
    [InlineData("79228162514264337593543950335")]
    public void Other_counts_are_refused(string text)
    {
        var billions = decimal.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => ModelSize.Billions(billions)).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_model_has_parameters(long parameters) =>
        Assert.Equal("parameters", Assert.Throws<ArgumentOutOfRangeException>(() => ModelSize.FromParameters(parameters)).ParamName);

    [Fact]
    public void Order_is_the_order_of_the_parameters()
    {
        var (small, large) = (ModelSize.Billions(4), ModelSize.Billions(4.05m));
        Assert.True(small < large && small <= large && large > small && large >= small && small != large);
        Assert.True(small.CompareTo(large) < 0);
        Assert.True(small == ModelSize.Millions(4000) && small.Equals((object)ModelSize.Millions(4000)));
        Assert.Equal(small.GetHashCode(), ModelSize.Millions(4000).GetHashCode());
    }
}
