namespace TogetherRates.Package.Tests;

[Trait("Category", "Package")]
[Collection(SharedBuild.Name)]
public class InvalidCardTests(BuiltConsumers built)
{
    private const string Card = "prices.ratecard.json";

    [Theory]
    [InlineData("Gapped", "RATE2002", Cards.FromLine, Cards.FromColumn)]
    [InlineData("Overlapping", "RATE2001", Cards.FromLine, Cards.FromColumn)]
    [InlineData("Malformed", "RATE1001", 13, 42)]
    public void A_wrong_card_fails_the_build_at_the_very_value(string consumer, string rule, int line, int column)
    {
        var messages = built.MessagesOf(consumer);

        AssertAt(Assert.Single(messages, message => message.Code == rule), consumer, line, column);
        AssertAt(Assert.Single(messages, message => message.Code == "CS1029"), consumer, line, column);
        Assert.Equal(2, messages.Count);
    }

    [Fact]
    public void Switching_the_analyzers_off_leaves_the_error_in_its_place()
    {
        var message = Assert.Single(built.MessagesOf("WithoutAnalyzers"));

        Assert.Contains("RATE2002", message.Text, StringComparison.Ordinal);
        AssertAt(message, "WithoutAnalyzers", Cards.FromLine, Cards.FromColumn);
    }

    [Theory]
    [InlineData("WithoutWarnings")]
    [InlineData("WithoutSeverity")]
    public void Settings_cannot_silence_a_wrong_card(string consumer)
    {
        var messages = built.MessagesOf(consumer);

        AssertAt(Assert.Single(messages, message => message.Code == "RATE2002"), consumer, Cards.FromLine, Cards.FromColumn);
        AssertAt(Assert.Single(messages, message => message.Code == "CS1029"), consumer, Cards.FromLine, Cards.FromColumn);
    }

    [Fact]
    public void Two_cards_of_one_class_are_told_from_each_other()
    {
        var message = Assert.Single(built.MessagesOf("Two of one"), message => message.Code == "CS1029");

        Assert.EndsWith("2.json", message.File, StringComparison.Ordinal);
        Assert.Contains("1.json", message.Text, StringComparison.Ordinal);
        Assert.Contains("ClassName", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_too_old_is_named()
    {
        var message = Assert.Single(built.MessagesOf("OldLanguage"));

        Assert.Contains("C# 12", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Missing", Card)]
    [InlineData("Directory", "cards")]
    public void A_card_that_is_no_file_fails_the_build(string consumer, string file)
    {
        var message = Assert.Single(built.MessagesOf(consumer), message => message.Code == "CS1029");

        Assert.Equal("error", message.Severity);
        Assert.EndsWith(Path.Combine(consumer, file), message.File, StringComparison.Ordinal);
        Assert.Contains("can't be read", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TwoMinds", "don't agree on")]
    [InlineData("TooLate", "runs too late")]
    public void An_item_that_would_be_passed_over_fails_the_build(string consumer, string reason)
    {
        var message = Assert.Single(built.MessagesOf(consumer));

        Assert.Equal("error", message.Severity);
        Assert.EndsWith(Path.Combine(consumer, Card), message.File, StringComparison.Ordinal);
        Assert.Contains(reason, message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_language_is_told_that_cards_compile_to_CSharp()
    {
        var message = Assert.Single(built.MessagesOf("Basic"));

        Assert.Equal("error", message.Severity);
        Assert.Contains("C# library", message.Text, StringComparison.Ordinal);
    }

    private static void AssertAt(BuildMessage message, string consumer, int line, int column)
    {
        Assert.Equal("error", message.Severity);
        Assert.EndsWith(Path.Combine(consumer, Card), message.File, StringComparison.Ordinal);
        Assert.Equal((line, column), (message.Line, message.Column));
    }
}
