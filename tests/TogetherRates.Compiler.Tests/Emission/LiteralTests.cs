using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

public class LiteralTests
{
    private static readonly Arbitrary<long> Numbers = (
        from digits in Gen.Choose(0, 18)
        from sign in Gen.Elements(-1L, 1L)
        from off in Gen.Choose(-1, 1)
        select sign * ((long)Math.Pow(10, digits) + off)).ToArbitrary();

    [Fact]
    public void Thousands_stand_apart() => Prop.ForAll(Numbers, number =>
        Assert.Equal(number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_'), Literal.Integer(number))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-999, "-999")]
    [InlineData(-1_000, "-1_000")]
    [InlineData(long.MinValue, "-9_223_372_036_854_775_808")]
    public void The_sign_stands_before_them(long number, string literal) => Assert.Equal(literal, Literal.Integer(number));
}
