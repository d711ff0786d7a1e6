namespace TogetherRates.Compiler.Json;

// What the text has too many or too few of. A bracket in the wrong place can mean that one was left out before it, that one
// was left out after it, or that it is one too many; the count over the whole text tells which.
internal sealed partial class JsonParser
{
    private bool balanceIsKnown;
    private bool isBalanced;
    private int braceSurplus;
    private int bracketSurplus;

    /// <summary>Whether the text closes as many brackets of each kind as it opens.</summary>
    public bool IsBalanced
    {
        get
        {
            KnowBalance();
            return isBalanced;
        }
    }

    /// <summary>How many more closing than opening brackets of a kind there are, beyond those that errors explain.</summary>
    private ref int SurplusOf(char close)
    {
        KnowBalance();
        return ref close == '}' ? ref braceSurplus : ref bracketSurplus;
    }

    private void KnowBalance()
    {
        if (!balanceIsKnown)
        {
            CountBrackets();
            isBalanced = braceSurplus == 0 && bracketSurplus == 0;
            balanceIsKnown = true;
        }
    }

    private void CountBrackets()
    {
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    braceSurplus--;
                    break;
                case '}':
                    braceSurplus++;
                    break;
                case '[':
                    bracketSurplus--;
                    break;
                case ']':
                    bracketSurplus++;
                    break;
                case '"' when !LacksAQuote(i):
                    i = QuotedEnd(i) - 1;
                    break;
            }
        }
    }
}
