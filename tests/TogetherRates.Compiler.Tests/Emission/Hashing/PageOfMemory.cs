using System.ComponentModel;
using System.Runtime.InteropServices;

namespace TogetherRates.Compiler.Tests.Emission.Hashing;

/// <summary>Memory behind which a process is stopped that reads on.</summary>
internal sealed partial class PageOfMemory : IDisposable
{
    private const int ReadAndWrite = 3;
    private const int PrivateAndAnonymous = 0x22;

    private readonly nint start;

    /// <summary>Asks the system for two pages and takes the right to read the second.</summary>
    /// <exception cref="Win32Exception">The system gives none.</exception>
    public PageOfMemory()
    {
        start = Map(0, (nuint)(2 * Size), ReadAndWrite, PrivateAndAnonymous, -1, 0);
        if (start == -1 || Protect(start + Size, (nuint)Size, 0) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>How many bytes may be read.</summary>
    public static int Size => Environment.SystemPageSize;

    /// <summary>All of them.</summary>
    public unsafe Span<byte> Bytes => new((void*)start, Size);

    /// <inheritdoc/>
    public void Dispose() => _ = Unmap(start, (nuint)(2 * Size));

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unmap(nint address, nuint length);
}
