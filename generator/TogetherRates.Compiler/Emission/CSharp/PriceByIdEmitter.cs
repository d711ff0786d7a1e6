namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>Writes the methods that price by an id: as a string, as characters and in UTF-8.</summary>
internal static class PriceByIdEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The card.</param>
    /// <param name="usage">The type of what is priced.</param>
    /// <param name="id">The name of the parameter that holds the id.</param>
    /// <param name="work">What the methods do.</param>
    /// <param name="lacking">What the card may have no price for.</param>
    /// <param name="emitPrice">Writes how a model that was found is priced; null to call the method that does it, which would be one more to compile before the first price.</param>
    public static void Emit(
        SourceWriter writer, CardSource source, string usage, string id, string work, string lacking, Action<SourceWriter, CardSource>? emitPrice = null)
    {
        var utf8Id = "utf8" + char.ToUpperInvariant(id[0]) + id.Substring(1);
        EmitOne("string?", id, $"{work}. False when the card has no price for {lacking}.");
        EmitOne(Global.Chars, id, $"{work}, given as characters. False when the card has no price for it.");
        EmitOne(Global.Bytes, utf8Id, $"{work}, given in UTF-8. False when the card has no price for it.");

        void EmitOne(string type, string parameter, string summary)
        {
            writer.Summary(summary);
            if (emitPrice is not null)
            {
                // As the runtime does by itself with a method that only calls two others.
                writer.Line(Global.Inlined);
            }

            writer.Open($"public static bool TryPrice({type} {parameter}, in {usage} usage, out {Global.Money} cost, {Global.Level} level = {Global.Level}.Standard{source.OptionalConditions})");
            writer.Open($"if (TryFind({parameter}, out var model))");
            if (emitPrice is null)
            {
                writer.Line($"return TryPrice(model, usage, out cost, level{source.ConditionArguments});");
            }
            else
            {
                emitPrice(writer, source);
            }

            writer.Close();
            writer.Line();
            writer.Line("cost = default;");
            writer.Line("return false;");
            writer.Close();
            writer.Line();
        }
    }
}
