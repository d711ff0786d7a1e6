using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Emission.CSharp;

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
            .Select(static (file, cancellation) => CardFile.Of(file.Left, file.Right, cancellation))
            .Where(static file => file is not null);

        var settings = files
            .Select(static (file, _) => file!.Settings)
            .WithTrackingName(TrackingNames.Settings)
            .Collect()
            .Select(static (cards, _) => new ProjectSettings(new EquatableArray<CardSettings>([.. cards])))
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => pair.Left with { Language = ((CSharpParseOptions)pair.Right).LanguageVersion });

        var classes = files
            .Select(static (file, _) => file!.Text)
            .Collect()
            .SelectMany(static (texts, _) => CardText.Distinct(texts))
            .WithTrackingName(TrackingNames.Text)
            .Select(ReadCard.Of)
            .WithTrackingName(TrackingNames.Read)
            .Combine(settings)
            .Select(static (pair, _) => CardClass.Of(pair.Left, pair.Right.Of(pair.Left.Path), pair.Right.Language));

        var places = classes
            .Select(static (card, _) => card.Claim)
            .Collect()
            .Select(static (claims, _) => ClassPlaces.Assign(claims));

        var sources = classes
            .Combine(places)
            .Select(static (pair, _) =>
            {
                var (card, places) = pair;
                return new PlacedCard(card, places.Cards.First(place => place.Path == card.Read.Path));
            })
            .WithTrackingName(TrackingNames.Place)
            .Select(static (placed, cancellation) => placed.Emit(cancellation))
            .WithTrackingName(TrackingNames.Emit);

        var timelines = places
            .SelectMany(static (places, _) => places.Timelines)
            .Select(static (placed, _) => new GeneratedFile(
                placed.HintName, CSharpEmitter.EmitTimeline(placed.Timeline, placed.ClassName, placed.Options)))
            .WithTrackingName(TrackingNames.Timeline);

        context.RegisterSourceOutput(timelines, static (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));
        context.RegisterSourceOutput(sources, static (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));
    }
}
