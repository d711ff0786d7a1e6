using System.Globalization;
using System.Text;

namespace TogetherRates.Compiler.Tests.Json;

/// <summary>Makes valid JSON texts of every shape, and damages them.</summary>
internal sealed class RandomJson(int seed)
{
    private const string Damage = "{}[],:;=\"'\\/*#-+.0019eEtrufalsn xu\n\r\t\u00a0\u2028\ufeff\0\u001fé$%";

    private static readonly string[] Strings =
    [
        "\"\"", "\"input\"", "\"output\"", "\"1M tokens\"", "\"a\\\"b\\\\c\\/d\"", "\"\\b\\f\\n\\r\\t\"", "\"\\u00e9\\uD83D\\ude00\"", "\"é😀\u2028\u007f\"",
        "\"/* no comment */ // either\"", "\"it's\"", "\"{[,:]}\"", "\"a text that is longer than what the string table keeps\"",
    ];

    private static readonly string[] Scalars =
        ["0", "-0", "0.10", "1e-7", "-12.5E+3", "123456789012345678901234567890", "1E400", "true", "false", "null"];

    private static readonly string[] Spaces = ["", "", "", " ", "\n", "\r\n  ", "\t", "   "];

    private readonly Random random = new(seed);

    public string Text()
    {
        var text = new StringBuilder();
        Space(text);
        Value(text, random.Next(1, 6));
        Space(text);
        return text.ToString();
    }

    public string Damaged(string text)
    {
        var damaged = new StringBuilder(text);
        for (int count = random.Next(1, 4); count > 0 && damaged.Length > 0; count--)
        {
            int at = random.Next(damaged.Length);
            switch (random.Next(4))
            {
                case 0:
                    damaged.Remove(at, 1);
                    break;
                case 1:
                    damaged.Insert(at, Damage[random.Next(Damage.Length)]);
                    break;
                case 2:
                    damaged[at] = Damage[random.Next(Damage.Length)];
                    break;
                default:
                    int other = random.Next(damaged.Length);
                    (damaged[at], damaged[other]) = (damaged[other], damaged[at]);
                    break;
            }
        }

        return random.Next(8) == 0 ? damaged.ToString(0, random.Next(damaged.Length + 1)) : damaged.ToString();
    }

    private void Value(StringBuilder text, int depth)
    {
        switch (random.Next(depth == 0 ? 2 : 5))
        {
            case 0:
                text.Append(Scalars[random.Next(Scalars.Length)]);
                break;
            case 1:
                text.Append(Strings[random.Next(Strings.Length)]);
                break;
            case 2:
                Children(text, '[', ']', _ => Value(text, depth - 1));
                break;
            default:
                Children(text, '{', '}', index => Property(text, index, depth - 1));
                break;
        }
    }

    private void Property(StringBuilder text, int index, int depth)
    {
        string name = Strings[random.Next(Strings.Length)];
        text.Append(name, 0, name.Length - 1).Append(index.ToString(CultureInfo.InvariantCulture)).Append('"');
        Space(text);
        text.Append(':');
        Space(text);
        Value(text, depth);
    }

    private void Children(StringBuilder text, char open, char close, Action<int> child)
    {
        int count = random.Next(10) == 0 ? 12 : random.Next(4);
        text.Append(open);
        Space(text);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
                Space(text);
            }

            child(i);
            Space(text);
        }

        text.Append(close);
    }

    private void Space(StringBuilder text) => text.Append(Spaces[random.Next(Spaces.Length)]);
}
