using System.Globalization;

namespace TogetherRates;

/// <content>Rows of columns.</content>
public sealed partial class PriceNotFoundException
{
    /// <summary>A row's model has no price for input and output tokens, or none for output tokens.</summary>
    internal static PriceNotFoundException ForColumn(int row, int index, string? id, uint outputTokens)
    {
        var model = string.Create(CultureInfo.InvariantCulture, $"Row {row}: '{Shorten(id ?? string.Empty)}' (index {index})");
        return new(
            id is null ? string.Create(CultureInfo.InvariantCulture, $"Row {row}: no model of the card has the index {index}. An index is a ModelId as a number; 0 is no model.")
            : outputTokens > 0 ? string.Create(CultureInfo.InvariantCulture, $"{model} bills input only, but the row has {outputTokens} output tokens.")
            : $"{model} isn't priced by input and output tokens alone, so a column can't price it: price it by itself, with its usage.");
    }

    /// <summary>A row's size isn't one that a table prices.</summary>
    internal static PriceNotFoundException ForColumnSize(int row, long size, string table, long end) => new(
        size <= 0
            ? string.Create(CultureInfo.InvariantCulture, $"Row {row}: a model of {size} parameters doesn't exist; a size is the number of parameters, 70000000000 for 70B.")
            : string.Create(CultureInfo.InvariantCulture, $"Row {row}: {table} has no price above {ModelSize.FromParameters(end)}; {ModelSize.FromParameters(size)} was asked for."));
}
