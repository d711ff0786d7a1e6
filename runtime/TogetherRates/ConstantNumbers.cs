using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TogetherRates;

/// <summary>Numbers that stand in the program itself, where nothing moves them. For generated code only.</summary>
/// <remarks>
/// An array would be a copy of them, in memory that the first price has to wait for, and one more thing to load for each later one; a span of them would be
/// allocated at each use where code isn't optimised. The races "The first price in a fresh process", "One size tier" and "Requests" show it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Numbers are read, not compared.")]
public readonly struct ConstantNumbers
{
    /// <summary>How many they are.</summary>
    internal readonly int Count;

    private readonly nint address;

    /// <summary>The numbers of a collection expression.</summary>
    /// <param name="constants">Constants in brackets, which the compiler lays into the program. Their address is kept, so nothing else may be given.</param>
    public unsafe ConstantNumbers(ReadOnlySpan<long> constants)
    {
        Count = constants.Length;
        address = constants.IsEmpty ? 0 : (nint)Unsafe.AsPointer(ref Unsafe.AsRef(in constants[0]));
    }

    /// <summary>One of them. Whether it is there isn't checked.</summary>
    /// <param name="index">Which, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe ref long At(nint index) => ref ((long*)address)[index];

    /// <summary>All of them.</summary>
    /// <param name="numbers">The numbers.</param>
    public static implicit operator ReadOnlySpan<long>(ConstantNumbers numbers) => MemoryMarshal.CreateReadOnlySpan(ref numbers.At(0), numbers.Count);
}
