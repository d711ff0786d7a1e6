namespace TogetherRates;

/// <summary>Which part of a month's spend a tier of a volume discount holds for.</summary>
public enum VolumeMode
{
    /// <summary>The tier that the spend falls in holds for all of it.</summary>
    Whole,

    /// <summary>Each tier holds for the part of the spend that lies in it.</summary>
    Graduated,
}
