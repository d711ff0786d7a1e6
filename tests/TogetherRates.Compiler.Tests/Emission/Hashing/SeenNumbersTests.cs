using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Emission.Hashing;

namespace TogetherRates.Compiler.Tests.Emission.Hashing;

public class SeenNumbersTests
{
    [Fact]
    public void Different_numbers_are_counted_and_forgotten() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(-20, 20)).ToArbitrary(),
        numbers =>
        {
            var seen = new SeenNumbers(numbers.Length);
            for (var round = 0; round < 2; round++)
            {
                seen.Clear();
                Array.ForEach(numbers, seen.Add);
                Assert.Equal(numbers.Select(number => number == 0 ? 1 : number).Distinct().Count(), seen.Count);
            }
        }).QuickCheckThrowOnFailure();
}
