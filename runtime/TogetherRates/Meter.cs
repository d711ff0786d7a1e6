namespace TogetherRates;

/// <summary>
/// What is counted and billed. Tokens come in wholes and parts: a part is counted in its whole too, and is billed as the whole where it
/// has no price of its own.
/// </summary>
public enum Meter
{
    /// <summary>All tokens that go in.</summary>
    Input,

    /// <summary>Input tokens that were read from a cache; a part of <see cref="Input"/>.</summary>
    CachedInput,

    /// <summary>Input tokens that were written to a cache; a part of <see cref="Input"/>.</summary>
    CacheWrite,

    /// <summary>Cache writes that are kept for an hour; a part of <see cref="CacheWrite"/>.</summary>
    CacheWrite1h,

    /// <summary>All tokens that come out.</summary>
    Output,

    /// <summary>Output tokens that were spent on reasoning; a part of <see cref="Output"/>.</summary>
    Reasoning,

    /// <summary>Input tokens that stand for sound; a part of <see cref="Input"/>.</summary>
    InputAudio,

    /// <summary>Tokens that stand for sound and were read from a cache; a part of <see cref="InputAudio"/> and of <see cref="CachedInput"/>.</summary>
    CachedInputAudio,

    /// <summary>Tokens that stand for sound and were written to a cache; a part of <see cref="InputAudio"/> and of <see cref="CacheWrite"/>.</summary>
    CacheWriteAudio,

    /// <summary>Output tokens that stand for sound; a part of <see cref="Output"/>.</summary>
    OutputAudio,

    /// <summary>Input tokens that stand for images; a part of <see cref="Input"/>.</summary>
    InputImage,

    /// <summary>Tokens that stand for images and were read from a cache; a part of <see cref="InputImage"/> and of <see cref="CachedInput"/>.</summary>
    CachedInputImage,

    /// <summary>Output tokens that stand for images; a part of <see cref="Output"/>.</summary>
    OutputImage,

    /// <summary>Output tokens that are citations; a part of <see cref="Output"/>.</summary>
    OutputCitation,

    /// <summary>Input tokens that stand for video; a part of <see cref="Input"/>.</summary>
    InputVideo,

    /// <summary>Output tokens that stand for video; a part of <see cref="Output"/>.</summary>
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

    /// <summary>Steps in which each image is made: a setting, which isn't added up. Zero stands for the model's default.</summary>
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
