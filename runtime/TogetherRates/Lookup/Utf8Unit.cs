using System.Runtime.InteropServices;

namespace TogetherRates;

/// <summary>A byte of an id in UTF-8, or of a key, read where it stands.</summary>
/// <inheritdoc cref="Utf16Unit"/>
[StructLayout(LayoutKind.Sequential, Size = sizeof(byte))]
internal readonly struct Utf8Unit;
