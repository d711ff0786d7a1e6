namespace TogetherRates.Compiler.Tests;

public class CardSetTests
{
    private static readonly CardOfSet Older = Card("\"from\": \"2025-01-01\", \"until\": \"2025-07-01\"");
    private static readonly CardOfSet Newer = Card("\"from\": \"2025-07-01\"");

    [Fact]
    public void Editions_that_follow_each_other_are_fine_in_any_order()
    {
        foreach (var set in new[] { new[] { Older, Newer }, [Newer, Older] })
        {
            Assert.All(set, card => Assert.Empty(CardSet.Check(card, set)));
        }
    }

    [Fact]
    public void A_copy_in_another_file_is_in_force_at_the_same_time()
    {
        var copy = Newer with { File = "copy.ratecard.json" };

        Assert.Contains("RATE5003", Assert.Single(ProblemsOf(copy, Newer)), StringComparison.Ordinal);
        Assert.Empty(ProblemsOf(copy, copy));
    }

    [Fact]
    public void A_card_is_no_edition_beside_itself() => Assert.Empty(CardSet.Check(Newer, [Newer, Newer, Card("\"from\": \"2025-07-01\"")]));

    [Fact]
    public void Only_the_later_of_two_editions_is_at_fault()
    {
        var overlapping = Card("\"from\": \"2025-06-01\"", "2");

        Assert.Equal(["RATE5003 \"2025-06-01\""], ProblemsOf(overlapping, Older));
        Assert.Empty(CardSet.Check(Older, [Older, overlapping]));
    }

    [Fact]
    public void Each_edition_is_held_against_the_one_right_before_it()
    {
        var last = Card("\"from\": \"2026-01-01\"", "2");
        var middle = Card("\"from\": \"2025-07-01\", \"until\": \"2025-12-01\"", "2");

        Assert.Equal(["RATE5004 \"2026-01-01\""], ProblemsOf(last, Older, middle));
        Assert.Empty(CardSet.Check(middle, [Older, middle, last]));
    }

    [Fact]
    public void Another_provider_in_one_class_is_an_error_and_in_another_class_is_none()
    {
        var other = Card("\"from\": \"2025-07-01\"", provider: "Other");

        var dearer = Card("\"from\": \"2025-07-01\"", "1000", "Other");

        Assert.Equal(["RATE5007 \"2025-07-01\""], ProblemsOf(other, Older));
        Assert.Equal(["RATE5007 \"2025-07-01\""], ProblemsOf(dearer, Older));
        Assert.Empty(CardSet.Check(other with { ClassName = "Other" }, [Older]));
    }

    [Fact]
    public void A_card_that_cannot_be_read_is_left_out()
    {
        var broken = Card("\"from\": \"2025-02-30\"");

        Assert.Empty(CardSet.Check(broken, [Older, broken]));
        Assert.Equal(["RATE5006 \"2025-07-01\""], ProblemsOf(Older, broken));
    }

    [Fact]
    public void Problems_come_in_the_order_of_the_text() => Assert.Equal(
        ["RATE5004 \"2025-08-01\"", "RATE5006 \"2026-01-01\"", "RATE6008 9"],
        ProblemsOf(Card("\"from\": \"2025-08-01\", \"until\": \"2026-01-01\"", "9"), Older));

    [Fact]
    public void A_check_can_be_stopped() => Assert.Throws<OperationCanceledException>(
        () => CardSet.Check(Card("\"from\": \"2025-07-01\"", "9"), [Older], new CancellationToken(canceled: true)));

    private static CardOfSet Card(string effective, string price = "1", string provider = "Acme")
    {
        var text = SampleCards.WithModel($"\"price\": {price}")
            .Replace("\"from\": \"2025-01-01\"", effective, StringComparison.Ordinal)
            .Replace("Acme", provider, StringComparison.Ordinal);
        return new CardOfSet("Acme", text, CardCompiler.Read(text));
    }

    private static IEnumerable<string> ProblemsOf(CardOfSet card, params CardOfSet[] others) => CardSet.Check(card, [.. others, card])
        .Select(problem => $"{problem.Rule.Id} {card.Text.Substring(problem.Span.Start, problem.Span.Length)}");
}
