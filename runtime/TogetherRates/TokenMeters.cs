using System.Diagnostics.CodeAnalysis;

namespace TogetherRates;

/// <summary>The token meters of a text model. Cached input and cache writes are parts of input, reasoning is a part of output.</summary>
[Flags]
[SuppressMessage("Design", "CA1028:Enum Storage should be Int32", Justification = "A row of rates is constant data: two bytes are enough.")]
public enum TokenMeters : ushort
{
    /// <summary>No meter.</summary>
    None = 0,

    /// <summary>Tokens sent to the model.</summary>
    Input = 1,

    /// <summary>Input tokens read from the provider's cache.</summary>
    CachedInput = 2,

    /// <summary>Input tokens written to the provider's cache.</summary>
    CacheWrite = 4,

    /// <summary>Cache writes that are kept for an hour.</summary>
    CacheWrite1h = 8,

    /// <summary>Tokens that the model generated.</summary>
    Output = 16,

    /// <summary>Output tokens that the model spent on reasoning.</summary>
    Reasoning = 32,
}
