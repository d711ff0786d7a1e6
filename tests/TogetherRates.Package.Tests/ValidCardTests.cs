namespace TogetherRates.Package.Tests;

[Trait("Category", "Package")]
[Collection(SharedBuild.Name)]
public class ValidCardTests(BuiltConsumers built)
{
    private static readonly string[] Prices = ["True", "1.25000125", "0.625000625", "0.0000002"];

    [Fact]
    public async Task A_valid_card_prices_in_the_strictest_of_projects()
    {
        Assert.Empty(built.MessagesOf("Valid"));
        Assert.Equal([.. Prices, "1.8"], await built.Run("Valid"));
    }

    [Fact]
    public async Task Two_cards_in_one_project_are_two_classes()
    {
        Assert.Empty(built.MessagesOf("TwoCards"));
        Assert.Equal([.. Prices, "2.5000025"], await built.Run("TwoCards"));
    }

    [Fact]
    public async Task A_card_that_is_included_twice_is_compiled_once()
    {
        Assert.Empty(built.MessagesOf("Twice"));
        Assert.Equal(Prices, await built.Run("Twice"));
    }

    [Fact]
    public async Task Cards_that_a_target_or_the_last_file_adds_are_compiled_too()
    {
        Assert.Empty(built.MessagesOf("Later"));
        Assert.Equal([.. Prices, "2.5000025"], await built.Run("Later"));
    }

    [Fact]
    public async Task A_library_and_its_app_may_have_the_same_card()
    {
        Assert.Empty(built.MessagesOf("OfLibrary"));
        Assert.Equal(Prices, await built.Run("OfLibrary"));
    }

    [Fact]
    public async Task A_project_may_have_the_package_by_another_project()
    {
        Assert.Empty(built.MessagesOf("ByAnother"));
        Assert.Equal(Prices, await built.Run("ByAnother"));
    }

    [Fact]
    public async Task A_path_may_have_any_characters()
    {
        Assert.Empty(built.MessagesOf("Läden & Söhne d'été"));
        Assert.Equal(Prices, await built.Run("Läden & Söhne d'été"));
    }

    [Fact]
    public async Task A_web_project_does_not_publish_its_card()
    {
        Assert.Empty(built.MessagesOf("Web"));
        var published = await built.Publish("Web");

        Assert.Contains("appsettings.json", published);
        Assert.DoesNotContain(published, file => file.Contains("ratecard", StringComparison.Ordinal));
    }
}
