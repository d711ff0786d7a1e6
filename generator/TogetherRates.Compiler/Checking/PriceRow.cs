using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Checking;

/// <summary>A place of a card that prices tokens: a tier, a model, a variant or a window.</summary>
/// <param name="name">What messages call it.</param>
/// <param name="family">The models that it is compared with closely, or null for none.</param>
/// <param name="parent">Where it stands, or what it stands in.</param>
/// <param name="step">The property of the parent that it is, or null when the parent is its own place.</param>
/// <param name="prices">Its prices.</param>
/// <param name="quantity">How many tokens they buy.</param>
/// <param name="place">Which of the rows it is, from 0.</param>
/// <param name="since">A time at which they are in force, where they change with the time of day.</param>
/// <param name="condition">What they depend on beside that: the length of the context, the service level.</param>
internal sealed class PriceRow(
    string name, string? family, CardPath parent, string? step, TokenPrices prices, long quantity, int place, DateTime since = default, string condition = "")
{
    /// <summary>What messages call it.</summary>
    public string Name => name;

    /// <summary>Which of the rows it is, from 0.</summary>
    public int Place => place;

    /// <summary>The models that it is compared with closely, or null for none.</summary>
    public string? Family => family;

    /// <summary>A time, in the week that starts with the calendar, at which the prices are in force.</summary>
    public DateTime Since => since;

    /// <summary>What the prices depend on beside time, or nothing: <c>above 200K input tokens</c>.</summary>
    public string Condition => condition;

    /// <summary>Where it stands.</summary>
    public CardPath Path => step is null ? parent : parent.Property(step);

    /// <summary>Its prices.</summary>
    public TokenPrices Prices => prices;

    /// <summary>How many tokens the prices buy.</summary>
    public long Quantity => quantity;

    /// <summary>The price of input on the <see cref="PriceScale"/>, 0 where there is none.</summary>
    public long Input { get; } = Scale(prices, Meter.Input, quantity);

    /// <summary>The price of output on the <see cref="PriceScale"/>, 0 where there is none.</summary>
    public long Output { get; } = Scale(prices, Meter.Output, quantity);

    /// <summary>The price of input or of output on the <see cref="PriceScale"/>.</summary>
    /// <param name="meter">One of the two.</param>
    /// <returns>The price, 0 where there is none.</returns>
    public long Of(Meter meter) => meter == Meter.Input ? Input : Output;

    /// <summary>Where a meter's price is written.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>The place of <c>price</c> or of the meter's own property.</returns>
    public CardPath PathOf(Meter meter) =>
        Path.Property(prices.IsUniform && meter is Meter.Input or Meter.Output ? "price" : Meters.NameOf(meter));

    /// <summary>Whether a meter's price has a place of its own, which the output's share of a uniform price has not.</summary>
    /// <param name="meter">The meter.</param>
    /// <returns>Whether a problem with it can be reported.</returns>
    public bool IsWritten(Meter meter) => !(prices.IsUniform && meter == Meter.Output);

    /// <summary>A meter's price for messages.</summary>
    /// <param name="meter">A meter that has one.</param>
    /// <returns>The exact price of a million tokens.</returns>
    public string TextOf(Meter meter) => PriceScale.PerMillion(prices.Of(meter) ?? default, quantity).ToString();

    private static long Scale(TokenPrices prices, Meter meter, long quantity)
    {
        for (var i = 0; i < prices.Meters.Count; i++)
        {
            if (prices.Meters[i].Meter == meter)
            {
                return PriceScale.Of(prices.Meters[i].Price, quantity);
            }
        }

        return 0;
    }
}
