using System.Globalization;
using TogetherRates.Benchmarks.Racing;

namespace TogetherRates.Benchmarks.Races;

/// <summary>Exact amounts against <see cref="decimal"/>.</summary>
internal static class MoneyRaces
{
    private const int Count = 4_096;

    private const string Ours = "Money";
    private const string Theirs = "decimal";

    /// <summary>Every race.</summary>
    public static IEnumerable<Race> All()
    {
        var random = new Random(9);
        // Costs of requests: whole tokens at prices per 1M.
        decimal[] decimals = [.. Enumerable.Range(0, Count).Select(_ => random.Next(1, 2_000_000) * (random.Next(1, 6_000) / 100m) / 1_000_000m)];
        Money[] amounts = [.. decimals.Select(Money.FromDecimal)];
        long[] tokens = [.. Enumerable.Range(0, Count).Select(_ => random.NextInt64(1, 2_000_000))];
        string[] texts = [.. decimals.Select(amount => amount.ToString(CultureInfo.InvariantCulture))];
        var rate = new Rate((long)Money.FromDecimal(1.25m / 1_000_000).Quanta);
        var room = new char[64];
        yield return Race("add", () => Add(amounts).ToDecimal(), () => Add(decimals));
        yield return Race("tokens at a rate", () => Multiply(rate, tokens).ToDecimal(), () => Multiply(1.25m, tokens));
        yield return Race("round to cents", () => Round(amounts).ToDecimal(), () => Round(decimals));
        yield return Race("format", () => Format(amounts, room), () => Format(decimals, room));
        yield return Race("parse", () => ParseMoney(texts).ToDecimal(), () => ParseDecimals(texts));
    }

    private static Race Race(string name, Func<decimal> ours, Func<decimal> theirs) => new()
    {
        Name = $"Money, {name}",
        Work = $"{Count:N0} amounts of what requests cost.",
        Operation = "amount",
        Operations = Count,
        Contenders = [new(Ours, ours), new(Theirs, theirs)],
    };

    private static Money Add(Money[] amounts)
    {
        var sum = Money.Zero;
        foreach (var amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }

    private static decimal Add(decimal[] amounts)
    {
        var sum = 0m;
        foreach (var amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }

    private static Money Multiply(Rate rate, long[] tokens)
    {
        var sum = Money.Zero;
        foreach (var count in tokens)
        {
            sum += rate * count;
        }

        return sum;
    }

    private static decimal Multiply(decimal perMillion, long[] tokens)
    {
        var sum = 0m;
        foreach (var count in tokens)
        {
            sum += perMillion * count / 1_000_000m;
        }

        return sum;
    }

    private static Money Round(Money[] amounts)
    {
        var sum = Money.Zero;
        foreach (var amount in amounts)
        {
            sum += amount.Round(2, MidpointRounding.ToEven);
        }

        return sum;
    }

    private static decimal Round(decimal[] amounts)
    {
        var sum = 0m;
        foreach (var amount in amounts)
        {
            sum += decimal.Round(amount, 2, MidpointRounding.ToEven);
        }

        return sum;
    }

    private static decimal Format<T>(T[] amounts, char[] room)
        where T : ISpanFormattable
    {
        var places = 0;
        foreach (var amount in amounts)
        {
            _ = amount.TryFormat(room, out var written, default, CultureInfo.InvariantCulture);
            places += written > 0 ? 1 : 0;
        }

        return places;
    }

    private static Money ParseMoney(string[] texts)
    {
        var sum = Money.Zero;
        foreach (var text in texts)
        {
            sum += Money.Parse(text, CultureInfo.InvariantCulture);
        }

        return sum;
    }

    private static decimal ParseDecimals(string[] texts)
    {
        var sum = 0m;
        foreach (var text in texts)
        {
            sum += decimal.Parse(text, CultureInfo.InvariantCulture);
        }

        return sum;
    }
}
