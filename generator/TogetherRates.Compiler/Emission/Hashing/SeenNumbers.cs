namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>Counts different numbers: a hash set that takes its memory once, as it is cleared again and again.</summary>
internal sealed class SeenNumbers
{
    // 0 is a free place, so it counts as 1.
    private const int Free = 0;

    private readonly int[] numbers;

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
    }

    /// <summary>How many different numbers were added.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all numbers.</summary>
    public void Clear()
    {
        Array.Clear(numbers, 0, numbers.Length);
        Count = 0;
    }

    /// <summary>Adds a number unless it was added before.</summary>
    /// <param name="number">The number, well mixed.</param>
    public void Add(int number)
    {
        number = number == Free ? 1 : number;
        var index = number & (numbers.Length - 1);
        while (numbers[index] != Free && numbers[index] != number)
        {
            index = (index + 1) & (numbers.Length - 1);
        }

        if (numbers[index] == Free)
        {
            numbers[index] = number;
            Count++;
        }
    }
}
