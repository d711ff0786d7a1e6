using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads how fast accounts may send requests.</summary>
internal static class LimitsReader
{
    /// <summary>Reads the section.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The tiers of accounts as far as they can be read, in the card's order.</returns>
    public static EquatableArray<AccountTier> Read(ObjectReader card)
    {
        var tiers = new List<AccountTier>();
        if (card.Object("limits", card.Find("limits")) is { } node)
        {
            var limits = new ObjectReader(node, Shape.Limits, card.Problems);
            foreach (var property in limits.Object("tiers", limits.Require("tiers", "the tiers of accounts by name"))?.Properties ?? default)
            {
                if (ObjectReader.CheckLabel(card.Problems, "the name of an account tier", property.Name, property.NameSpan))
                {
                    tiers.Add(limits.Object(property.Name, property) is { } tier
                        ? ReadTier(property.Name, new ObjectReader(tier, Shape.AccountTier, card.Problems, $"account tier '{property.Name}'"))
                        : new AccountTier(property.Name, null, default, null, null));
                }
            }
        }

        return new([.. tiers]);
    }

    private static AccountTier ReadTier(string name, ObjectReader tier)
    {
        if (!tier.Has("tokensPerMinute"))
        {
            _ = tier.Require("requestsPerMinute", "a tier limits requests, tokens, or both");
        }

        var spend = tier.Require("spend", "from which spend on an account is in the tier, 0 for all accounts") is { } value
            ? tier.AsNumber("spend", value)
            : null;
        return new AccountTier(
            name,
            tier.Label("member", tier.Find("member")),
            spend ?? default,
            tier.Integer("requestsPerMinute", tier.Find("requestsPerMinute"), 1, int.MaxValue),
            tier.Integer("tokensPerMinute", tier.Find("tokensPerMinute"), 1, int.MaxValue));
    }
}
