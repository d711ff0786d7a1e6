using System.Text;

namespace TogetherRates.Cli.Output;

/// <summary>Where answers go, and who reads them there.</summary>
internal sealed class Terminal
{
    private const int UsualWidth = 80;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lazy<TextWriter> error;

    /// <summary>A terminal that writes to these two.</summary>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where it is told what went wrong.</param>
    public Terminal(TextWriter output, TextWriter error)
        : this(output, new Lazy<TextWriter>(error))
    {
    }

    private Terminal(TextWriter output, Lazy<TextWriter> error)
    {
        Output = output;
        this.error = error;
    }

    /// <summary>Where answers go.</summary>
    public TextWriter Output { get; }

    /// <summary>Where it is told what went wrong.</summary>
    public TextWriter Error => error.Value;

    /// <summary>Whether a person looks on, so that tables are drawn; otherwise the text is plain and always the same.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether drawn tables have colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>How many columns a drawn table may take.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>The terminal that the process runs in, or the files and pipes that its output is redirected to.</summary>
    public static Terminal OfProcess()
    {
        var isRedirected = Console.IsOutputRedirected;
        if (isRedirected && !OperatingSystem.IsWindows())
        {
            // Said, so that the console needn't find out what the locale's is, which takes milliseconds. On Windows it would change the terminal.
            Console.OutputEncoding = Utf8;
        }

        return new Terminal(
            isRedirected ? Open(StandardStream.Output(Console.OpenStandardOutput())) : Console.Out,
            new Lazy<TextWriter>(() => Console.IsErrorRedirected ? OpenUnbuffered(StandardStream.Error(Console.OpenStandardError())) : Console.Error))
        {
            IsInteractive = !isRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            HasColours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = isRedirected ? UsualWidth : WidthOf(Console.WindowWidth),
        };
    }

    /// <summary>How many columns a drawn table may take on a terminal of so many columns.</summary>
    /// <param name="columns">The columns; 0 where the terminal doesn't know, as in a container or a recorded session.</param>
    internal static int WidthOf(int columns) => columns > 0 ? columns : UsualWidth;

    // Console.Out would follow the locale's encoding and flush each write; a file or a pipe gets UTF-8, in blocks.
    private static StreamWriter Open(Stream stream) => new(stream, Utf8) { NewLine = "\n" };

    private static StreamWriter OpenUnbuffered(Stream stream)
    {
        var writer = Open(stream);
        writer.AutoFlush = true;
        return writer;
    }
}
