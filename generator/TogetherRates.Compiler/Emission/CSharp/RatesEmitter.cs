using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes what each model costs: the heart of the generated class.</summary>
internal static class RatesEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        var keys = source.Keys;
        var discounted = new List<PricedModel>();
        foreach (var priced in keys.Models)
        {
            if (priced.Model.Batch is not null)
            {
                discounted.Add(priced);
            }
        }

        var (parameter, argument) = source.HasWindows ? (", int minute", ", minute") : (string.Empty, string.Empty);
        writer.Open($"private static {Global.Rates} RatesOf(ModelId model, {Global.Level} level{source.TimeParameter})");
        if (source.HasWindows)
        {
            writer.Line("var minute = MinuteOf(time);");
        }

        if (keys.AreShared)
        {
            writer.Line("var price = PriceOf(model);");
        }

        writer.Lines(
            $$"""
            return level switch
            {
                {{Global.Level}}.Standard => StandardRatesOf({{keys.Name}}{{argument}}),
                {{Global.Level}}.Batch => BatchRatesOf({{keys.Name}}{{argument}}),
                _ => default,
            };
            """);
        writer.Close();
        writer.Line();
        EmitRates(writer, source, "Standard", keys.Parameter + parameter, keys.Models, keys.LastPlain, _ => default);
        EmitRates(writer, source, "Batch", keys.Parameter + parameter, discounted, keys.LastInBatch, model => model.Batch ?? default);
        EmitTerms(writer, source, keys, discounted);
        RateRowsEmitter.Emit(writer, source, keys);
        if (source.HasWindows)
        {
            EmitMinute(writer);
        }
    }

    /// <summary>The rates of one tier or model as the arguments of their constructor.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="per">What they buy.</param>
    /// <param name="discount">The part that is taken off.</param>
    /// <returns>An expression.</returns>
    public static string Row(TokenPrices prices, Per per, Rational discount)
    {
        var rates = prices.Meters.Select(price =>
            Meters.NameOf(price.Meter) + ": " + Literal.Integer(Quanta.Rate(price.Price * (Rational.One - discount), per.Quantity)));
        return "new(" + string.Join(", ", rates) + ")";
    }

    private static void EmitRates(
        SourceWriter writer,
        CardSource source,
        string level,
        string parameters,
        IReadOnlyList<PricedModel> models,
        int lastRow,
        Func<Model, Rational> discount)
    {
        var keys = source.Keys;
        var arms = new List<Action>();
        if (lastRow > keys.Windowed)
        {
            var pattern = (keys.Windowed > 0 ? $"> {Literal.Integer(keys.Windowed)} and " : string.Empty) + "<= " + Literal.Integer(lastRow);
            arms.Add(() => writer.Line($"{pattern} => {Global.Rates}.At(PriceRows.{level}, price),"));
        }

        foreach (var priced in models)
        {
            if (!keys.IsRow(priced))
            {
                arms.Add(() => EmitArm(priced));
            }
        }

        SwitchEmitter.Emit(writer, Global.Rates, level + "RatesOf", parameters, keys.Name, arms, "default");

        void EmitArm(PricedModel priced)
        {
            if (priced.Model.Price is ModelPrice.Windowed windowed)
            {
                WindowEmitter.Emit(writer, keys.PatternOf(priced), windowed.Windows, window => Row(window.Prices, priced.Model.Per, discount(priced.Model)));
                return;
            }

            var (prices, per, _) = source.Card.PricesOf(priced.Model);
            writer.Line("// " + source.Prices.Of(priced.Model, source.Card));
            writer.Line($"{keys.PatternOf(priced)} => {Row(prices, per, discount(priced.Model))},");
        }
    }

    // What a quote says beside the amounts: what a price buys, which tier it is from, and what was taken off.
    private static void EmitTerms(SourceWriter writer, CardSource source, PriceKeys keys, List<PricedModel> discounted)
    {
        var arms = new List<Action>();
        var words = new (IReadOnlyList<PricedModel> Models, string Level, Func<PricedModel, string> Discount)[]
        {
            (discounted, Global.Level + ".Batch", priced => "\"batch " + (priced.Model.Batch!.Value * 100).ToString() + "%\""),
            (keys.Models, "_", _ => "null"),
        };
        foreach (var (models, level, discount) in words)
        {
            foreach (var priced in models)
            {
                if (!keys.IsRow(priced) && NeedsArm(priced, discount))
                {
                    arms.Add(() => EmitArm(priced, level, discount));
                }
            }
        }

        foreach (var (models, level, discount) in words)
        {
            AddRows(models, level, discount);
        }

        SwitchEmitter.Emit(
            writer,
            "(long Per, string? Tier, string? Discount)",
            "TermsOf",
            $"ModelId model, {Global.Level} level{source.TimeParameter}",
            $"({keys.OfModel}, level)",
            arms,
            "(1_000_000, null, null)");

        // Rows with equal terms lie together.
        void AddRows(IReadOnlyList<PricedModel> models, string level, Func<PricedModel, string> discount)
        {
            var rows = new List<PricedModel>(models.Count);
            foreach (var priced in models)
            {
                if (keys.IsRow(priced))
                {
                    rows.Add(priced);
                }
            }

            for (var i = 0; i < rows.Count; i++)
            {
                if (i + 1 == rows.Count || !HaveEqualTerms(rows[i], rows[i + 1], discount))
                {
                    var (terms, pattern) = (TermsOf(rows[i], discount), $"(<= {keys.PatternOf(rows[i])}, {level})");
                    arms.Add(() => writer.Line($"{pattern} => {terms},"));
                }
            }
        }

        void EmitArm(PricedModel priced, string level, Func<PricedModel, string> discount)
        {
            var pattern = $"({keys.PatternOf(priced)}, {level})";
            if (priced.Model.Price is ModelPrice.Windowed windowed)
            {
                var per = Literal.Integer(priced.Model.Per.Quantity);
                WindowEmitter.Emit(writer, pattern, windowed.Windows, window => $"({per}, {Literal.String(window.ToString())}, {discount(priced)})", "MinuteOf(time)");
                return;
            }

            writer.Line($"{pattern} => {TermsOf(priced, discount)},");
        }

        string TermsOf(PricedModel priced, Func<PricedModel, string> discount)
        {
            var (_, bought, tier) = source.Card.PricesOf(priced.Model);
            return $"({Literal.Integer(bought.Quantity)}, {(tier is null ? "null" : Literal.String(tier))}, {discount(priced)})";
        }

        bool HaveEqualTerms(PricedModel priced, PricedModel other, Func<PricedModel, string> discount)
        {
            var (_, bought, tier) = source.Card.PricesOf(priced.Model);
            var (_, otherBought, otherTier) = source.Card.PricesOf(other.Model);
            return bought.Quantity == otherBought.Quantity && tier == otherTier && discount(priced) == discount(other);
        }

        bool NeedsArm(PricedModel priced, Func<PricedModel, string> discount) =>
            priced.Model.Price is ModelPrice.Windowed || TermsOf(priced, discount) != "(1_000_000, null, null)";
    }

    private static void EmitMinute(SourceWriter writer) => writer.Lines(
        $$"""
        // The minute of the week in UTC, from Monday midnight; negative when no time is given.
        private static int MinuteOf({{Global.DateTimeOffset}}? time)
        {
            if (time is not { } instant)
            {
                return -1;
            }

            var utc = instant.UtcDateTime;
            return (((int)utc.DayOfWeek + 6) % 7 * 1440) + (utc.Hour * 60) + utc.Minute;
        }

        """);
}
