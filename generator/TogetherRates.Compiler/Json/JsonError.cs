namespace TogetherRates.Compiler.Json;

/// <summary>What is wrong with a JSON text.</summary>
internal enum JsonErrorKind
{
    /// <summary>The text breaks the syntax of JSON.</summary>
    Syntax,

    /// <summary>An object has two properties of the same name.</summary>
    DuplicateKey,

    /// <summary>Objects and arrays are nested deeper than <see cref="JsonReader.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>The text is longer than <see cref="JsonReader.MaxLength"/>.</summary>
    TooLarge,

    /// <summary>The text comes from a file that isn't UTF-8, so that what stands in it is not what was meant. It is the only error then.</summary>
    NotUtf8,
}

/// <summary>A mistake in a JSON text.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">Where; of length zero where something is to be inserted.</param>
/// <param name="Message">What is wrong and what to do, for people.</param>
internal sealed record JsonError(JsonErrorKind Kind, TextSpan Span, string Message);
