namespace TogetherRates.Compiler.Emission.Hashing;

/// <summary>The checksum that processors compute in one instruction: CRC-32C of RFC 3720, without the inversions before and after it.</summary>
internal static class Crc32C
{
    private const uint ReversedPolynomial = 0x82F6_3B78;

    private static readonly uint[] OfByte = Table();

    /// <summary>Adds eight bytes to a checksum, the lowest first.</summary>
    /// <param name="checksum">The checksum so far.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The checksum with them.</returns>
    public static uint Add(uint checksum, ulong bytes)
    {
        for (var i = 0; i < sizeof(ulong); i++)
        {
            checksum = OfByte[(byte)(checksum ^ bytes)] ^ (checksum >> 8);
            bytes >>= 8;
        }

        return checksum;
    }

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var remainder = i;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ ((remainder & 1) * ReversedPolynomial);
            }

            table[i] = remainder;
        }

        return table;
    }
}
