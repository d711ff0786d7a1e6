using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TogetherRates.Generator;

/// <summary>
/// Compiles the <c>RateCard</c> items of a project to C#. A card with mistakes becomes one error at the very place of the first;
/// the analyzer lists them all. No step looks at the project's C#, and none past reading knows where in its text a price stands,
/// so that neither editing code nor white space in a card emits anything again.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RateCardGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    /// <remarks>
    /// Classes pass from step to step, alone, in pairs or in lists: for each other shape a compiler that starts up would compile its own copy of the pipeline,
    /// which takes it milliseconds.
    /// </remarks>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (file, cancellation) => CardFile.Of(file.Left, file.Right, cancellation))
            .WithTrackingName(TrackingNames.File)
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, cancellation) => CardClass.Of(pair.Left, ((CSharpParseOptions)pair.Right).LanguageVersion, cancellation))
            .WithTrackingName(TrackingNames.Class)
            .Collect()
            .SelectMany(static (classes, _) => ClassPlaces.Assign(classes))
            .WithTrackingName(TrackingNames.Place);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, new GeneratedSource(file.Emit(output.CancellationToken))));
    }
}
