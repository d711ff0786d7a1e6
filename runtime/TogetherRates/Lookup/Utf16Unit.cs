namespace TogetherRates;

/// <summary>A character of an id.</summary>
/// <remarks>A type of this library instead of <see cref="char"/>: what is generic over the framework's numbers isn't compiled ahead with it.</remarks>
/// <param name="Value">The character.</param>
internal readonly record struct Utf16Unit(char Value);
