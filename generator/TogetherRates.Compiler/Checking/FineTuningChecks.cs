using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>The fine-tuning prices cover every size once, have no hole, and can be billed exactly.</summary>
internal static class FineTuningChecks
{
    /// <summary>Checks the section.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Card card, ProblemList problems)
    {
        if (card.FineTuning is not { } tuning)
        {
            return;
        }

        var path = CardPath.Root.Property("fineTuning");
        CheckBands(tuning, path.Property("bands"), problems);
        foreach (var model in tuning.Models)
        {
            var modelPath = path.Property("models").Property(model.Id);
            CheckMatrix(model.Prices, CellsOf([model.Prices]), $"'{model.Id}'", modelPath, problems);
            CheckPrices(model.Prices, tuning.Per, model.Id, modelPath, problems);
            CheckMinimum(model.Minimum ?? default, modelPath.Property("minimum"), problems);
        }
    }

    private static void CheckBands(FineTuning tuning, CardPath path, ProblemList problems)
    {
        // A provider may sell nothing but special models.
        if (tuning is { Bands.Count: 0, Models.Count: > 0, Step: null, AboveIsUnpriced: false })
        {
            return;
        }

        TierChecks.CheckBounds("fineTuning", tuning.Bands, tuning.Step, tuning.AboveIsUnpriced, path, problems);
        var priced = CellsOf(tuning.Bands.Select(band => band.Prices));
        for (var i = 0; i < tuning.Bands.Count; i++)
        {
            var band = tuning.Bands[i];
            var name = band.UpTo is { } upTo ? "the band up to " + upTo : "the last band";
            CheckMatrix(band.Prices, priced, name, path.Item(i), problems);
            CheckPrices(band.Prices, tuning.Per, name, path.Item(i), problems);
        }
    }

    private static List<FineTuningCell> CellsOf(IEnumerable<FineTuningPrices> rows) =>
        [.. rows.SelectMany(row => row.Cells).Select(price => price.Cell).Distinct()];

    // Where a type and a method are priced at all, the card has to say what both together cost.
    private static void CheckMatrix(
        FineTuningPrices row, IReadOnlyCollection<FineTuningCell> priced, string name, CardPath path, ProblemList problems)
    {
        if (row.Cells.All(cell => cell.Price is null))
        {
            problems.Add(Rules.MissingProperty, path, name, "sft", "a price for at least one type and method; leave the row out where nothing is offered");
            return;
        }

        foreach (var cell in FineTuningCell.All)
        {
            var sameType = priced.Where(other => other.Type == cell.Type).ToList();
            var sameMethod = priced.Where(other => other.Method == cell.Method).ToList();
            if (row.Find(cell) is null && sameType.Count > 0 && sameMethod.Count > 0)
            {
                var elsewhere = sameType.Contains(cell) ? "other bands price" : $"lies between {sameType[0]} and {sameMethod[0]}, which are priced";
                var method = FineTuningCell.NameOf(cell.Method);
                problems.Add(Rules.IncompleteMatrix, path.Property(FineTuningCell.NameOf(cell.Type)), name, cell.ToString(), elsewhere, method);
            }
        }
    }

    private static void CheckPrices(FineTuningPrices prices, Per per, string name, CardPath path, ProblemList problems)
    {
        foreach (var (cell, written) in prices.Cells)
        {
            if (written is { } price)
            {
                var place = path.Property(FineTuningCell.NameOf(cell.Type)).Property(FineTuningCell.NameOf(cell.Method));
                MoneyChecks.CheckPrice(
                    price, per, $"{name}: {cell}", "a card can't say so yet; write \"unpriced\" where it isn't offered", place, problems);
            }
        }
    }

    private static void CheckMinimum(Rational minimum, CardPath path, ProblemList problems)
    {
        var quanta = minimum * Quanta.PerCurrencyUnit;
        if (minimum.Sign < 0)
        {
            problems.Add(Rules.NegativeMinimum, path, minimum.ToString());
        }
        else if (quanta.Floor() > Quanta.MaxAmount)
        {
            var most = ((Rational)Quanta.MaxAmount / Quanta.PerCurrencyUnit).Floor();
            problems.Add(Rules.PossibleOverflow, path, minimum.ToString(), "job", most.ToString(), "job");
        }
        else if (!quanta.IsInteger)
        {
            var nearest = quanta.Floor() / Quanta.PerCurrencyUnit;
            problems.Add(Rules.NotWholeQuanta, path, minimum.ToString(), "job", "job", "the nearest below that can is " + nearest);
        }
    }
}
