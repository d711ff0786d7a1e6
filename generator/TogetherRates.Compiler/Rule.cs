namespace TogetherRates.Compiler;

/// <summary>How much a problem weighs unless the project's configuration says otherwise.</summary>
public enum RuleSeverity
{
    /// <summary>The card doesn't build.</summary>
    Error,

    /// <summary>The card builds; a reviewer should look.</summary>
    Warning,
}

/// <summary>One rule that a rate card has to keep.</summary>
/// <param name="Id">The stable id, <c>RATE</c> and four digits; the first digit is the family.</param>
/// <param name="Title">What the rule asks for, in a few words.</param>
/// <param name="MessageFormat">The message of a problem, with placeholders for its numbers and names.</param>
/// <param name="Severity">The severity without configuration. Errors make a wrong price possible, so they can't be configured away.</param>
public sealed record Rule(string Id, string Title, string MessageFormat, RuleSeverity Severity)
{
    /// <summary>The family that the first digit of the id stands for.</summary>
    public string Family => Id[4] switch
    {
        '1' => "Reading",
        '2' => "Tiers",
        '3' => "Money",
        '4' => "Names",
        '5' => "Time",
        '6' => "Plausibility",
        _ => "Use",
    };

    /// <summary>Where the rule is explained, with a bad card and the good one.</summary>
    public Uri HelpPage => new("https://github.com/togetherrates/togetherrates/blob/main/docs/rules/" + Id + ".md");
}
