namespace TogetherRates;

/// <summary>A byte of an id in UTF-8, or of a key.</summary>
/// <inheritdoc cref="Utf16Unit"/>
/// <param name="Value">The byte.</param>
internal readonly record struct Utf8Unit(byte Value);
