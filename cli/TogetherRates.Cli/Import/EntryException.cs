using System.Diagnostics.CodeAnalysis;

namespace TogetherRates.Cli.Import;

/// <summary>An entry of a source can't be used.</summary>
/// <param name="reason">Why, for the report.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a reason there is nothing to report.")]
internal sealed class EntryException(string reason) : Exception(reason);
