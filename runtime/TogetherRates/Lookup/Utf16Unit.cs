using System.Runtime.InteropServices;

namespace TogetherRates;

/// <summary>A character of an id, read where it stands.</summary>
/// <remarks>A type of this library instead of <see cref="char"/>: what is generic over the framework's numbers isn't compiled ahead with it.</remarks>
[StructLayout(LayoutKind.Sequential, Size = sizeof(char))]
internal readonly struct Utf16Unit;
