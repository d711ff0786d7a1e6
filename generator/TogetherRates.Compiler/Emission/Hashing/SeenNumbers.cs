namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Counts different numbers. A hash set that is cleared in no time, which the choice of blocks does often.</summary>
internal sealed class SeenNumbers
{
    private readonly int[] numbers;
    private readonly byte[] rounds;
    private byte round = 1;

    /// <summary>Makes room.</summary>
    /// <param name="capacity">The most numbers that are added between two calls of <see cref="Clear"/>.</param>
    public SeenNumbers(int capacity)
    {
        var size = 16;
        while (size < capacity * 2)
        {
            size *= 2;
        }

        numbers = new int[size];
        rounds = new byte[size];
    }

    /// <summary>How many different numbers were added.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all numbers.</summary>
    public void Clear()
    {
        if (round == byte.MaxValue)
        {
            Array.Clear(rounds, 0, rounds.Length);
            round = 0;
        }

        round++;
        Count = 0;
    }

    /// <summary>Adds a number unless it was added before.</summary>
    /// <param name="number">The number, well mixed.</param>
    public void Add(int number)
    {
        var index = PlaceOf(number);
        if (rounds[index] != round)
        {
            (numbers[index], rounds[index]) = (number, round);
            Count++;
        }
    }

    // Where the number stands, or the free place for it.
    private int PlaceOf(int number)
    {
        var index = number & (numbers.Length - 1);
        while (rounds[index] == round && numbers[index] != number)
        {
            index = (index + 1) & (numbers.Length - 1);
        }

        return index;
    }
}
