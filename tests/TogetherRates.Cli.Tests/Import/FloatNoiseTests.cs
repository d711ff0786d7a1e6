using TogetherRates.Cli.Import;
using TogetherRates.Compiler.Numbers;

namespace TogetherRates.Cli.Tests.Import;

public sealed class FloatNoiseTests
{
    [Theory]
    [InlineData("2.9999999999999997e-07", "0.0000003")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("0.18000000000000002", "0.18")]
    [InlineData("1.5000020000000002e-05", "0.00001500002")]
    [InlineData("2.4997000000000006e-07", "0.00000024997")]
    [InlineData("0.08333333333333334", "1/12")]
    [InlineData("0.0002833333333333333", "17/60000")]
    [InlineData("3.3333333333333335e-05", "1/30000")]
    [InlineData("0.001111111111111111", "1/900")]
    [InlineData("123456.00000000001", "123456")]
    public void The_number_that_was_meant_is_found(string written, string meant) => Assert.Equal(meant, Remove(written).ToString());

    [Theory]
    [InlineData("0")]
    [InlineData("3e-06")]
    [InlineData("1.59263611e-07")]
    [InlineData("0.123456789012")]
    [InlineData("123456789012")]
    [InlineData("1e300")]
    public void A_number_of_few_digits_stays_as_it_is(string written) => Assert.Equal(Read(written), Remove(written));

    // A price per image divided by 2^20 pixels has so many digits, all of them meant; and a decimal isn't noise because it is long.
    [Theory]
    [InlineData("1.9073486328125e-08")]
    [InlineData("0.1234567890123456")]
    [InlineData("0.30000000000001")]
    [InlineData("1234567890123.25")]
    public void A_number_that_is_near_no_short_one_stays_as_it_is(string written) => Assert.Equal(Read(written), Remove(written));

    private static Rational Remove(string written) => FloatNoise.Remove(Read(written));

    private static Rational Read(string written)
    {
        Assert.True(Rational.TryParseDecimal(written, out var number, out _));
        return number;
    }
}
