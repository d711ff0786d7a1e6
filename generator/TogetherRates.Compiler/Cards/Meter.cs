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

    /// <summary>Tokens that stand for sound and were written to a cache; a part of <see cref="InputAudio"/> and of <see cref="CacheWrite"/>.</summary>
    CacheWriteAudio,

    /// <summary>The part of the output that stands for sound.</summary>
    OutputAudio,

    /// <summary>The part of the input that stands for images.</summary>
    InputImage,

    /// <summary>The part of the images, and of the cached input, that was read from a cache.</summary>
    CachedInputImage,

    /// <summary>The part of the output that stands for images.</summary>
    OutputImage,

    /// <summary>Output tokens that are citations; a part of <see cref="Output"/>.</summary>
    OutputCitation,

    /// <summary>The part of the input that stands for video.</summary>
    InputVideo,

    /// <summary>The part of the output that stands for video.</summary>
    OutputVideo,

    /// <summary>Characters of text.</summary>
    Characters,

    /// <summary>Characters of text that come out, where they are billed apart from those that go in.</summary>
    OutputCharacters,

    /// <summary>Pages of documents.</summary>
    Pages,

    /// <summary>Pages of documents that are annotated.</summary>
    AnnotatedPages,

    /// <summary>Requests.</summary>
    Requests,

    /// <summary>Searches.</summary>
    Searches,

    /// <summary>Searches that bring back little context; a part of <see cref="Searches"/>.</summary>
    SearchesLow,

    /// <summary>Searches that bring back a medium amount of context; a part of <see cref="Searches"/>.</summary>
    SearchesMedium,

    /// <summary>Searches that bring back much context; a part of <see cref="Searches"/>.</summary>
    SearchesHigh,

    /// <summary>Queries: of a ranking, of an index.</summary>
    Queries,

    /// <summary>Results that a query asks for: a setting, which isn't billed by itself.</summary>
    Results,

    /// <summary>Sessions of a tool.</summary>
    Sessions,

    /// <summary>Credits of a provider that counts in its own.</summary>
    Credits,

    /// <summary>Images.</summary>
    Images,

    /// <summary>Images that go in.</summary>
    InputImages,

    /// <summary>Pixels of all images together.</summary>
    Pixels,

    /// <summary>Pixels that go in.</summary>
    InputPixels,

    /// <summary>Steps in which each image is made: a setting, which isn't added up.</summary>
    Steps,

    /// <summary>Seconds of sound, of video or of time.</summary>
    Seconds,

    /// <summary>Seconds of what comes out, where they are billed apart from what goes in.</summary>
    OutputSeconds,

    /// <summary>Seconds of sound that go in.</summary>
    InputAudioSeconds,

    /// <summary>Seconds of video that go in.</summary>
    InputVideoSeconds,

    /// <summary>Seconds of video that come out.</summary>
    OutputVideoSeconds,

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
