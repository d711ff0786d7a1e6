using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Generator.Tests;

public class PipelineValueTests
{
    private static readonly CardProject Project = new CardProject()
        .With("/valid.json", Cards.Contoso)
        .With("/gapped.json", Cards.Gapped)
        .With("/gone.json", text: null);

    [Fact]
    public void No_step_keeps_anything_of_the_compiler_alive()
    {
        var run = Project.Generate();

        foreach (var step in TrackingNames.All)
        {
            Assert.DoesNotContain(Reachable(ValuesOf(run, step)), IsOfTheCompiler);
        }
    }

    [Fact]
    public void Values_say_what_they_are_equal_to()
    {
        var first = Project.Generate();
        var second = Project.Generate();

        foreach (var step in TrackingNames.All)
        {
            Assert.Equal(ValuesOf(first, step), ValuesOf(second, step));
            Assert.Equal(ValuesOf(first, step).Select(value => value.GetHashCode()), ValuesOf(second, step).Select(value => value.GetHashCode()));
        }
    }

    [Fact]
    public void A_card_that_was_read_knows_nothing_of_its_text() =>
        Assert.DoesNotContain(
            Reachable(ValuesOf(Project.Generate(), TrackingNames.Class)),
            value => value.GetType().Namespace == typeof(LineMap).Namespace || value is Compiler.Problem);

    [Fact]
    public void The_search_finds_what_is_hidden_deep()
    {
        var hidden = new List<object> { new Tuple<object?>(null), new Dictionary<string, object> { ["tree"] = CSharpSyntaxTree.ParseText("") } };

        Assert.Contains(Reachable(hidden), IsOfTheCompiler);
    }

    private static object[] ValuesOf(GeneratorRunResult run, string step) =>
        [.. run.TrackedSteps[step].SelectMany(ran => ran.Outputs).Select(output => output.Value)];

    private static bool IsOfTheCompiler(object value) =>
        value is Microsoft.CodeAnalysis.Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic or SourceText or AdditionalText
            or AnalyzerConfigOptions or AnalyzerConfigOptionsProvider or ParseOptions;

    private static List<object> Reachable(object root)
    {
        var found = new List<object>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object?>([root]);
        while (waiting.TryPop(out var value))
        {
            if (value is null or string or Type or MemberInfo || value.GetType().IsPrimitive || value.GetType().IsPointer || !seen.Add(value))
            {
                continue;
            }

            found.Add(value);
            if (value is Array items)
            {
                foreach (var item in (IEnumerable)items)
                {
                    waiting.Push(item);
                }
            }

            for (var type = value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    waiting.Push(field.GetValue(value));
                }
            }
        }

        return found;
    }
}
