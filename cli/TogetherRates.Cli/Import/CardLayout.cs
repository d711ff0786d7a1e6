using System.Text;

namespace TogetherRates.Cli.Import;

/// <summary>Writes a card as a person would: what fits a line stands on a line.</summary>
internal sealed class CardLayout
{
    private const int Width = 140;
    private const int Indent = 2;

    private readonly StringBuilder text = new();
    private readonly List<(int Start, int End, CardPart Part)> parts = [];

    private CardLayout(CardNode root)
    {
        Write(root, 0, 0);
        text.Append('\n');
    }

    /// <summary>Writes a card.</summary>
    /// <param name="root">The card.</param>
    public static CardLayout Of(CardNode root) => new(root);

    /// <summary>The text.</summary>
    public string Text => text.ToString();

    /// <summary>The smallest part that can be left out and has a place in it.</summary>
    /// <param name="position">The place, as an offset into the text.</param>
    public CardPart? PartAt(int position) => parts
        .Where(part => part.Start <= position && position < part.End)
        .OrderBy(part => part.End - part.Start)
        .FirstOrDefault().Part;

    private void Write(CardNode node, int depth, int nameLength)
    {
        var start = text.Length;
        if (!TryWriteOnLine(node, Width - (depth * Indent) - nameLength, nameLength))
        {
            WriteOnLines(node, depth);
            AddPart(node, start - nameLength);
        }
    }

    private bool TryWriteOnLine(CardNode node, int width, int nameLength)
    {
        if (HasBlock(node))
        {
            return false;
        }

        var (start, partCount) = (text.Length, parts.Count);
        WriteOnLine(node, nameLength);

        // What can't be broken stays as it is; behind the rest a comma may follow.
        if (node is CardNode.Value || text.Length - start < width)
        {
            return true;
        }

        text.Length = start;
        parts.RemoveRange(partCount, parts.Count - partCount);
        return false;
    }

    private static bool HasBlock(CardNode node) =>
        node is CardNode.Members members && (members.IsBlock || members.Properties.Any(property => HasBlock(property.Value)));

    private void WriteOnLine(CardNode node, int nameLength)
    {
        var start = text.Length;
        switch (node)
        {
            case CardNode.Value value:
                text.Append(value.Json);
                break;
            case CardNode.Members members:
                text.Append("{ ");
                for (var i = 0; i < members.Properties.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    WriteOnLine(members.Properties[i].Value, WriteName(members.Properties[i].Name));
                }

                text.Append(" }");
                break;
            case CardNode.Items items:
                var isPlain = items.Nodes.All(item => item is CardNode.Value);
                text.Append(isPlain ? "[" : "[ ");
                for (var i = 0; i < items.Nodes.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    WriteOnLine(items.Nodes[i], 0);
                }

                text.Append(isPlain ? "]" : " ]");
                break;
        }

        AddPart(node, start - nameLength);
    }

    private void WriteOnLines(CardNode node, int depth)
    {
        if (node is CardNode.Members members)
        {
            WriteLines('{', '}', depth, members.Properties.Count, i => Write(members.Properties[i].Value, depth + 1, WriteName(members.Properties[i].Name)));
        }
        else if (node is CardNode.Items items)
        {
            WriteLines('[', ']', depth, items.Nodes.Count, i => Write(items.Nodes[i], depth + 1, 0));
        }
    }

    private void WriteLines(char open, char close, int depth, int count, Action<int> write)
    {
        text.Append(open).Append('\n');
        for (var i = 0; i < count; i++)
        {
            text.Append(' ', (depth + 1) * Indent);
            write(i);
            text.Append(i + 1 < count ? ",\n" : "\n");
        }

        text.Append(' ', depth * Indent).Append(close);
    }

    private void AddPart(CardNode node, int start)
    {
        if (node.Part is { } part)
        {
            parts.Add((start, text.Length, part));
        }
    }

    private int WriteName(string name)
    {
        var start = text.Length;
        text.Append(CardNode.Quoted(name)).Append(": ");
        return text.Length - start;
    }
}
