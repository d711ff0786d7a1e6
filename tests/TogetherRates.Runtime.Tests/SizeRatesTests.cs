using System.Reflection;
using System.Reflection.Emit;
using FsCheck;
using FsCheck.Fluent;
using Together = TogetherRates.Cards.Together.Edition2025_01_01;

namespace TogetherRates.Runtime.Tests;

public sealed class SizeRatesTests
{
    private const long Width = 1_000;

    private static readonly ConstantNumbers Cells = new([5, 7, 7]);

    // Their address is kept, so the compiler that builds projects may not make an array of them.
    [Fact]
    public void Cells_of_a_card_stand_in_the_program_itself()
    {
        const byte tableOfTypes = 1;
        var table = typeof(Together.Serverless.Dense);
        var fields = table.GetFields(BindingFlags.NonPublic | BindingFlags.Static);
        var code = table.TypeInitializer!.GetMethodBody()!.GetILAsByteArray()!;

        Assert.Contains(fields, field => field.Name == "Cells" && field.FieldType == typeof(ConstantNumbers));

        // The instruction, and behind it a number whose highest byte says that it is a type's.
        var arrays = Enumerable.Range(0, code.Length - 4).Count(i => code[i] == (byte)OpCodes.Newarr.Value && code[i + 4] == tableOfTypes);
        Assert.Equal(fields.Count(field => field.FieldType.IsArray), arrays);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(1_000, 5)]
    [InlineData(1_001, 7)]
    [InlineData(3_000, 7)]
    [InlineData(3_001, 9)]
    [InlineData(long.MaxValue, 9)]
    public void A_size_has_the_rate_of_its_cell_and_above_all_cells_the_last(long parameters, long expected)
    {
        Assert.True(SizeRates.TryFind(Cells, Width, above: 9, parameters, out var rate));
        Assert.Equal(expected, rate);
    }

    [Theory]
    [InlineData(3_001, 0)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(0, 9)]
    [InlineData(-1, 9)]
    [InlineData(long.MinValue, 9)]
    public void There_is_no_rate_above_cells_without_one_and_none_below_one_parameter(long parameters, long above)
    {
        Assert.False(SizeRates.TryFind(Cells, Width, above, parameters, out var rate));
        Assert.Equal(0, rate);
    }

    [Fact]
    public void Few_tokens_cost_the_exact_product_as_many_do() =>
        Prop.ForAll(Amounts.AnyCount, Amounts.AnyCount, (quanta, tokens) =>
        {
            var rate = new Rate(quanta);
            var most = quanta == 0 ? long.MaxValue : long.MaxValue / quanta;
            return SizeRates.Price(quanta, tokens, most) == rate * tokens
                && SizeRates.Price(quanta, most, most) == rate * most
                && SizeRates.Price(quanta, most / 2, most) == rate * (most / 2)
                && (most == long.MaxValue || SizeRates.Price(quanta, most + 1, most) == rate * (most + 1));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Fewer_than_no_tokens_are_refused_by_their_name(long tokens) =>
        Assert.Equal("tokens", Assert.Throws<ArgumentOutOfRangeException>(() => SizeRates.Price(3, tokens, long.MaxValue / 3)).ParamName);
}
