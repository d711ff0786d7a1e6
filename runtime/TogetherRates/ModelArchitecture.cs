namespace TogetherRates;

/// <summary>Which size table a model belongs to.</summary>
public enum ModelArchitecture
{
    /// <summary>Every parameter takes part in every token.</summary>
    Dense,

    /// <summary>Each token passes through some of the experts; the size is that of all of them together.</summary>
    MixtureOfExperts,
}
