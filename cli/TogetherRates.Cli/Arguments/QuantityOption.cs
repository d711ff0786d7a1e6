using System.CommandLine;

namespace TogetherRates.Cli.Arguments;

/// <summary>An option that says how many units were used.</summary>
internal sealed class QuantityOption : Option<long?>
{
    /// <summary>An option of this name.</summary>
    public QuantityOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "N";
        CustomParser = result =>
        {
            if (!Quantity.TryParse(result.Tokens[0].Value, out var quantity, out var error))
            {
                result.AddError($"{name}: {error}");
            }

            return quantity;
        };
    }
}
