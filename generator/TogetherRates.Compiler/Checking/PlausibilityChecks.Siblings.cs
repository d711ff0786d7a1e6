using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Checking;

/// <content>Models whose price is a decimal point away from that of models with the same name and size.</content>
public static partial class PlausibilityChecks
{
    // Versions of one model differ by up to six times; a slip by one digit makes ten.
    private const int LeastSlip = 8;

    private static List<PriceRow> PassSiblings(List<PriceRow> rows, List<Finding> findings)
    {
        if (rows.Count < 2)
        {
            return rows;
        }

        var suspects = new HashSet<PriceRow>();
        foreach (var family in rows.Where(row => row.Family is not null).GroupBy(row => row.Family, StringComparer.OrdinalIgnoreCase))
        {
            if (Spreads(family, Meter.Input, LeastSlip))
            {
                CheckAgainstMedian(family, Meter.Input);
                CheckAgainstTwins(family, Meter.Input, same: Meter.Output);
            }

            if (Spreads(family, Meter.Output, LeastSlip))
            {
                CheckAgainstMedian(family, Meter.Output);
                CheckAgainstTwins(family, Meter.Output, same: Meter.Input);
            }
        }

        return suspects.Count == 0 ? rows : rows.FindAll(row => !suspects.Contains(row));

        void CheckAgainstMedian(IEnumerable<PriceRow> siblings, Meter meter)
        {
            var priced = siblings.Where(row => row.Of(meter) > 0).OrderBy(row => row.Of(meter)).ToList();
            foreach (var row in priced)
            {
                Compare(row, priced[(priced.Count - 1) / 2], meter);
            }
        }

        // Of models with one input price, an output price ten times another's has slipped, wherever the median lies.
        void CheckAgainstTwins(IEnumerable<PriceRow> siblings, Meter meter, Meter same)
        {
            PriceRow? twin = null;
            foreach (var row in siblings.Where(row => row.Of(same) > 0 && row.Of(meter) > 0).OrderBy(row => row.Of(same)).ThenBy(row => row.Of(meter)))
            {
                twin = twin?.Of(same) == row.Of(same) ? twin : row;
                Compare(row, twin, meter);
            }
        }

        void Compare(PriceRow row, PriceRow sibling, Meter meter)
        {
            var (price, reference) = (row.Of(meter), sibling.Of(meter));
            if ((price >= reference * LeastSlip || price * LeastSlip <= reference) && suspects.Add(row))
            {
                findings.Add(Find(
                    Rules.SiblingSlip, row.PathOf(meter), row.TextOf(meter), PriceScale.Compare(price, reference), sibling.Name, sibling.TextOf(meter)));
            }
        }
    }
}
