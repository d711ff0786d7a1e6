namespace TogetherRates.Compiler.Emission.CSharp;

/// <summary>
/// The types that generated code names, from the root: no name of the user's can come between, whatever their namespaces hold.
/// </summary>
internal static class Global
{
    public const string AccountTier = "global::TogetherRates.AccountTier";
    public const string AnyUsage = "global::TogetherRates.Usage";
    public const string AsciiCase = "global::TogetherRates.AsciiCase";
    public const string Bytes = "global::System.ReadOnlySpan<byte>";
    public const string Cancellation = "global::System.Threading.CancellationToken";
    public const string Chars = "global::System.ReadOnlySpan<char>";
    public const string ColumnOptions = "global::TogetherRates.ColumnOptions";
    public const string ConstantNumbers = "global::TogetherRates.ConstantNumbers";
    public const string Costs = "global::System.Span<long>";
    public const string Counts = "global::System.ReadOnlySpan<uint>";
    public const string CreditOffer = "global::TogetherRates.CreditOffer";
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string IdMatch = "global::TogetherRates.IdMatch";
    public const string IdTable = "global::TogetherRates.IdTable";
    public const string Inlined = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";
    public const string InvoiceRounding = "global::TogetherRates.InvoiceRounding";
    public const string FineTuningJob = "global::TogetherRates.FineTuningJob";
    public const string FineTuningMethod = "global::TogetherRates.FineTuningMethod";
    public const string FineTuningRates = "global::TogetherRates.FineTuningRates";
    public const string FineTuningType = "global::TogetherRates.FineTuningType";
    public const string GpuRate = "global::TogetherRates.GpuRate";
    public const string Level = "global::TogetherRates.ServiceLevel";
    public const string Meter = "global::TogetherRates.Meter";
    public const string MeterRate = "global::TogetherRates.MeterRate";
    public const string Meters = "global::TogetherRates.TokenMeters";
    public const string ModelColumns = "global::TogetherRates.ModelColumns";
    public const string Money = "global::TogetherRates.Money";
    public const string MultimodalRates = "global::TogetherRates.MultimodalRates";
    public const string NotNullWhenTrue = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)]";
    public const string Numbers = "global::System.ReadOnlySpan<long>";
    public const string PriceNotFound = "global::TogetherRates.PriceNotFoundException";
    public const string Quote = "global::TogetherRates.Quote";
    public const string Rate = "global::TogetherRates.Rate";
    public const string RateCard = "global::TogetherRates.IRateCard";
    public const string Rates = "global::TogetherRates.TokenRates";
    public const string RoundingMode = "global::TogetherRates.RoundingMode";
    public const string Size = "global::TogetherRates.ModelSize";
    public const string SizeColumns = "global::TogetherRates.SizeColumns";
    public const string SizeRates = "global::TogetherRates.SizeRates";
    public const string StringList = "global::System.Collections.Generic.IReadOnlyList<string>";
    public const string Term = "global::TogetherRates.Term";
    public const string TimeSpan = "global::System.TimeSpan";
    public const string Usage = "global::TogetherRates.TokenUsage";
    public const string UsageRates = "global::TogetherRates.UsageRates";
    public const string VolumeDiscount = "global::TogetherRates.VolumeDiscount";
    public const string VolumeTier = "global::TogetherRates.VolumeTier";
}
