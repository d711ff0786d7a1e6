using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>A value that depends on conditions, written as nested switch expressions.</summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The value itself.</summary>
    /// <param name="Text">The expression.</param>
    public sealed record Value(string Text) : Decision;

    /// <summary>A choice by the value of an expression.</summary>
    /// <param name="Subject">The expression.</param>
    /// <param name="Arms">The patterns with what they lead to, and what a reader should know of each.</param>
    /// <remarks>Compared by hand, as <see cref="MeterPrice"/> is.</remarks>
    public sealed record Choice(string Subject, EquatableArray<Arm> Arms) : Decision
    {
        /// <inheritdoc/>
        public bool Equals(Choice? other) => other is not null && Subject == other.Subject && Arms == other.Arms;

        /// <inheritdoc/>
        public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Subject) * 397) ^ Arms.GetHashCode());
    }

    /// <summary>One arm of a choice.</summary>
    /// <param name="Pattern">The pattern.</param>
    /// <param name="Then">What it leads to.</param>
    /// <param name="Comment">What a reader should know, or null.</param>
    public sealed record Arm(string Pattern, Decision Then, string? Comment = null);

    /// <summary>A choice, or what all its arms lead to where that is the same.</summary>
    /// <param name="subject">The expression.</param>
    /// <param name="arms">The arms; the last is for everything else.</param>
    /// <returns>The decision.</returns>
    public static Decision Of(string subject, IReadOnlyList<Arm> arms) =>
        arms.All(arm => arm.Then.Equals(arms[0].Then)) ? arms[0].Then : new Choice(subject, new([.. arms]));

    /// <summary>Writes the decision as an arm of a switch.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="pattern">The arm's pattern.</param>
    /// <param name="comment">What a reader should know, or null.</param>
    public void Write(SourceWriter writer, string pattern, string? comment = null)
    {
        var note = comment is null ? string.Empty : " // " + comment;
        if (this is not Choice choice)
        {
            writer.Line($"{pattern} => {((Value)this).Text},{note}");
            return;
        }

        writer.Open($"{pattern} => {choice.Subject} switch{note}");
        foreach (var arm in choice.Arms)
        {
            arm.Then.Write(writer, arm.Pattern, arm.Comment);
        }

        writer.Close(",");
    }
}
