using TogetherRates.Compiler.Cards;
using TogetherRates.Compiler.Json;
using TogetherRates.Compiler.Reading;

namespace TogetherRates.Compiler.Checking;

/// <summary>Family 4, names: every id leads to one model and every model to one C# name.</summary>
internal static class NameChecks
{
    /// <summary>Checks all names of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="sizes">Where the size tables stand.</param>
    /// <param name="models">Where the models stand.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Check(Card card, CardPath sizes, CardPath models, ProblemList problems, CancellationToken cancellation)
    {
        CheckClass(card, problems);

        var tableNames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in card.Serverless.Tables)
        {
            CheckMember(MemberName.Of(table), table.Name, table.Name, "Serverless", sizes.Property(table.Name), tableNames, problems);
        }

        cancellation.ThrowIfCancellationRequested();
        CheckModelMembers(card, models, problems);
        cancellation.ThrowIfCancellationRequested();
        CheckIds(card, models, problems);
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

    private static void CheckModelMembers(Card card, CardPath models, ProblemList problems)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var model in card.Serverless.Models)
        {
            var path = models.Property(model.Id);
            CheckMember(MemberName.Of(model), model.Id, model.Id, "Models", path, members, problems);

            var variants = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var variant in model.Variants)
            {
                var variantPath = path.Property("variants").Property(variant.Label);
                CheckMember(MemberName.Of(variant), variant.Label, variant.Label, MemberName.Of(model), variantPath, variants, problems);
            }
        }

        // A variant's name in the enumeration of ids is its model's name followed by its own, which may be another model's.
        var enumNames = new Dictionary<string, PricedModel>(StringComparer.Ordinal);
        foreach (var priced in CardIds.PricedModels(card))
        {
            // Names that meet in one class have been reported there.
            if (enumNames.TryGetValue(priced.EnumName, out var other) && !ReferenceEquals(priced.Parent, other.Parent))
            {
                var path = priced.Parent is null ? models.Property(priced.Model.Id) : models.Property(priced.Parent.Id).Property("variants").Property(priced.Label!);
                problems.AddAtName(Rules.OneNameTwice, path, other.Model.Id, priced.Model.Id, priced.EnumName);
            }

            enumNames[priced.EnumName] = priced;
        }
    }

    private static void CheckMember(
        string member, string written, string what, string owner, CardPath path, Dictionary<string, string> taken, ProblemList problems)
    {
        if ((member == owner ? "its class has that name" : MemberName.WhyUnusable(member)) is { } why)
        {
            problems.AddAtName(Rules.UnusableName, path, written, why, "give a model a \"member\" name, or rename a table");
        }
        else if (taken.TryGetValue(member, out var other))
        {
            problems.AddAtName(Rules.OneNameTwice, path, other, what, member);
        }
        else
        {
            taken.Add(member, what);
        }
    }

    private static void CheckIds(Card card, CardPath models, ProblemList problems)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var folded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in card.Serverless.Models)
        {
            var path = models.Property(model.Id);
            if (model.Variants.Count == 0)
            {
                CheckId(model.Id, model.Id, path, atName: true);
            }

            CheckAliases(model, path);
            foreach (var variant in model.Variants)
            {
                var variantPath = path.Property("variants").Property(variant.Label);
                CheckId(variant.Model.Id, variant.Model.Id, variantPath.Property("id"), atName: false);
                CheckAliases(variant.Model, variantPath);
            }
        }

        void CheckAliases(Model model, CardPath path)
        {
            for (var i = 0; i < model.Aliases.Count; i++)
            {
                CheckId(model.Aliases[i], model.Id, path.Property("aliases").Item(i), atName: false);
            }
        }

        void CheckId(string id, string model, CardPath path, bool atName)
        {
            var rule = ids.ContainsKey(id) ? Rules.AliasOfTwo
                : folded.TryGetValue(id, out var other) && ids[other] != model ? Rules.IdsDifferByCase
                : null;
            if (rule is null)
            {
                ids[id] = model;
                folded[id] = id;
                return;
            }

            string[] arguments = rule == Rules.AliasOfTwo ? [id, ids[id]] : [folded[id], id];
            if (atName)
            {
                problems.AddAtName(rule, path, arguments);
            }
            else
            {
                problems.Add(rule, path, arguments);
            }
        }
    }
}
