namespace TogetherRates;

/// <summary>How urgently a request is served, which some cards price apart.</summary>
public enum ServiceLevel
{
    /// <summary>At once, at the card's own prices.</summary>
    Standard,

    /// <summary>Within hours, collected in a batch.</summary>
    Batch,

    /// <summary>Ahead of standard requests.</summary>
    Priority,

    /// <summary>When there is capacity to spare.</summary>
    Flex,
}
