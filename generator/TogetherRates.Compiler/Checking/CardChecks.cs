using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Everything that must hold in a card that could be read.</summary>
public static class CardChecks
{
    private static readonly CardPath Sizes = CardPath.Root.Property("serverless").Property("sizes");
    private static readonly CardPath Models = CardPath.Root.Property("serverless").Property("models");

    /// <summary>Runs all checks.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Run(Card card, ProblemList problems, CancellationToken cancellation)
    {
        MoneyChecks.CheckCurrency(card, problems);
        TimeChecks.Check(card, problems);

        foreach (var table in card.Serverless.Tables)
        {
            TierChecks.Check(table, Sizes.Property(table.Name), problems);
            MoneyChecks.CheckTable(table, Sizes.Property(table.Name), problems);
        }

        foreach (var model in card.Serverless.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Models.Property(model.Id);
            CheckModel(model, path, card.Serverless.Tables, problems);
            foreach (var variant in model.Variants)
            {
                CheckModel(variant.Model, path.Property("variants").Property(variant.Label), card.Serverless.Tables, problems);
            }
        }

        NameChecks.Check(card, Sizes, Models, problems, cancellation);
    }

    private static void CheckModel(Model model, CardPath path, EquatableArray<SizeTable> tables, ProblemList problems)
    {
        MoneyChecks.CheckModel(model, path, tables, problems);
        PriceChecks.Check(model, path, tables, problems);
    }
}
