using System.Numerics;
using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Compiler.Interpretation;

/// <content>Prices fine-tuning.</content>
public static partial class Interpreter
{
    /// <summary>Prices fine-tuning a model by its size.</summary>
    /// <param name="card">A card that has passed the checks.</param>
    /// <param name="cell">What the model learns from, and which of its weights.</param>
    /// <param name="size">The model's size, all experts counted.</param>
    /// <param name="job">What the job processes.</param>
    /// <returns>The price, or why there is none.</returns>
    public static Interpretation PriceFineTuning(Card card, FineTuningCell cell, Size size, TrainingJob job)
    {
        if (card.FineTuning is not { Bands.Count: > 0 } tuning)
        {
            return Refuse(Refusal.UnknownTable, "the card has no fine-tuning prices by model size");
        }

        if (tuning.BandOf(size.Parameters) is not { } band)
        {
            var end = tuning.Bands[tuning.Bands.Count - 1].UpTo;
            return Refuse(Refusal.SizeAboveTable, $"the card has no fine-tuning price for {size}: its bands end at {end}");
        }

        return PriceJob(size.ToString(), band.Prices, tuning.Per, Rational.Zero, cell, $"{cell}, {tuning.RangeOf(band)}", job);
    }

    /// <summary>Prices fine-tuning a model that has prices of its own.</summary>
    /// <param name="card">A card that has passed the checks.</param>
    /// <param name="cell">What the model learns from, and which of its weights.</param>
    /// <param name="modelId">The model's id or an alias.</param>
    /// <param name="job">What the job processes.</param>
    /// <returns>The price, or why there is none.</returns>
    public static Interpretation PriceFineTuning(Card card, FineTuningCell cell, string modelId, TrainingJob job)
    {
        if (card.FineTuning?.Find(modelId, card.IgnoresCase) is not { } model)
        {
            var ids = (card.FineTuning?.Models ?? default).SelectMany(candidate => candidate.Aliases.Prepend(candidate.Id)).ToList();
            return Refuse(
                Refusal.UnknownModel,
                $"the card has no fine-tuning price of its own for '{modelId}', so give the model's size",
                NameAdvice.On(modelId, ids));
        }

        return PriceJob(model.Id, model.Prices, card.FineTuning.Per, model.Minimum ?? Rational.Zero, cell, cell.ToString(), job);
    }

    private static Interpretation PriceJob(
        string subject, FineTuningPrices prices, Per per, Rational minimum, FineTuningCell cell, string tier, TrainingJob job)
    {
        if (prices.Of(cell) is not { } price)
        {
            var offered = string.Join(", ", prices.Cells.Where(other => other.Price is not null).Select(other => other.Cell));
            return Refuse(Refusal.NotOffered, $"'{subject}' has no fine-tuning price for {cell}; it has one for {offered}");
        }

        if (job.TrainingTokens.Sign < 0 || job.Epochs.Sign < 0 || job.ValidationTokens.Sign < 0 || job.Evaluations.Sign < 0)
        {
            return Refuse(Refusal.ImpossibleUsage, "a job can't have a negative number of tokens, epochs or evaluations");
        }

        var lines = new List<InterpretedLine>();
        AddLine("trainingTokens", job.Epochs * job.TrainingTokens);
        AddLine("validationTokens", job.Evaluations * job.ValidationTokens);

        // Only a job that has processed something costs the minimum; the line stands there even where nothing is missing to it.
        if (minimum.Sign > 0 && lines.Count > 0)
        {
            var reached = lines.Aggregate(Rational.Zero, (sum, line) => sum + line.Amount);
            var missing = reached < minimum ? minimum - reached : Rational.Zero;
            lines.Add(new InterpretedLine("minimumCharge", 1, "job", minimum, 1, missing, null, null) { Reached = reached });
        }

        return new Interpretation.Priced(subject, new([.. lines]));

        void AddLine(string meter, BigInteger quantity)
        {
            if (quantity.Sign > 0)
            {
                lines.Add(new InterpretedLine(meter, quantity, "token", price, per.Quantity, price * quantity / per.Quantity, tier, null));
            }
        }
    }
}
