using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Tests;

/// <summary>The compiler and the runtime are compiled apart, but speak of the same meters.</summary>
public class MeterVocabularyTests
{
    [Fact]
    public void Both_vocabularies_have_the_same_meters_in_the_same_order() =>
        Assert.Equal(Enum.GetNames<Meter>(), Enum.GetNames<Cards.Meter>());

    [Fact]
    public void Both_vocabularies_spell_and_count_every_meter_alike() => Assert.All(Meters.All, meter =>
    {
        var other = (Meter)meter;
        Assert.Equal(other.ToCamelCase(), Meters.NameOf(meter));
        Assert.Equal(other.ToKebabCase(), Meters.OptionOf(meter));
        Assert.Equal(other.ToSnakeCase(), Meters.ColumnOf(meter));
        Assert.Equal(other.ToUnit(), Meters.UnitOf(meter));
    });

    [Fact]
    public void Both_vocabularies_read_every_spelling() => Assert.All(Meters.All, meter =>
    {
        var other = (Meter)meter;
        string[] spellings =
        [
            other.ToCamelCase(), other.ToPascalCase(), other.ToKebabCase(), other.ToSnakeCase(),
            other.ToKebabCase().Replace('-', '_'),
        ];
        Assert.All(spellings, spelling =>
        {
            Assert.True(Meters.TryParse(spelling, out var read));
            Assert.Equal(meter, read);
            Assert.True(MeterNames.TryParse(spelling, out var readByRuntime));
            Assert.Equal(other, readByRuntime);
        });
    });

    [Theory]
    [InlineData("")]
    [InlineData("INPUT")]
    [InlineData("input tokens")]
    [InlineData("images_tokens")]
    [InlineData("inputs")]
    public void No_vocabulary_reads_anything_else(string name)
    {
        Assert.False(Meters.TryParse(name, out _));
        Assert.False(MeterNames.TryParse(name, out _));
    }

    [Fact]
    public void What_is_cached_is_billed_as_its_kind_before_it_is_billed_as_cached_text()
    {
        Assert.Equal([Cards.Meter.CachedInputAudio, Cards.Meter.InputAudio, Cards.Meter.CachedInput, Cards.Meter.Input], Meters.BilledAs(Cards.Meter.CachedInputAudio));
        Assert.Equal([Cards.Meter.CacheWrite1h, Cards.Meter.CacheWrite, Cards.Meter.Input], Meters.BilledAs(Cards.Meter.CacheWrite1h));
        Assert.Equal([Cards.Meter.Images], Meters.BilledAs(Cards.Meter.Images));
    }

    [Fact]
    public void Every_counted_unit_can_be_found_in_the_singular_and_the_plural() => Assert.All(BilledUnit.All, unit =>
    {
        Assert.Equal(unit, BilledUnit.Find(unit.Name));
        Assert.Equal(unit, BilledUnit.Find(unit.Plural));
    });
}
