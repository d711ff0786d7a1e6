using System.CommandLine;

namespace TogetherRates.Cli.Arguments;

/// <summary>An option that says how many units were used.</summary>
internal sealed class QuantityOption : Option<string?>
{
    /// <summary>An option of this name.</summary>
    public QuantityOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "N";
    }

    /// <summary>The quantity that a call gives, or null when it gives none.</summary>
    /// <exception cref="ToolException">What it gives isn't a quantity.</exception>
    public long? Read(ParseResult call)
    {
        if (call.GetValue(this) is not { } text)
        {
            return null;
        }

        return Quantity.TryParse(text, out var quantity, out var error)
            ? quantity
            : throw ToolException.WrongCall("wrongValue", $"{Name}: {error}");
    }
}
