using System.Globalization;
using Microsoft.CodeAnalysis;
using TogetherRates.Compiler;

namespace TogetherRates.Generator.Tests;

public class DescriptorTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors = new RateCardAnalyzer().SupportedDiagnostics;

    [Fact]
    public void Every_rule_is_a_diagnostic()
    {
        Assert.Equal(Rules.All.Select(rule => rule.Id), Descriptors.Select(descriptor => descriptor.Id));
        Assert.Equal(Rules.All.Select(rule => rule.Title), Descriptors.Select(descriptor => descriptor.Title.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(Rules.All.Select(rule => rule.Family), Descriptors.Select(descriptor => descriptor.Category));
        Assert.Equal(Rules.All.Select(rule => rule.HelpPage.AbsoluteUri), Descriptors.Select(descriptor => descriptor.HelpLinkUri));
        Assert.All(Descriptors, descriptor => Assert.True(descriptor.IsEnabledByDefault));
    }

    [Fact]
    public void Errors_and_only_errors_refuse_configuration()
    {
        foreach (var (rule, descriptor) in Rules.All.Zip(Descriptors))
        {
            Assert.Equal(rule.Severity == RuleSeverity.Error, descriptor.DefaultSeverity == DiagnosticSeverity.Error);
            Assert.Equal(rule.Severity == RuleSeverity.Error, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        }
    }

    [Fact]
    public void The_release_notes_list_every_rule_once()
    {
        var expected = Rules.All.Select(rule => $"{rule.Id} | {rule.Family} | {SeverityOf(rule)} | {rule.Title}");
        var listed = ReleaseNotes("Shipped").Concat(ReleaseNotes("Unshipped")).Where(line => line.StartsWith("RATE", StringComparison.Ordinal));

        Assert.Equal(expected, listed.Order(StringComparer.Ordinal));
    }

    private static string SeverityOf(Rule rule) => rule.Severity switch
    {
        RuleSeverity.Error => "Error",
        RuleSeverity.Warning => "Warning",
        _ => "Info",
    };

    private static string[] ReleaseNotes(string state) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, $"AnalyzerReleases.{state}.md"));
}
