namespace TogetherRates.Compiler.Checking;

/// <summary>The currencies of ISO 4217 that were active in 2025 or later.</summary>
internal static class Currencies
{
    private const int CodeLength = 3;

    private const string Codes =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP "
        + "CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD "
        + "IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
        + "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP "
        + "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF "
        + "XPF YER ZAR ZMW ZWG";

    /// <summary>The codes, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> All => Codes.Split(' ');

    /// <summary>Whether a code is one of them.</summary>
    /// <param name="code">Three capital letters.</param>
    /// <returns>Whether the currency exists.</returns>
    public static bool IsKnown(string code) =>
        code.Length == CodeLength && Codes.IndexOf(code, StringComparison.Ordinal) is >= 0 and var place && place % (CodeLength + 1) == 0;
}
