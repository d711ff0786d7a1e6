namespace TogetherRates.Cli.Output;

/// <summary>A standard stream of the process, which may be closed or full.</summary>
/// <param name="inner">The stream.</param>
/// <param name="failed">What to do about what can't be written.</param>
internal sealed class StandardStream(Stream inner, Action<Exception> failed) : Stream
{
    /// <summary>The standard output: what can't be written to it is told in one way.</summary>
    /// <exception cref="IOException">It can't be written to.</exception>
    public static StandardStream Output(Stream inner) =>
        new(inner, failure => throw (failure as IOException ?? new IOException("it is closed", failure)));

    /// <summary>The standard error: where nobody can be told, the outcome stays what it is.</summary>
    public static StandardStream Error(Stream inner) => new(inner, _ => { });

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // The system denies access to a stream that is closed.
        try
        {
            inner.Write(buffer);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failed(failure);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Streams of the console keep nothing back.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
