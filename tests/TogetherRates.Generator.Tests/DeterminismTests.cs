using System.Globalization;

namespace TogetherRates.Generator.Tests;

public class DeterminismTests
{
    private static readonly string[] Providers = ["Contoso", "Adatum", "Fabrikam"];

    [Fact]
    public void The_order_of_cards_changes_nothing()
    {
        var expected = Providers.Aggregate(new CardProject(), Add).Sources();

        foreach (var order in Orders(Providers))
        {
            Assert.Equal(expected, order.Aggregate(new CardProject(), Add).Sources());
        }
    }

    [Fact]
    public void The_order_of_cards_that_compete_for_a_class_changes_nothing()
    {
        var expected = Providers.Aggregate(new CardProject(), AddPrices).Sources();

        foreach (var order in Orders(Providers))
        {
            Assert.Equal(expected, order.Aggregate(new CardProject(), AddPrices).Sources());
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void The_culture_changes_nothing(string culture)
    {
        var project = new CardProject().With("/cards/i.json", Cards.Of("Iiii")).With("/cards/gapped.json", Cards.Gapped);
        var expected = In(CultureInfo.InvariantCulture, project.Sources);

        Assert.Equal(expected, In(CultureInfo.GetCultureInfo(culture), project.Sources));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Line_breaks_and_a_byte_order_mark_change_nothing(string lineBreak, string mark)
    {
        var expected = new CardProject().With("/cards/a.json", Cards.Contoso).Sources();

        Assert.Equal(expected, new CardProject().With("/cards/a.json", mark + Cards.Contoso.WithLineBreaks(lineBreak)).Sources());
    }

    [Fact]
    public void Generated_lines_end_in_one_way_and_name_no_directory()
    {
        var project = new CardProject().With("/cards/deep/a.json", Cards.Contoso.WithLineBreaks("\r\n"));

        Assert.All(project.Sources().Values, source => Assert.DoesNotContain('\r', source));
        Assert.All(project.Sources().Values, source => Assert.DoesNotContain("/cards", source, StringComparison.Ordinal));
    }

    private static CardProject Add(CardProject project, string provider) => project.With($"/cards/{provider}.json", Cards.Of(provider));

    private static CardProject AddPrices(CardProject project, string provider) =>
        project.With($"/cards/{provider}.json", Cards.Of(provider), className: provider == "Adatum" ? "prices" : "Prices");

    private static IEnumerable<string[]> Orders(string[] items) => items.Length == 1
        ? [items]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (string[])[first, .. rest]));

    private static T In<T>(CultureInfo culture, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
