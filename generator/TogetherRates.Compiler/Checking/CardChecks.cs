using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Everything that must hold in a card that could be read.</summary>
public static class CardChecks
{
    /// <summary>Runs all checks.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Run(Card card, ProblemList problems, CancellationToken cancellation)
    {
        MoneyChecks.CheckCurrency(card, problems);
        TimeChecks.Check(card, problems);

        foreach (var section in card.TokenSections)
        {
            CheckSection(section, CardPath.Root.Property(section.Name), problems, cancellation);
        }

        foreach (var section in card.OfferSections)
        {
            foreach (var offer in section.Offers)
            {
                cancellation.ThrowIfCancellationRequested();
                OfferChecks.Check(offer, OfferChecks.PathOf(section, offer), problems);
            }
        }

        NameChecks.Check(card, problems, cancellation);
    }

    private static void CheckSection(TokenSection section, CardPath path, ProblemList problems, CancellationToken cancellation)
    {
        foreach (var table in section.Tables)
        {
            var tablePath = path.Property("sizes").Property(table.Name);
            TierChecks.Check(table, tablePath, problems);
            MoneyChecks.CheckTable(table, tablePath, problems);
        }

        foreach (var model in section.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            var modelPath = path.Property("models").Property(model.Id);
            CheckModel(model, modelPath, section.Tables, problems);
            foreach (var variant in model.Variants)
            {
                CheckModel(variant.Model, modelPath.Property("variants").Property(variant.Label), section.Tables, problems);
            }
        }
    }

    private static void CheckModel(Model model, CardPath path, EquatableArray<SizeTable> tables, ProblemList problems)
    {
        MoneyChecks.CheckModel(model, path, problems);
        PriceChecks.Check(model, path, tables, problems);
    }
}
