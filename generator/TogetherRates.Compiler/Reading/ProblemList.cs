using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Collects what is wrong with one document, and finds the places that the checks name by path.</summary>
internal sealed class ProblemList
{
    private readonly JsonDocument document;
    private readonly List<Problem> problems = [];

    /// <summary>Starts with the document's syntax errors.</summary>
    /// <param name="document">The document that the problems lie in.</param>
    public ProblemList(JsonDocument document)
    {
        this.document = document;
        if (document.Errors.Count > 0)
        {
            AddSyntaxErrors();
        }
    }

    /// <summary>Whether one of the problems stops the card.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a problem at a place in the text.</summary>
    /// <param name="rule">The broken rule.</param>
    /// <param name="span">Where.</param>
    /// <param name="arguments">What fills the rule's message.</param>
    public void Add(Rule rule, TextSpan span, params string[] arguments) => Add(new Problem(rule, span, new EquatableArray<string>(arguments)));

    /// <summary>Adds a problem with the value at a path.</summary>
    /// <param name="rule">The broken rule.</param>
    /// <param name="path">Where in the card.</param>
    /// <param name="arguments">What fills the rule's message.</param>
    public void Add(Rule rule, CardPath path, params string[] arguments) =>
        Add(rule, JsonPath.Locate(document.Root, path), arguments);

    /// <summary>Adds a problem with the name of the property at a path.</summary>
    /// <param name="rule">The broken rule.</param>
    /// <param name="path">Where in the card.</param>
    /// <param name="arguments">What fills the rule's message.</param>
    public void AddAtName(Rule rule, CardPath path, params string[] arguments) =>
        Add(rule, JsonPath.LocateName(document.Root, path), arguments);

    /// <summary>Adds problems of the same document.</summary>
    /// <param name="found">The problems.</param>
    public void Add(EquatableArray<Problem> found)
    {
        foreach (var problem in found)
        {
            Add(problem);
        }
    }

    /// <summary>Adds what was found in the card.</summary>
    /// <param name="findings">The findings.</param>
    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding.Rule, finding.Path, [.. finding.Arguments]);
        }
    }

    /// <summary>All problems, ordered by where they start.</summary>
    /// <returns>The problems.</returns>
    public EquatableArray<Problem> InTextOrder() => problems.Count == 0
        ? default
        : Sorted();

    /// <summary>The mistakes in the JSON, and of all others the one that stands first.</summary>
    /// <returns>The problems, each before what stands after it in the text.</returns>
    public EquatableArray<Problem> OfSyntaxAndFirst()
    {
        var chosen = new List<Problem>();
        var isFirst = true;
        foreach (var problem in InTextOrder())
        {
            if (problem.Rule == Rules.Syntax || isFirst)
            {
                chosen.Add(problem);
                isFirst &= problem.Rule == Rules.Syntax;
            }
        }

        return new([.. chosen]);
    }

    private void Add(Problem problem)
    {
        problems.Add(problem);
        HasErrors |= problem.Rule.Severity == RuleSeverity.Error;
    }

    // Most cards have none: what these two need is not loaded for them.
    private void AddSyntaxErrors()
    {
        foreach (var error in document.Errors)
        {
            var rule = error.Kind switch
            {
                JsonErrorKind.DuplicateKey => Rules.DuplicateKey,
                JsonErrorKind.TooDeep or JsonErrorKind.TooLarge => Rules.TooLarge,
                _ => Rules.Syntax,
            };
            Add(rule, error.Span, error.Message);
        }
    }

    // By their numbers, so that those of one rule at one place stay in the order in which they were found.
    private EquatableArray<Problem> Sorted()
    {
        var order = new int[problems.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, Compare);
        var sorted = new Problem[order.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = problems[order[i]];
        }

        return new(sorted);
    }

    private int Compare(int left, int right)
    {
        var order = problems[left].Span.Start - problems[right].Span.Start;
        order = order != 0 ? order : string.CompareOrdinal(problems[left].Rule.Id, problems[right].Rule.Id);
        return order != 0 ? order : left - right;
    }
}
