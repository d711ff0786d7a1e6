using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Tests.Json;

public class CardPathTests
{
    private const string Card = """{ "serverless": { "sizes": { "Dense": { "tiers": [{ "upTo": "4B" }, { "from": "4.1B" }] } } }, "a/b~c": [] }""";

    private static readonly JsonNode Root = JsonReader.Read(Card).Root;
    private static readonly CardPath Tiers = CardPath.Root.Property("serverless").Property("sizes").Property("Dense").Property("tiers");

    [Fact]
    public void A_path_is_written_as_a_JSON_pointer()
    {
        Assert.Equal("/serverless/sizes/Dense/tiers/1/from", Tiers.Item(1).Property("from").ToString());
        Assert.Equal("/a~1b~0c", CardPath.Root.Property("a/b~c").ToString());
        Assert.Equal("", CardPath.Root.ToString());
    }

    [Fact]
    public void Paths_of_equal_steps_are_equal()
    {
        CardPath left = CardPath.Root.Property("tiers").Item(1);
        CardPath right = CardPath.Root.Property("tiers").Item(1);

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.Equal(left.Parent, CardPath.Root.Property("tiers"));
        Assert.NotEqual(left, CardPath.Root.Property("tiers").Item(2));
        Assert.NotEqual(left, CardPath.Root.Property("tiers").Property("1"));
        Assert.NotEqual(left, CardPath.Root.Property("Tiers").Item(1));
        Assert.NotEqual(left, left.Property("x"));
        Assert.False(left.Equals(null));
    }

    [Fact]
    public void A_path_knows_its_last_step()
    {
        CardPath path = Tiers.Item(1);

        Assert.Equal((5, null, 1), (path.Depth, path.Name, path.Index));
        Assert.Equal(("tiers", -1), (Tiers.Name, Tiers.Index));
        Assert.True(CardPath.Root.IsRoot);
        Assert.False(path.IsRoot);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tiers.Item(-1));
    }

    [Fact]
    public void A_value_that_is_there_is_located()
    {
        Assert.Equal("\"4.1B\"", Text(JsonPath.Locate(Root, Tiers.Item(1).Property("from"))));
        Assert.Equal("""{ "upTo": "4B" }""", Text(JsonPath.Locate(Root, Tiers.Item(0))));
        Assert.Equal("[]", Text(JsonPath.Locate(Root, CardPath.Root.Property("a/b~c"))));
        Assert.Equal(Card, Text(JsonPath.Locate(Root, CardPath.Root)));
    }

    [Fact]
    public void A_name_is_located_for_a_property_and_the_value_for_an_item()
    {
        Assert.Equal("\"from\"", Text(JsonPath.LocateName(Root, Tiers.Item(1).Property("from"))));
        Assert.Equal("\"from\"", Text(JsonPath.Locate(Root, Tiers.Item(1).Property("from"), preferName: true)));
        Assert.Equal("""{ "upTo": "4B" }""", Text(JsonPath.LocateName(Root, Tiers.Item(0))));
        Assert.Equal(Card, Text(JsonPath.LocateName(Root, CardPath.Root)));
    }

    [Fact]
    public void A_missing_property_is_located_at_the_name_or_the_bracket_of_its_object()
    {
        Assert.Equal("\"Dense\"", Text(JsonPath.Locate(Root, CardPath.Root.Property("serverless").Property("sizes").Property("Dense").Property("above"))));
        Assert.Equal(new TextSpan(0, 1), JsonPath.Locate(Root, CardPath.Root.Property("provider")));
        TextSpan item = JsonPath.Locate(Root, Tiers.Item(1));
        Assert.Equal(new TextSpan(item.Start, 1), JsonPath.Locate(Root, Tiers.Item(1).Property("price").Property("deeper")));
        Assert.Equal("\"tiers\"", Text(JsonPath.Locate(Root, Tiers.Item(2))));
        Assert.Equal("\"tiers\"", Text(JsonPath.Locate(Root, Tiers.Property("upTo"))));
    }

    [Fact]
    public void A_path_through_a_plain_value_ends_at_that_value() =>
        Assert.Equal("\"4B\"", Text(JsonPath.Locate(Root, Tiers.Item(0).Property("upTo").Property("deeper"))));

    private static string Text(TextSpan span) => Card.Substring(span.Start, span.Length);
}
