using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 4, names: every id leads to one model and every model to one C# name.</summary>
internal static class NameChecks
{
    // The method that finds an account's tier.
    private const string LimitsLookup = "At";

    /// <summary>Checks all names of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Check(Card card, ProblemList problems, CancellationToken cancellation)
    {
        CheckClass(card, problems);
        CheckMembers(card, problems);
        CheckOfferMembers(card, problems);
        cancellation.ThrowIfCancellationRequested();
        CheckBillMembers(card, problems);
        CheckEnumNames(card, problems);
        cancellation.ThrowIfCancellationRequested();
        CheckIds(card, problems);
        CheckGpusAndFineTuning(card, problems);
        PatternChecks.Check(card, problems, cancellation);
    }

    private static void CheckClass(Card card, ProblemList problems)
    {
        var path = CardPath.Root.Property(card.ClassName is null ? "provider" : "class");
        var name = MemberName.OfClass(card);
        var written = card.ClassName ?? card.Provider;
        if (MemberName.WhyUnusable(name) is { } why)
        {
            problems.Add(Rules.UnusableName, path, written, why, "give the card a \"class\" such as \"Together\"");
        }
    }

    private static void CheckMembers(Card card, ProblemList problems)
    {
        // Tables are also asked for by their names alone, so two of one name are refused wherever they stand.
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in card.TokenSections)
        {
            // Serverless models have a class of their own; elsewhere tables and models share one.
            var isServerless = section.Kind == TokenSectionKind.Serverless;
            var sectionClass = section.Kind.ToString();
            var owner = isServerless ? "Models" : sectionClass;
            var models = CardPlaces.ModelsOf(section);
            var members = new Dictionary<string, string>(section.Models.Count, StringComparer.Ordinal);
            foreach (var table in section.Tables)
            {
                var member = MemberName.Of(table);
                CheckMember(member, table.Name, sectionClass, CardPlaces.SizesOf(section), table.Name, tables, problems);
                if (!isServerless)
                {
                    members[member] = table.Name;
                }
            }

            foreach (var model in section.Models)
            {
                CheckMember(MemberName.Of(model), model.Id, owner, models, model.Id, members, problems);
                if (model.Variants.Count > 0)
                {
                    CheckVariants(model, CardPlaces.VariantsOf(models.Property(model.Id)), problems);
                }
            }
        }
    }

    private static void CheckVariants(Model model, CardPath labels, ProblemList problems)
    {
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variant in model.Variants)
        {
            CheckMember(MemberName.Of(variant), variant.Label, MemberName.Of(model), labels, variant.Label, variants, problems);
        }
    }

    private static void CheckOfferMembers(Card card, ProblemList problems)
    {
        foreach (var section in card.OfferSections)
        {
            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var offer in section.Offers)
            {
                CheckMember(MemberName.Of(offer), offer.Id, section.Kind.ToString(), CardPlaces.OffersOf(section), offer.Id, members, problems);
            }
        }
    }

    private static void CheckBillMembers(Card card, ProblemList problems)
    {
        var credits = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < card.Credits.Count; i++)
        {
            CheckMember(MemberName.Of(card.Credits[i]), card.Credits[i].Name, "Credits", CardPath.Root.Property("credits").Item(i), "name", credits, problems);
        }

        var tiers = new Dictionary<string, string>(StringComparer.Ordinal);
        var limits = CardPath.Root.Property("limits").Property("tiers");
        foreach (var tier in card.Limits)
        {
            if (MemberName.Of(tier) == LimitsLookup)
            {
                problems.AddAtName(Rules.UnusableName, limits.Property(tier.Name), tier.Name, "the class of the limits has a member of that name", "give it a \"member\" name");
            }
            else
            {
                CheckMember(MemberName.Of(tier), tier.Name, "Limits", limits, tier.Name, tiers, problems);
            }
        }
    }

    // In the enumeration of ids a variant's name is its model's name followed by its own, which may be another model's, and
    // models of different sections meet.
    private static void CheckEnumNames(Card card, ProblemList problems)
    {
        // The names of serverless models have been told apart where they are alone.
        if (card.OfferSections.Count == 0 && card.ModelCount == card.Serverless.Models.Count && card.Serverless.Models.All(model => model.Variants.Count == 0))
        {
            return;
        }

        var taken = new Dictionary<string, EnumName>(card.ModelCount, StringComparer.Ordinal);
        foreach (var section in card.TokenSections)
        {
            var models = CardPlaces.ModelsOf(section);
            foreach (var model in section.Models)
            {
                var path = models.Property(model.Id);
                if (model.Variants.Count == 0)
                {
                    TakeModel(new PricedModel(model, null, null), section, path);
                }

                foreach (var variant in model.Variants)
                {
                    TakeModel(new PricedModel(variant.Model, model, variant.Label), section, CardPlaces.VariantsOf(path).Property(variant.Label));
                }
            }
        }

        foreach (var section in card.OfferSections)
        {
            foreach (var offer in section.Offers)
            {
                Take(MemberName.Of(offer), offer.Id, section, null, CardPlaces.OffersOf(section).Property(offer.Id));
            }
        }

        void TakeModel(PricedModel priced, TokenSection section, CardPath path)
        {
            var name = priced.EnumName;
            if (priced.Label is { } label && MemberName.WhyTooLong(name) is { } why)
            {
                problems.AddAtName(
                    Rules.UnusableName, path, label, "with the name of its model before it, " + why, "give the model or the variant a shorter \"member\" name");
            }

            Take(name, priced.Model.Id, section, priced.Parent, path);
        }

        void Take(string name, string id, object section, Model? parent, CardPath path)
        {
            if (!taken.TryGetValue(name, out var other))
            {
                taken.Add(name, new EnumName(id, section, parent));
            }
            else if (!ReferenceEquals(other.Section, section) || other.Parent != parent)
            {
                // Names that meet in one class have been reported there.
                problems.AddAtName(Rules.OneNameTwice, path, other.Id, id, name);
            }
        }
    }

    private static void CheckMember(
        string member, string written, string owner, CardPath parent, string step, Dictionary<string, string> taken, ProblemList problems)
    {
        if ((member == owner ? "its class has that name" : MemberName.WhyUnusable(member)) is { } why)
        {
            problems.AddAtName(Rules.UnusableName, parent.Property(step), written, why, "give it a \"member\" name, or rename it where it is a table");
        }
        else if (taken.TryGetValue(member, out var other))
        {
            problems.AddAtName(Rules.OneNameTwice, parent.Property(step), other, written, member);
        }
        else
        {
            taken.Add(member, written);
        }
    }

    private static void CheckIds(Card card, ProblemList problems)
    {
        var ids = new IdSpace(problems, card.ModelCount);
        foreach (var section in card.TokenSections)
        {
            var models = CardPlaces.ModelsOf(section);
            foreach (var model in section.Models)
            {
                if (model.Variants.Count == 0)
                {
                    ids.Add(model.Id, model.Id, models, model.Id, atName: true);
                }
                else if (!model.Variants.Any(variant => CardIds.IsIdOf(model.Id, variant.Model.Id, variant.Model.Aliases, ignoresCase: true)))
                {
                    ids.Reserve(model.Id, models);
                }

                ids.AddAliases(model.Aliases, model.Id, models, model.Id);
                foreach (var variant in model.Variants)
                {
                    var labels = CardPlaces.VariantsOf(models.Property(model.Id));
                    ids.Add(variant.Model.Id, variant.Model.Id, labels.Property(variant.Label), "id", atName: false);
                    ids.AddAliases(variant.Model.Aliases, variant.Model.Id, labels, variant.Label);
                }
            }
        }

        foreach (var section in card.OfferSections)
        {
            foreach (var offer in section.Offers)
            {
                var offers = CardPlaces.OffersOf(section);
                ids.Add(offer.Id, offer.Id, offers, offer.Id, atName: true);
                ids.AddAliases(offer.Aliases, offer.Id, offers, offer.Id);
            }
        }

        CheckSize(ids, problems);
    }

    private static void CheckSize(IdSpace ids, ProblemList problems)
    {
        if (ids.Count > Limits.Models)
        {
            problems.Add(Rules.TooLarge, CardPath.Root, $"the card has {ids.Count} models and tools and at most {Limits.Models} are allowed; split it by provider");
        }

        if (ids.Bytes > Limits.IdBytes)
        {
            problems.Add(Rules.TooLarge, CardPath.Root, $"the ids and aliases of the card have {ids.Bytes} bytes and at most {Limits.IdBytes} are allowed; split it by provider");
        }
    }

    // GPUs and fine-tuning are asked for apart from models, so each has its ids and names for itself.
    private static void CheckGpusAndFineTuning(Card card, ProblemList problems)
    {
        var gpuIds = new IdSpace(problems, card.Dedicated?.Gpus.Count ?? 0);
        var gpuNames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var gpu in card.Dedicated?.Gpus ?? default)
        {
            var gpus = CardPath.Root.Property("dedicated").Property("gpus");
            CheckMember(MemberName.Of(gpu), gpu.Id, "Gpu", gpus, gpu.Id, gpuNames, problems);
            gpuIds.Add(gpu.Id, gpu.Id, gpus, gpu.Id, atName: true);
            gpuIds.AddAliases(gpu.Aliases, gpu.Id, gpus, gpu.Id);
        }

        var modelIds = new IdSpace(problems, card.FineTuning?.Models.Count ?? 0);
        var modelNames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var model in card.FineTuning?.Models ?? default)
        {
            var models = CardPath.Root.Property("fineTuning").Property("models");
            CheckMember(MemberName.Of(model), model.Id, "ModelId", models, model.Id, modelNames, problems);
            modelIds.Add(model.Id, model.Id, models, model.Id, atName: true);
            modelIds.AddAliases(model.Aliases, model.Id, models, model.Id);
        }
    }

    // What has a name in the enumeration of ids.
    private sealed record EnumName(string Id, object Section, Model? Parent);
}
