using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the prices of fine-tuning: a switch whose arms are the rows of the price page.</summary>
internal static class FineTuningEmitter
{
    private const string Job = "in " + Global.FineTuningJob + " job";
    private const string Way = Global.FineTuningType + " type, " + Global.FineTuningMethod + " method";

    /// <summary>Writes the class.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        if (source.Card.FineTuning is not { } tuning)
        {
            return;
        }

        EmitSummary(writer, source, tuning);
        writer.Open("public static class FineTuning");
        if (tuning.Bands.Count > 0)
        {
            EmitSizes(writer, source, tuning);
        }

        if (tuning.Models.Count > 0)
        {
            EmitModels(writer, source, tuning);
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>Writes what the card says as an <c>IRateCard</c>.</summary>
    /// <param name="writer">Where to, inside the nested class.</param>
    /// <param name="source">The card.</param>
    public static void EmitCard(SourceWriter writer, CardSource source)
    {
        if (source.Card.FineTuning is not { } tuning)
        {
            return;
        }

        if (tuning.Bands.Count > 0)
        {
            writer.Lines(
                $$"""

                public bool TryExplain({{Way}}, {{Global.Size}} size, {{Job}}, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote) =>
                    FineTuning.TryExplain(type, method, size, job, out quote);
                """);
        }

        if (tuning.Models.Count > 0)
        {
            writer.Line();
            CardClassEmitter.EmitStrings(writer, "TuningModels", tuning.Models.Select(model => model.Id).OrderBy(id => id, StringComparer.Ordinal));
            writer.Lines(
                $$"""
                public {{Global.StringList}} FineTuningModelIds => TuningModels;

                public bool TryExplain({{Way}}, {{Global.Chars}} modelId, {{Job}}, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote) =>
                    FineTuning.TryExplain(type, method, modelId, job, out quote);
                """);
        }
    }

    /// <summary>Writes the members of a card that has mistakes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="tuning">The section as far as it could be read, or null.</param>
    /// <param name="noPrice">What stands in for a price.</param>
    public static void EmitSkeleton(SourceWriter writer, FineTuning? tuning, string noPrice)
    {
        if (tuning is null)
        {
            return;
        }

        writer.Line();
        writer.Open("public static class FineTuning");
        writer.Open("public enum ModelId");
        foreach (var name in tuning.Models.Select(MemberName.Of).Where(MemberName.IsUsableAmongModels).Distinct(StringComparer.Ordinal))
        {
            writer.Line(name + ",");
        }

        writer.Close();
        writer.Lines(
            $$"""

            public static bool TryFind({{Global.Chars}} modelId, out ModelId model) => {{noPrice}};
            public static string IdOf(ModelId model) => {{noPrice}};
            """);
        foreach (var subject in new[] { Global.Size + " size", "ModelId model", Global.Chars + " modelId" })
        {
            writer.Lines(
                $$"""
                public static bool TryPrice({{Way}}, {{subject}}, {{Job}}, out {{Global.Money}} cost) => {{noPrice}};
                public static {{Global.Money}} Price({{Way}}, {{subject}}, {{Job}}) => {{noPrice}};
                public static bool TryExplain({{Way}}, {{subject}}, {{Job}}, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote) => {{noPrice}};
                public static {{Global.Quote}} Explain({{Way}}, {{subject}}, {{Job}}) => {{noPrice}};
                """);
        }

        writer.Close();
    }

    private static void EmitSummary(SourceWriter writer, CardSource source, FineTuning tuning)
    {
        writer.Line("/// <summary>");
        writer.Line("/// Fine-tuning, paid for by the tokens that a job processes:");
        writer.Line("/// <list type=\"table\">");
        foreach (var band in tuning.Bands)
        {
            writer.Line($"/// <item><term>{Literal.Xml(tuning.RangeOf(band))}</term><description>{Literal.Xml(TextOf(band.Prices, tuning.Per, source.Prices))}</description></item>");
        }

        foreach (var model in tuning.Models)
        {
            writer.Line($"/// <item><term>{Literal.Xml(model.Name ?? model.Id)}</term><description>{Literal.Xml(TextOf(model, tuning.Per, source.Prices))}</description></item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// A size between two bounds belongs to the next row.");
        writer.Line("/// </summary>");
    }

    private static void EmitSizes(SourceWriter writer, CardSource source, FineTuning tuning)
    {
        EmitPricing(writer, "of a model by its size", Global.Size + " size", "RatesOf(size.Parameters)", $"size.ToString(), rates.Explain(type, method, job, {PerOf(tuning)}, BandOf(size.Parameters))", "size");

        writer.Line("// Quanta per token; the default where the card has no price.");
        writer.Open($"private static {Global.FineTuningRates} RatesOf(long parameters) => parameters switch");
        writer.Line("<= 0 => default,");
        foreach (var band in tuning.Bands)
        {
            writer.Line($"// {tuning.RangeOf(band)}: {TextOf(band.Prices, tuning.Per, source.Prices)}");
            writer.Line($"{Pattern(band)} => new({RatesOf(band.Prices, tuning.Per)}),");
        }

        EndSwitch(writer, tuning, "default");

        writer.Open("private static string BandOf(long parameters) => parameters switch");
        writer.Line("<= 0 => string.Empty,");
        foreach (var band in tuning.Bands)
        {
            writer.Line($"{Pattern(band)} => {Literal.String(tuning.RangeOf(band))},");
        }

        EndSwitch(writer, tuning, "string.Empty");

        var end = tuning.Bands[tuning.Bands.Count - 1].UpTo is { } upTo
            ? $"{Global.Size}.FromParameters({Literal.Integer((long)upTo.Parameters)})"
            : "default";
        writer.Lines(
            $$"""
            private static {{Global.PriceNotFound}} NoPrice({{Way}}, {{Global.Size}} size) => BandOf(size.Parameters).Length == 0
                ? {{Global.PriceNotFound}}.ForSize("fineTuning", size, {{end}})
                : {{Global.PriceNotFound}}.ForFineTuning(size.ToString(), type, method, RatesOf(size.Parameters));
            """);
    }

    private static void EmitModels(SourceWriter writer, CardSource source, FineTuning tuning)
    {
        if (tuning.Bands.Count > 0)
        {
            writer.Line();
        }

        EmitModelIds(writer, source, tuning);
        EmitPricing(writer, "of a model that has prices of its own", "ModelId model", "RatesOf(model)", $"IdOf(model), rates.Explain(type, method, job, {PerOf(tuning)})", "model");
        writer.Lines(
            $$"""
            /// <summary>Prices a job of a model by its id. False when the card has no price of its own for the model, or none for the type and the method.</summary>
            public static bool TryPrice({{Way}}, {{Global.Chars}} modelId, {{Job}}, out {{Global.Money}} cost)
            {
                cost = default;
                return TryFind(modelId, out var model) && TryPrice(type, method, model, job, out cost);
            }

            /// <summary>Prices a job of a model by its id.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price of its own for the model, or none for the type and the method.</exception>
            public static {{Global.Money}} Price({{Way}}, {{Global.Chars}} modelId, {{Job}}) =>
                TryFind(modelId, out var model) ? Price(type, method, model, job) : throw {{Global.PriceNotFound}}.ForFineTuningModel(modelId, Card);

            /// <summary>Prices a job of a model by its id, line by line. False when the card has no price of its own for the model, or none for the type and the method.</summary>
            public static bool TryExplain({{Way}}, {{Global.Chars}} modelId, {{Job}}, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote)
            {
                quote = null;
                return TryFind(modelId, out var model) && TryExplain(type, method, model, job, out quote);
            }

            /// <summary>Prices a job of a model by its id, line by line.</summary>
            /// <exception cref="{{Global.PriceNotFound}}">The card has no price of its own for the model, or none for the type and the method.</exception>
            public static {{Global.Quote}} Explain({{Way}}, {{Global.Chars}} modelId, {{Job}}) =>
                TryFind(modelId, out var model) ? Explain(type, method, model, job) : throw {{Global.PriceNotFound}}.ForFineTuningModel(modelId, Card);

            private static {{Global.PriceNotFound}} NoPrice({{Way}}, ModelId model) =>
                {{Global.PriceNotFound}}.ForFineTuning(IdOf(model), type, method, RatesOf(model));

            """);

        writer.Line("// Quanta per token, and the least that a job costs.");
        writer.Open($"private static {Global.FineTuningRates} RatesOf(ModelId model) => model switch");
        foreach (var model in tuning.Models)
        {
            var minimum = model.Minimum is { Sign: > 0 } least ? ", minimum: " + Amount(least) : string.Empty;
            writer.Line("// " + TextOf(model, tuning.Per, source.Prices));
            writer.Line($"ModelId.{MemberName.Of(model)} => new({RatesOf(model.Prices, tuning.Per)}{minimum}),");
        }

        EndModelSwitch(writer);
    }

    private static void EmitModelIds(SourceWriter writer, CardSource source, FineTuning tuning)
    {
        writer.Summary("The models that have prices of their own. The default value is none of them.");
        writer.Open("public enum ModelId");
        for (var i = 0; i < tuning.Models.Count; i++)
        {
            var model = tuning.Models[i];
            var name = model.Name is { } given ? Literal.Xml(given) + ", " : string.Empty;
            writer.Summary($"{name}<c>{Literal.Xml(model.Id)}</c>: {Literal.Xml(TextOf(model, tuning.Per, source.Prices))}.");
            writer.Line(MemberName.Of(model) + (i == 0 ? " = 1," : ","));
        }

        writer.Close();
        writer.Line();

        writer.Summary($"Finds a model that has prices of its own by its id or an alias, {source.CaseRule}.");
        writer.Open($"public static bool TryFind({Global.Chars} modelId, out ModelId model)");
        var ids = tuning.Models.SelectMany(model => model.Aliases.Prepend(model.Id).Select(id => new IdArm(id, "ModelId." + MemberName.Of(model))));
        IdSwitchEmitter.Emit(writer, "model", "modelId", ids, source.Card.IgnoresCase);
        writer.Line("return model != default;");
        writer.Close();
        writer.Line();

        writer.Summary("The id of a model as the provider's API writes it.");
        writer.Open("public static string IdOf(ModelId model) => model switch");
        foreach (var model in tuning.Models)
        {
            writer.Line($"ModelId.{MemberName.Of(model)} => {Literal.String(model.Id)},");
        }

        EndModelSwitch(writer);
        writer.Line();
    }

    // The four methods that price by a size or by a model, which differ only in where the rates come from.
    private static void EmitPricing(SourceWriter writer, string what, string subject, string rates, string quote, string argument) => writer.Lines(
        $$"""
        /// <summary>Prices a job {{what}}. False when the card has no price for the {{argument}}, or none for the type and the method.</summary>
        public static bool TryPrice({{Way}}, {{subject}}, {{Job}}, out {{Global.Money}} cost) =>
            {{rates}}.TryPrice(type, method, job, out cost);

        /// <summary>Prices a job {{what}}.</summary>
        /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the {{argument}}, or none for the type and the method.</exception>
        public static {{Global.Money}} Price({{Way}}, {{subject}}, {{Job}}) =>
            TryPrice(type, method, {{argument}}, job, out var cost) ? cost : throw NoPrice(type, method, {{argument}});

        /// <summary>Prices a job {{what}}, line by line. False when the card has no price for the {{argument}}, or none for the type and the method.</summary>
        public static bool TryExplain({{Way}}, {{subject}}, {{Job}}, {{Global.NotNullWhenTrue}} out {{Global.Quote}}? quote)
        {
            var rates = {{rates}};
            quote = rates.Has(type, method) ? QuoteOf({{quote}}) : null;
            return quote is not null;
        }

        /// <summary>Prices a job {{what}}, line by line.</summary>
        /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the {{argument}}, or none for the type and the method.</exception>
        public static {{Global.Quote}} Explain({{Way}}, {{subject}}, {{Job}}) =>
            TryExplain(type, method, {{argument}}, job, out var quote) ? quote : throw NoPrice(type, method, {{argument}});

        """);

    private static void EndSwitch(SourceWriter writer, FineTuning tuning, string noPrice)
    {
        if (tuning.Bands[tuning.Bands.Count - 1].UpTo is { } end)
        {
            writer.Line($"_ => {noPrice}, // above {end}: no price");
        }

        writer.Close(";");
        writer.Line();
    }

    private static void EndModelSwitch(SourceWriter writer)
    {
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(model), model, \"This is not a model with prices of its own.\"),");
        writer.Close(";");
    }

    private static string Pattern(FineTuningBand band) =>
        band.UpTo is { } upTo ? "<= " + Literal.Integer((long)upTo.Parameters) : "_";

    private static string PerOf(FineTuning tuning) => Literal.Integer(tuning.Per.Quantity);

    private static string RatesOf(FineTuningPrices prices, Per per) => string.Join(", ", prices.Cells
        .Where(cell => cell.Price is not null)
        .Select(cell => ParameterOf(cell.Cell) + ": " + Literal.Integer(Quanta.Rate(cell.Price!.Value, per.Quantity))));

    private static string ParameterOf(FineTuningCell cell) => FineTuningCell.NameOf(cell.Type) + cell.Method;

    // A minimum may be more than 63 bits of quanta, so it is written in two halves.
    private static string Amount(Rational amount)
    {
        var quanta = (amount * Quanta.PerCurrencyUnit).Numerator;
        var upper = Literal.Integer((ulong)(quanta >> 64));
        var lower = Literal.Integer((ulong)(quanta & ulong.MaxValue));
        return $"{Global.Money}.FromQuanta(new({upper}, {lower}))";
    }

    private static string TextOf(FineTuningModel model, Per per, PriceText prices) =>
        TextOf(model.Prices, per, prices) + (model.Minimum is { Sign: > 0 } minimum ? "; at least " + prices.Amount(minimum) : string.Empty);

    private static string TextOf(FineTuningPrices row, Per per, PriceText prices) => string.Join(", ", row.Cells
        .Where(cell => cell.Price is not null)
        .Select(cell => cell.Cell + " " + prices.Amount(cell.Price!.Value))) + " per " + per;
}
