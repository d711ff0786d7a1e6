using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests.Columns;

/// <summary>What a process with a given width of vectors comes to: the tests start themselves once for each.</summary>
internal static class ColumnPath
{
    /// <summary>The width in bits, and a digest of many costs and sums.</summary>
    public static string Describe()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var length in (int[])[0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 63, 65, 1_023, 1_024, 1_025, 4_097, 9_999, 32_767, 32_768, 32_801, (2 << 20) + 5])
        {
            var rows = RandomRows.Of(length, seed: length);
            var costs = new long[length];
            Together.PriceAll(rows.Models, rows.Input, rows.Output, costs);
            digest.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<long>(costs));
            digest.AppendData(BitConverter.GetBytes(Together.Sum(rows.Models, rows.Input, rows.Output).Quanta));

            var (models, input, output) = ManyRates.Rows(length);
            ManyRates.Columns.PriceAll(models, input, output, costs, default, default);
            digest.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<long>(costs));

            long[] sizes = [.. rows.Input.Select(tokens => 1 + (tokens * 25L))];
            Together.Serverless.Dense.PriceAll(sizes, rows.Output, costs);
            digest.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<long>(costs));
            digest.AppendData(BitConverter.GetBytes(Together.Serverless.Dense.Sum(sizes, rows.Output).Quanta));
        }

        foreach (var unpriced in UnpricedRow.All)
        {
            digest.AppendData(System.Text.Encoding.UTF8.GetBytes(unpriced.NameFromCosts() + unpriced.NameFromSum()));
        }

        return $"{Bits} {Convert.ToHexString(digest.GetHashAndReset())}";
    }

    private static int Bits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
