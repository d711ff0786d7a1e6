namespace TogetherRates;

/// <content>Reads the size that a model's name states.</content>
public readonly partial struct ModelSize
{
    /// <summary>Names state context lengths up to this in M too ("7B-1M"), so no size is read from so few millions.</summary>
    private const long LargestContextLength = 10 * Million;

    /// <summary>
    /// Reads the total size that a model's name states, such as 70B from "meta-llama/Llama-3-70b-chat-hf". It never guesses: a name that
    /// states no size, two different sizes, or only a part of the parameters gives false.
    /// </summary>
    /// <remarks>
    /// A size is a whole word of the name: "0.5B", "350M", "1T"; "8x7B" is eight experts of 7B, so 56B; "235B-A22B" is 235B, of which 22B
    /// are active. "17B-128E" states the active parameters and the number of experts, as "8x-7B" does, and "E4B" the effective parameters, so none
    /// of them states the total. Context lengths ("32K", "1M"), versions ("v0.1", "Qwen1.5") and bits ("4bit") aren't sizes.
    /// </remarks>
    /// <param name="modelName">A model's name or id, in any case.</param>
    /// <param name="size">The size of all parameters.</param>
    /// <param name="architecture">
    /// <see cref="ModelArchitecture.MixtureOfExperts"/> if the name says so, even when its size is not known; otherwise
    /// <see cref="ModelArchitecture.Dense"/>.
    /// </param>
    public static bool TryParseFromName(ReadOnlySpan<char> modelName, out ModelSize size, out ModelArchitecture architecture)
    {
        long? stated = null;
        long? ofExperts = null;
        long? active = null;
        var hasExperts = false;
        var contradicts = false;
        var isAfterNumber = false;

        while (TryTakeWord(ref modelName, out var word))
        {
            if (IsExpertCount(word) || (isAfterNumber && IsTimes(word)))
            {
                hasExperts = true;
            }
            else if (TryReadActive(word, out var part))
            {
                active = part;
            }
            else if (TryReadExperts(word, out var total))
            {
                contradicts |= ofExperts is { } other && other != total;
                ofExperts = total;
            }
            else if (TryReadStated(word, out total))
            {
                contradicts |= stated is { } other && other != total;
                stated = total;
            }

            isAfterNumber = DecimalText.TryReadDigits(word, 0, out _);
        }

        var isMixture = hasExperts || active is not null || ofExperts is not null;
        architecture = isMixture ? ModelArchitecture.MixtureOfExperts : ModelArchitecture.Dense;

        // Beside a number of experts, a plain size is what one token uses, unless the active size is stated apart.
        var candidate = ofExperts ?? (hasExperts && active is null ? null : stated);
        contradicts |= ofExperts is not null && stated is not null && ofExperts != stated;
        if (candidate is not { } parameters || contradicts || active >= parameters)
        {
            size = default;
            return false;
        }

        size = new(parameters);
        return true;
    }

    /// <summary>Takes the next run of letters, digits and signs of multiplication; a dot belongs to it between two digits.</summary>
    private static bool TryTakeWord(ref ReadOnlySpan<char> name, out ReadOnlySpan<char> word)
    {
        var start = 0;
        while (start < name.Length && !IsOfWord(name[start]))
        {
            start++;
        }

        var end = start;
        while (end < name.Length && (IsOfWord(name[end]) || IsDecimalPoint(name, end)))
        {
            end++;
        }

        word = name[start..end];
        name = name[end..];
        return !word.IsEmpty;
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '×';

    private static bool IsDecimalPoint(ReadOnlySpan<char> name, int index) =>
        name[index] == '.'
        && index > 0
        && index + 1 < name.Length
        && char.IsAsciiDigit(name[index - 1])
        && char.IsAsciiDigit(name[index + 1]);

    /// <summary>"128E", "8x" apart from the size of an expert, or the word MoE.</summary>
    private static bool IsExpertCount(ReadOnlySpan<char> word) =>
        (word is [.. var count, 'E' or 'e' or 'x' or 'X' or '×'] && DecimalText.TryReadDigits(count, 0, out _))
        || word.Equals("MoE", StringComparison.OrdinalIgnoreCase);

    /// <summary>The "x" of "8 x 7B", or with what follows it: "8 x7B".</summary>
    private static bool IsTimes(ReadOnlySpan<char> word) =>
        word is ['x' or 'X' or '×', .. var expert] && (expert.IsEmpty || TryParse(expert, out _));

    /// <summary>"A22B".</summary>
    private static bool TryReadActive(ReadOnlySpan<char> word, out long parameters)
    {
        parameters = 0;
        return word is ['A' or 'a', .. var rest] && TryReadStated(rest, out parameters);
    }

    /// <summary>"8x7B": the size of one expert times their number.</summary>
    private static bool TryReadExperts(ReadOnlySpan<char> word, out long parameters)
    {
        parameters = 0;
        var times = word.IndexOfAny('x', 'X', '×');
        if (times < 0
            || !DecimalText.TryReadDigits(word[..times], 0, out var count)
            || !TryParse(word[(times + 1)..], out var expert)
            || count == 0
            || count > (UInt128)(long.MaxValue / expert.Parameters))
        {
            return false;
        }

        parameters = (long)count * expert.Parameters;
        return true;
    }

    /// <summary>"70B".</summary>
    private static bool TryReadStated(ReadOnlySpan<char> word, out long parameters)
    {
        parameters = TryParse(word, out var size) ? size.Parameters : 0;
        return parameters != 0 && !(word[^1] is 'M' or 'm' && parameters <= LargestContextLength);
    }
}
