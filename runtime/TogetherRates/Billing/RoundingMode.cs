namespace TogetherRates;

/// <summary>Which way an invoice's total goes when it lies between two amounts that can be paid.</summary>
public enum RoundingMode
{
    /// <summary>To the nearer amount; from the middle to the even one.</summary>
    HalfEven,

    /// <summary>To the nearer amount; from the middle away from zero.</summary>
    HalfUp,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,
}
