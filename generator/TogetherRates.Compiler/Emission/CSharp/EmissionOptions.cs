namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>What a project says about the class that a card becomes.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="ClassName">The class's name, or null to take the card's.</param>
/// <param name="IsPublic">Whether other assemblies can see the class.</param>
/// <param name="EditionClass">The name of the nested class of an edition that isn't its class's newest; null for the newest.</param>
/// <param name="HasMembers">Whether each model has a member with its price; null to let the number of models decide.</param>
public sealed record EmissionOptions(
    string Namespace, string? ClassName, bool IsPublic, string? EditionClass = null, bool? HasMembers = null);
