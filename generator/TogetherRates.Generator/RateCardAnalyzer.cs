using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Json;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace TogetherRates.Generator;

/// <summary>Reports everything that is wrong with the <c>RateCard</c> items of a project, each at its place in the JSON.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RateCardAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors =
        Rules.All.ToImmutableDictionary(rule => rule.Id, Describe, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Rules.All.Select(rule => Descriptors[rule.Id]).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        if (ContentOf(context.AdditionalFile, context) is not { } content)
        {
            return;
        }

        var lines = new LineMap(content.Text);
        var card = CardOf(context.AdditionalFile, content, context);
        var others = context.Options.AdditionalFiles
            .Select(file => ContentOf(file, context) is { } other ? CardOf(file, other, context) : null)
            .OfType<CardOfSet>();
        foreach (var problem in content.Judge(context.CancellationToken).Problems.Concat(CardSet.Check(card, others, context.CancellationToken)))
        {
            var location = Location.Create(
                context.AdditionalFile.Path,
                new TextSpan(problem.Span.Start, problem.Span.Length),
                new LinePositionSpan(At(lines, problem.Span.Start), At(lines, problem.Span.End)));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors[problem.Rule.Id], location, [.. problem.Arguments]));
        }
    }

    private static CardContent? ContentOf(AdditionalText file, AdditionalFileAnalysisContext context) =>
        CardSettings.IsRateCard(context.Options.AnalyzerConfigOptionsProvider.GetOptions(file)) && file.GetText(context.CancellationToken) is { } source
            ? CardContent.Of(source)
            : null;

    private static CardOfSet CardOf(AdditionalText file, CardContent content, AdditionalFileAnalysisContext context)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var reading = content.Read(context.CancellationToken);
        var settings = CardSettings.Of(file.Path, provider.GetOptions(file), provider.GlobalOptions);
        var card = CardClass.Of(new ReadCard(file.Path, reading.Card, null), settings, LanguageVersion.Latest);
        return new CardOfSet(card.FullName, content.Text, reading) { File = file.Path };
    }

    private static LinePosition At(LineMap lines, int offset)
    {
        var position = lines.PositionOf(offset);
        return new(position.LineIndex, position.ColumnIndex);
    }

    private static DiagnosticDescriptor Describe(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        rule.Family,
        rule.Severity == RuleSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpPage.AbsoluteUri,
        // What makes a wrong price possible can't be configured away.
        customTags: rule.Severity == RuleSeverity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);
}
