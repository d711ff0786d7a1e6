using System.Globalization;
using TogetherRates.Cli.Output;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Cli.RateCards;

/// <summary>A problem with its place in a file, as editors and build logs name it.</summary>
internal sealed class LocatedProblem
{
    private readonly Problem problem;

    /// <summary>Finds the place of one problem.</summary>
    public LocatedProblem(CardFile file, Problem problem)
        : this(file, problem, new LineMap(file.Text))
    {
    }

    private LocatedProblem(CardFile file, Problem problem, LineMap lines)
    {
        Path = file.Path;
        this.problem = problem;
        Start = lines.PositionOf(problem.Span.Start);
        End = lines.PositionOf(problem.Span.End);
    }

    /// <summary>Where it starts.</summary>
    public TextPosition Start { get; }

    /// <summary>Where it ends, exclusive.</summary>
    public TextPosition End { get; }

    /// <summary>The file's path, as it was asked for.</summary>
    public string Path { get; }

    /// <summary>The broken rule.</summary>
    public Rule Rule => problem.Rule;

    /// <summary>What is wrong and what to do.</summary>
    public string Message => problem.Message;

    /// <summary>"error" or "warning".</summary>
    public string Severity => Rule.Severity == RuleSeverity.Error ? "error" : "warning";

    /// <summary>Finds the places of all problems of a file.</summary>
    public static IEnumerable<LocatedProblem> Of(CardFile file, IEnumerable<Problem> problems)
    {
        var lines = new LineMap(file.Text);
        return problems.Select(problem => new LocatedProblem(file, problem, lines));
    }

    /// <summary><c>file(line,column): severity code: message</c>, as MSBuild writes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{OneLine.Of(Path)}({Start.Line},{Start.Column}): {Severity} {Rule.Id}: {Message}");
}
