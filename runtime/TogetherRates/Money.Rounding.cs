namespace TogetherRates;

public readonly partial struct Money
{
    /// <summary>The amount rounded to <paramref name="digits"/> decimal places, once and exactly, negative amounts too.</summary>
    /// <param name="digits">Decimal places, 0 to 15.</param>
    /// <param name="mode">How to round; ties follow it, and the directed modes are directed by the sign of the amount.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="digits"/> isn't 0 to 15, or <paramref name="mode"/> is unknown.
    /// </exception>
    /// <exception cref="OverflowException">The rounded amount is out of range.</exception>
    public Money Round(int digits, MidpointRounding mode)
    {
        var count = RoundedCount(digits, mode);
        return TryScale(count, QuantaOf(digits), Quanta < 0, out var rounded)
            ? rounded
            : throw OutOfRange($"{ToString()} rounded to {digits} digits");
    }

    /// <summary>
    /// The amount in minor units, rounded: cents for two <paramref name="digits"/>, so that 12.345 is 1234 (ties to even) or 1235.
    /// </summary>
    /// <inheritdoc cref="Round" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="digits"/> isn't 0 to 15, or <paramref name="mode"/> is unknown.
    /// </exception>
    /// <exception cref="OverflowException">There are more than 2^63 - 1 minor units.</exception>
    public long ToMinorUnits(int digits, MidpointRounding mode)
    {
        var count = (Int128)RoundedCount(digits, mode);
        var units = Quanta < 0 ? -count : count;
        return units == (long)units
            ? (long)units
            : throw new OverflowException($"{this} has more minor units of {digits} digits than a long holds; round it, and keep it as money.");
    }

    /// <summary>How many units of the decimal place <paramref name="digits"/> the magnitude rounds to.</summary>
    private UInt128 RoundedCount(int digits, MidpointRounding mode)
    {
        if (digits is < 0 or > MaxDigits)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), digits, $"Money rounds to 0 to {MaxDigits} digits.");
        }

        var place = QuantaOf(digits);
        var magnitude = Magnitude;
        if (magnitude <= ulong.MaxValue)
        {
            var (units, rest) = Math.DivRem((ulong)magnitude, place);
            return IsRoundedUp(rest, place, (units & 1) != 0, Quanta < 0, mode) ? (UInt128)units + 1 : units;
        }

        var (count, remainder) = UInt128.DivRem(magnitude, place);
        return IsRoundedUp((ulong)remainder, place, UInt128.IsOddInteger(count), Quanta < 0, mode) ? count + 1 : count;
    }

    /// <summary>Whether a magnitude goes up, given what is left of it below one <paramref name="place"/>, itself far below 2^63.</summary>
    private static bool IsRoundedUp(ulong remainder, ulong place, bool isOdd, bool isNegative, MidpointRounding mode) => mode switch
    {
        MidpointRounding.ToEven => remainder * 2 > place || (remainder * 2 == place && isOdd),
        MidpointRounding.AwayFromZero => remainder * 2 >= place,
        MidpointRounding.ToZero => false,
        MidpointRounding.ToNegativeInfinity => isNegative && remainder != 0,
        MidpointRounding.ToPositiveInfinity => !isNegative && remainder != 0,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown rounding mode."),
    };
}
