using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Schema;

namespace TogetherRates.Compiler.Tests.Schema;

/// <summary>The schema that editors use. The library validates a thousand times an hour and no more.</summary>
internal static class CardSchema
{
    private static readonly Lazy<JSchema> Schema = new(() => JSchema.Parse(Text));

    public static string Text => Repository.Read("ratecards/schema/ratecard.schema.json");

    /// <summary>The definitions of the objects of a card, by name.</summary>
    public static IReadOnlyDictionary<string, JObject> Definitions =>
        ((JObject)JObject.Parse(Text)["$defs"]!).Properties().ToDictionary(property => property.Name, property => (JObject)property.Value, StringComparer.Ordinal);

    /// <summary>What the schema has against a card.</summary>
    public static IReadOnlyList<string> Validate(string card)
    {
        using var reader = new JsonTextReader(new StringReader(card)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        JToken.ReadFrom(reader).IsValid(Schema.Value, out IList<string> errors);
        return [.. errors];
    }

    /// <summary>What the schema has against each of many cards, by their place; nothing against the others. All are validated at once.</summary>
    public static IReadOnlyDictionary<int, string> RefusedOf(IReadOnlyList<string> cards)
    {
        var schema = JObject.Parse(Text);
        schema.Remove("$id");
        schema.Remove("$ref");
        schema["items"] = new JObject { ["$ref"] = "#/$defs/card" };
        using var reader = new JsonTextReader(new StringReader("[" + string.Join(',', cards) + "]")) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        JToken.ReadFrom(reader).IsValid(JSchema.Parse(schema.ToString()), out IList<ValidationError> errors);
        return errors
            .GroupBy(error => int.Parse(error.Path.AsSpan(1, error.Path.IndexOf(']', StringComparison.Ordinal) - 1), System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(ofCard => ofCard.Key, ofCard => $"{ofCard.First().Message} ({ofCard.First().Path})");
    }
}
