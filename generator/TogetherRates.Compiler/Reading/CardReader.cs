using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;

namespace TogetherRates.Compiler.Reading;

/// <summary>Reads a card's JSON into the model.</summary>
internal static class CardReader
{
    private static readonly RoundingMode[] RoundingModes = [RoundingMode.HalfEven, RoundingMode.HalfUp, RoundingMode.Up, RoundingMode.Down];
    private static readonly string[] RoundingWords = Array.ConvertAll(RoundingModes, static mode => new Rounding(0, mode).ModeName);

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>The card as far as it can be read; null when the document isn't an object.</returns>
    public static Card? Read(JsonDocument document, ProblemList problems)
    {
        if (document.Root is not JsonObject root)
        {
            if (document.Root is not JsonMissing)
            {
                problems.Add(Rules.WrongKind, new TextSpan(document.Root.Span.Start, 1), "the file", document.Root.Description, "a rate card, which is a JSON object in { }");
            }

            return null;
        }

        var card = new ObjectReader(root, Shape.Card, problems);
        _ = card.String("$schema");
        ReadVersion(card);
        var provider = card.Label("provider", card.Require("provider", "who sells at these prices"));
        var className = card.Label("class", card.Find("class"));
        var currency = card.Label("currency", card.Require("currency", "the ISO 4217 code of the prices, such as \"USD\""));
        var effective = ReadPeriod(card, problems);
        var rounding = ReadRounding(card, problems);
        var source = card.String("source");
        return new Card(
            provider ?? string.Empty,
            className,
            currency ?? string.Empty,
            effective,
            source,
            rounding,
            TokenSectionReader.Read(card, TokenSectionKind.Serverless),
            TokenSectionReader.Read(card, TokenSectionKind.Embeddings),
            TokenSectionReader.Read(card, TokenSectionKind.Rerank),
            OfferSectionReader.Read(card),
            VolumeReader.Read(card),
            CreditsReader.Read(card),
            LimitsReader.Read(card),
            DedicatedReader.Read(card),
            FineTuningReader.Read(card),
            PublishedReader.Read(card))
        {
            IgnoresCase = card.Word("ids", card.Find("ids"), "exact", "ignore-case") == 1,
        };
    }

    private static void ReadVersion(ObjectReader card)
    {
        var node = card.Require("ratecard", "the version of the format, which is 1");
        if (node is not null && card.AsNumber("ratecard", node) is { } version && version.ToString() != "1")
        {
            card.Problems.Add(Rules.UnsupportedVersion, node.Span, version.ToString());
        }
    }

    private static Period ReadPeriod(ObjectReader card, ProblemList problems)
    {
        var node = card.Object("effective", card.Require("effective", "the period in which the prices are in force, such as { \"from\": \"2025-01-01\" }"));
        if (node is null)
        {
            return Period.Unknown;
        }

        var period = new ObjectReader(node, Shape.Period, problems);
        var from = TimeReader.ReadInstant(period, "from", period.Require("from", "the first day on which the prices are in force"));
        var until = TimeReader.ReadInstant(period, "until", period.Find("until"));
        return from is { } start ? new Period(start, until) : Period.Unknown;
    }

    private static Rounding ReadRounding(ObjectReader card, ProblemList problems)
    {
        var node = card.Object("rounding", card.Require("rounding", "how an invoice is rounded, such as { \"digits\": 2, \"mode\": \"half-even\" }"));
        if (node is null)
        {
            return new Rounding(2, RoundingMode.HalfEven);
        }

        var rounding = new ObjectReader(node, Shape.Rounding, problems);
        var digits = rounding.Integer("digits", rounding.Require("digits", "how many decimals an invoice keeps, 2 for cents"), 0, 15);
        var mode = rounding.Word("mode", rounding.Require("mode", "what happens to half a cent; providers differ, so there is no default"), RoundingWords);
        return new Rounding(digits ?? 2, mode < 0 ? RoundingMode.HalfEven : RoundingModes[mode]);
    }
}
