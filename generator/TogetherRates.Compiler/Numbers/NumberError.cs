namespace TogetherRates.Compiler.Numbers;

/// <summary>Why a text is not read as a number.</summary>
public enum NumberError
{
    /// <summary>It is read.</summary>
    None,

    /// <summary>It is not a number in JSON syntax.</summary>
    Syntax,

    /// <summary>It has more than <see cref="Rational.MaxDigits"/> digits before the exponent.</summary>
    TooLong,

    /// <summary>Its power of ten lies outside ±<see cref="Rational.MaxExponent"/>.</summary>
    ExponentTooLarge,
}
