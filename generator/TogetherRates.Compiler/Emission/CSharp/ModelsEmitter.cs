using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes a member for each model, documented with its price.</summary>
internal static class ModelsEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    public static void Emit(SourceWriter writer, CardSource source)
    {
        writer.Summary("The models by name.");
        writer.Open("public static class Models");
        EmitMembers(writer, source, source.Card.Serverless.Models);
        writer.Close();
        writer.Line();
        var parameter = source.OptionalConditions;
        var argument = source.ConditionArguments;
        writer.Lines(
            $$"""
            /// <summary>One model of the card, ready to be priced.</summary>
            public readonly struct Model
            {
                internal Model(ModelId modelId) => ModelId = modelId;

                /// <summary>The model's place in the card.</summary>
                public ModelId ModelId { get; }

                /// <summary>The id that the provider's API uses.</summary>
                public string Id => IdOf(ModelId);

                /// <summary>Prices a usage. False when the card has no price for the service level or a meter of the usage.</summary>
                public bool TryPrice(in {{Global.Usage}} usage, out {{Global.Money}} cost, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) =>
                    {{source.ClassName}}.TryPrice(ModelId, usage, out cost, level{{argument}});

                /// <summary>Prices a usage.</summary>
                /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or a meter of the usage.</exception>
                public {{Global.Money}} Price(in {{Global.Usage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) => {{source.ClassName}}.Price(ModelId, usage, level{{argument}});

                /// <summary>Prices a usage, in a batch or at once.</summary>
                /// <exception cref="{{Global.PriceNotFound}}">The card has no batch price for the model, or none for a meter of the usage.</exception>
                public {{Global.Money}} Price(in {{Global.Usage}} usage, bool batch{{parameter}}) => Price(usage, batch ? {{Global.Level}}.Batch : {{Global.Level}}.Standard{{argument}});

                /// <summary>Prices a usage, line by line.</summary>
                /// <exception cref="{{Global.PriceNotFound}}">The card has no price for the service level or a meter of the usage.</exception>
                public {{Global.Quote}} Explain(in {{Global.Usage}} usage, {{Global.Level}} level = {{Global.Level}}.Standard{{parameter}}) => {{source.ClassName}}.Explain(ModelId, usage, level{{argument}});
            }

            """);
    }

    /// <summary>Writes a member for each model of a section.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    /// <param name="models">The models.</param>
    public static void EmitMembers(SourceWriter writer, CardSource source, EquatableArray<Model> models)
    {
        foreach (var model in models)
        {
            if (model.Variants.Count == 0)
            {
                EmitModel(writer, source, MemberName.Of(model), new PricedModel(model, null, null));
                continue;
            }

            writer.Summary($"{Literal.Xml(model.Name ?? model.Id)}, in variants that are priced apart.");
            writer.Open("public static class " + MemberName.Of(model));
            foreach (var variant in model.Variants)
            {
                EmitModel(writer, source, MemberName.Of(variant), new PricedModel(variant.Model, model, variant.Label));
            }

            writer.Close();
        }
    }

    private static void EmitModel(SourceWriter writer, CardSource source, string name, PricedModel priced)
    {
        source.Describe(writer, priced);
        ObsoleteEmitter.Emit(writer, priced.Model.Id, priced.Model.Retirement);
        // Thousands of properties take a compiler a second more than thousands of fields: the race "Build" shows it.
        writer.Line($"public static {(source.HasManyMembers ? "readonly Model" : "Model")} {name} {(source.HasManyMembers ? "=" : "=>")} new(ModelId.{priced.EnumName});");
    }
}
