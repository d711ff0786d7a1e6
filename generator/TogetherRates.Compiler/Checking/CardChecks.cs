using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Everything that must hold in a card that could be read.</summary>
internal static class CardChecks
{
    /// <summary>Runs all checks.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Run(Card card, ProblemList problems, CancellationToken cancellation)
    {
        // Other checks look at all prices of a model too, and would only find more wrong with what is too large.
        if (!TermsSizeChecks.Check(card, problems))
        {
            return;
        }

        MoneyChecks.CheckCurrency(card, problems);
        TimeChecks.Check(card, problems);

        var retirements = new RetirementChecks(card, new IdIndex(card), problems);
        foreach (var section in card.TokenSections)
        {
            CheckSection(card, section, retirements, problems, cancellation);
        }

        foreach (var section in card.OfferSections)
        {
            foreach (var offer in section.Offers)
            {
                cancellation.ThrowIfCancellationRequested();
                var path = CardPlaces.OffersOf(section).Property(offer.Id);
                OfferChecks.Check(offer, path, problems);
                retirements.Check(offer.Retirement, offer.Id, path);
            }
        }

        BillChecks.Check(card, problems);
        DedicatedChecks.Check(card, problems);
        FineTuningChecks.Check(card, problems);
        PublishedChecks.Check(card, problems, cancellation);
        NameChecks.Check(card, problems, cancellation);
    }

    private static void CheckSection(Card card, TokenSection section, RetirementChecks retirements, ProblemList problems, CancellationToken cancellation)
    {
        foreach (var table in section.Tables)
        {
            var tablePath = CardPlaces.SizesOf(section).Property(table.Name);
            TierChecks.Check(table, tablePath, problems);
            MoneyChecks.CheckTable(table, tablePath, problems);
        }

        var models = CardPlaces.ModelsOf(section);
        foreach (var model in section.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsPlain(model))
            {
                continue;
            }

            var modelPath = models.Property(model.Id);
            CheckModel(model, modelPath, card, section, problems);
            retirements.Check(model.Retirement, model.Id, modelPath);
            foreach (var variant in model.Variants)
            {
                var variantPath = CardPlaces.VariantsOf(modelPath).Property(variant.Label);
                CheckModel(variant.Model, variantPath, card, section, problems);
                if (!ReferenceEquals(variant.Model.Retirement, model.Retirement))
                {
                    retirements.Check(variant.Model.Retirement, variant.Model.Id, variantPath);
                }
            }
        }
    }

    // As nearly all models of a long list are: those need no place in the card.
    private static bool IsPlain(Model model) =>
        model is { Price: ModelPrice.Own { Prices: var prices }, Batch: null, Retirement: null, Variants.Count: 0 } && MoneyChecks.AreFine(prices, model.Per);

    private static void CheckModel(Model model, CardPath path, Card card, TokenSection section, ProblemList problems)
    {
        MoneyChecks.CheckModel(model, path, section.Tables, problems);
        PriceChecks.Check(model, path, section.Tables, problems);
        if (model.Price is ModelPrice.Windowed windowed)
        {
            WindowChecks.Check(windowed.Windows, path.Property("windows"), problems);
        }
        else if (model.Price is ModelPrice.OnTerms { Terms: { IsPriced: true } terms })
        {
            TermsChecks.Check(model, terms, card.Effective, path, problems);
        }
    }
}
