namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Counts different numbers. A hash set that is cleared in no time, which the choice of words does a hundred times.</summary>
internal sealed class SeenNumbers
{
    private readonly ulong[] numbers;
    private readonly int[] rounds;
    private int round = 1;

    /// <summary>Makes room.</summary>
    /// <param name="capacity">The most numbers that are added between two calls of <see cref="Clear"/>.</param>
    public SeenNumbers(int capacity)
    {
        var size = 16;
        while (size < capacity * 2)
        {
            size *= 2;
        }

        numbers = new ulong[size];
        rounds = new int[size];
    }

    /// <summary>How many different numbers were added.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all numbers.</summary>
    public void Clear()
    {
        round++;
        Count = 0;
    }

    /// <summary>Adds a number that is well mixed.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Whether it is the first of its value.</returns>
    public bool Add(ulong number)
    {
        var index = PlaceOf(number);
        if (rounds[index] == round)
        {
            return false;
        }

        (numbers[index], rounds[index]) = (number, round);
        Count++;
        return true;
    }

    /// <summary>Whether a number has been added.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Whether it has.</returns>
    public bool Contains(ulong number) => rounds[PlaceOf(number)] == round;

    // Where the number stands, or the free place for it.
    private int PlaceOf(ulong number)
    {
        var index = (int)(number >> 33) & (numbers.Length - 1);
        while (rounds[index] == round && numbers[index] != number)
        {
            index = (index + 1) & (numbers.Length - 1);
        }

        return index;
    }
}
