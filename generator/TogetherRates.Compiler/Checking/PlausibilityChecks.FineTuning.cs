using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Checking;

/// <content>Fine-tuning prices that fall or leap with size, or that a unit slipped in.</content>
internal static partial class PlausibilityChecks
{
    private static void CheckFineTuning(FineTuning tuning, bool hasKnownRange, List<Finding> findings)
    {
        var path = CardPath.Root.Property("fineTuning");
        foreach (var cell in FineTuningCell.All)
        {
            var column = new List<ColumnPrice>();
            for (var i = 0; i < tuning.Bands.Count; i++)
            {
                var band = tuning.Bands[i];
                Add(column, band.Prices.Of(cell), PriceRows.NameOf(band), PriceRows.PathOf(path.Property("bands").Item(i), cell));
            }

            findings.AddRange(FindFallsAndLeaps(column));
            foreach (var model in tuning.Models)
            {
                Add(column, model.Prices.Of(cell), model.Id, PriceRows.PathOf(path.Property("models").Property(model.Id), cell));
            }
        }

        // What is a unit off falls or leaps as well, and is told once.
        void Add(List<ColumnPrice> column, Rational? written, string name, CardPath place)
        {
            if (written is not { } price)
            {
                return;
            }

            var scaled = PriceScale.Of(price, tuning.Per.Quantity);
            if (hasKnownRange && !IsKnown(scaled))
            {
                findings.Add(FindUnitSlip(price, tuning.Per.Quantity, scaled, place));
            }
            else
            {
                column.Add(new ColumnPrice(price, name, place));
            }
        }
    }
}
