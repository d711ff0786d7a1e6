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
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static file => CardSettings.IsRateCard(file.Right.GetOptions(file.Left)));

        var settings = files
            .Select(static (file, _) => CardSettings.Of(file.Left.Path, file.Right.GetOptions(file.Left), file.Right.GlobalOptions))
            .WithTrackingName(TrackingNames.Settings)
            .Collect()
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => new ProjectSettings(new EquatableArray<CardSettings>([.. pair.Left]), ((CSharpParseOptions)pair.Right).LanguageVersion));

        var classes = files
            .Select(static (file, cancellation) => CardText.Of(file.Left, cancellation))
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
