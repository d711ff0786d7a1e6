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
    public void Add(ulong number)
    {
        var index = (int)(number >> 33) & (numbers.Length - 1);
        while (rounds[index] == round)
        {
            if (numbers[index] == number)
            {
                return;
            }

            index = (index + 1) & (numbers.Length - 1);
        }

        (numbers[index], rounds[index]) = (number, round);
        Count++;
    }
}
