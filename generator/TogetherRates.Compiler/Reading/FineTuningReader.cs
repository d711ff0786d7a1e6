using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads the prices of fine-tuning.</summary>
internal static class FineTuningReader
{
    /// <summary>Reads the section.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The section as far as it can be read; null when the card doesn't have it.</returns>
    public static FineTuning? Read(ObjectReader card)
    {
        if (card.Object("fineTuning", card.Find("fineTuning")) is not { } node)
        {
            return null;
        }

        var section = new ObjectReader(node, Shape.FineTuning, card.Problems);
        var per = PerReader.ReadTokens(section);
        var step = section.Size("step");
        var above = section.Word("above", section.Find("above"), "unpriced");
        var isTable = !section.Has("models") || section.Has("step") || section.Has("above");
        var why = section.Has("models") ? "'step' and 'above' say how they go on" : "the prices by model size";
        var rows = isTable ? section.List("bands", section.Require("bands", why)) : section.FilledList("bands", "one band");
        return new FineTuning(per, step, above == 0, ReadBands(section, rows), ReadModels(section));
    }

    private static EquatableArray<FineTuningBand> ReadBands(ObjectReader section, JsonArray? rows)
    {
        var bands = new List<FineTuningBand>();
        foreach (var row in rows?.Items ?? [])
        {
            if (section.Object("bands", row) is { } node)
            {
                var band = new ObjectReader(node, Shape.FineTuningBand, section.Problems);
                bands.Add(new FineTuningBand(band.Size("from"), band.Size("upTo"), ReadPrices(band)));
            }
        }

        return new([.. bands]);
    }

    private static EquatableArray<FineTuningModel> ReadModels(ObjectReader section)
    {
        var models = new List<FineTuningModel>();
        foreach (var property in section.FilledObject("models", "one model with its prices")?.Properties ?? default)
        {
            if (ObjectReader.CheckLabel(section.Problems, "a model id", property.Name, property.NameSpan))
            {
                models.Add(section.Object(property.Name, property) is { } node
                    ? ReadModel(property.Name, new ObjectReader(node, Shape.FineTuningModel, section.Problems, "fine-tuning model", property.Name))
                    : new FineTuningModel(property.Name, null, null, default, new FineTuningPrices(default), null));
            }
        }

        return new([.. models]);
    }

    private static FineTuningModel ReadModel(string id, ObjectReader model) => new(
        id,
        model.Label("name", model.Find("name")),
        model.Label("member", model.Find("member")),
        ModelReader.ReadAliases(model),
        ReadPrices(model),
        model.Number("minimum"));

    private static FineTuningPrices ReadPrices(ObjectReader owner)
    {
        var cells = new List<FineTuningPrice>();
        if (!owner.Has("sft") && !owner.Has("dpo"))
        {
            _ = owner.Require("sft", "the prices by method, such as { \"lora\": 0.48, \"full\": 0.54 }");
        }

        foreach (var type in new[] { TuningType.Sft, TuningType.Dpo })
        {
            var name = FineTuningCell.NameOf(type);
            if (owner.Object(name, owner.Find(name)) is { } node)
            {
                var methods = new ObjectReader(node, Shape.FineTuningPrices, owner.Problems, $"'{name}'");
                foreach (var method in new[] { TuningMethod.LoRA, TuningMethod.Full })
                {
                    ReadCell(methods, new FineTuningCell(type, method), cells);
                }

                if (!methods.Has("lora") && !methods.Has("full"))
                {
                    _ = methods.Require("lora", "what a job costs with LoRA; 'full' is the price of training all weights");
                }
            }
        }

        return new FineTuningPrices(new([.. cells]));
    }

    private static void ReadCell(ObjectReader methods, FineTuningCell cell, List<FineTuningPrice> cells)
    {
        var name = FineTuningCell.NameOf(cell.Method);
        if (methods.Find(name) is JsonString { Value: "unpriced" })
        {
            cells.Add(new FineTuningPrice(cell, null));
        }
        else if (methods.Number(name) is { } price)
        {
            cells.Add(new FineTuningPrice(cell, price));
        }
    }
}
