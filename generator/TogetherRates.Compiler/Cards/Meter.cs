namespace TogetherRates.Compiler.Cards;

/// <summary>What is counted and billed. The names are those of the card, in PascalCase; a part is counted in its whole too.</summary>
public enum Meter
{
    /// <summary>All tokens that go in.</summary>
    Input,

    /// <summary>The part of the input that was read from a cache.</summary>
    CachedInput,

    /// <summary>The part of the input that was written to a cache.</summary>
    CacheWrite,

    /// <summary>The part of the cache writes that is kept for an hour.</summary>
    CacheWrite1h,

    /// <summary>All tokens that come out.</summary>
    Output,

    /// <summary>The part of the output that the model used to reason.</summary>
    Reasoning,

    /// <summary>The part of the input that stands for sound.</summary>
    InputAudio,

    /// <summary>The part of the sound, and of the cached input, that was read from a cache.</summary>
    CachedInputAudio,

    /// <summary>The part of the output that stands for sound.</summary>
    OutputAudio,

    /// <summary>The part of the input that stands for images.</summary>
    InputImage,

    /// <summary>The part of the images, and of the cached input, that was read from a cache.</summary>
    CachedInputImage,

    /// <summary>The part of the output that stands for images.</summary>
    OutputImage,

    /// <summary>The part of the input that stands for video.</summary>
    InputVideo,

    /// <summary>The part of the output that stands for video.</summary>
    OutputVideo,

    /// <summary>Characters of text.</summary>
    Characters,

    /// <summary>Pages of documents.</summary>
    Pages,

    /// <summary>Requests.</summary>
    Requests,

    /// <summary>Searches.</summary>
    Searches,

    /// <summary>Sessions of a tool.</summary>
    Sessions,

    /// <summary>Images.</summary>
    Images,

    /// <summary>Pixels of all images together.</summary>
    Pixels,

    /// <summary>Steps in which each image is made: a setting, which isn't added up.</summary>
    Steps,

    /// <summary>Seconds of sound, of video or of time.</summary>
    Seconds,

    /// <summary>Videos.</summary>
    Videos,

    /// <summary>Seconds of one GPU each.</summary>
    GpuSeconds,

    /// <summary>Seconds of one virtual processor each.</summary>
    VcpuSeconds,

    /// <summary>Seconds of one GiB of memory each.</summary>
    GibSeconds,

    /// <summary>Months of one GiB of storage each.</summary>
    GibMonths,

    /// <summary>Tokens that a model is trained on.</summary>
    TrainingTokens,
}
