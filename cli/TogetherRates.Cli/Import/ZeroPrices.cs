namespace TogetherRates.Cli.Import;

/// <summary>The fields of an entry whose price is 0: nobody says whether what they price is free or its price unknown.</summary>
internal sealed class ZeroPrices
{
    private readonly List<string> names = [];

    /// <summary>Whether there are some.</summary>
    public bool Any => names.Count > 0;

    /// <summary>Why an entry of zeros alone has no price.</summary>
    public string WhyUnpriced => $"{Names} 0, and nothing says that it is free";

    /// <summary>Why an entry with other prices lacks these.</summary>
    public string WhyLeftOut => $"{Names} 0 without being said to be free: left out";

    private string Names => string.Join(", ", names) + (names.Count == 1 ? " is" : " are");

    /// <summary>Whether a field is among them.</summary>
    /// <param name="name">What the source calls it.</param>
    public bool Has(string name) => names.Contains(name);

    /// <summary>Adds a field.</summary>
    /// <param name="name">What the source calls it.</param>
    public void Add(string name) => names.Add(name);
}
