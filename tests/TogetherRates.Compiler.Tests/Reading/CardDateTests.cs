using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TogetherRates.Compiler.Cards;

namespace TogetherRates.Compiler.Tests.Reading;

public class CardDateTests
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    // Days and times of which about a half exist, some with a character that belongs elsewhere.
    private static readonly Arbitrary<string> Texts = (
        from year in Gen.Elements(0, 1, 99, 1900, 2000, 2023, 2024, 2100, 9999)
        from month in Gen.Choose(0, 13)
        from day in Gen.Choose(0, 32)
        from hour in Gen.Choose(0, 25)
        from minute in Gen.Choose(0, 61)
        from form in Gen.Elements("{0:D4}-{1:D2}-{2:D2}", "{0:D4}-{1:D2}-{2:D2}T{3:D2}:{4:D2}Z", "{0:D4}-{1:D2}-{2:D2}T{3:D2}:{4:D2}:{4:D2}Z", "{0:D4}-{1:D2}-{2:D2}T{3:D2}:{4:D2}", "{0}-{1}-{2}", " {0:D4}-{1:D2}-{2:D2}")
        let text = string.Format(CultureInfo.InvariantCulture, form, year, month, day, hour, minute)
        from place in Gen.Choose(0, 3 * text.Length)
        from other in Gen.Elements('0', '9', '-', 'T', 'Z', ':', ' ', '\u0661', '/')
        select place < text.Length ? text.Remove(place, 1).Insert(place, other.ToString()) : text).ToArbitrary();

    [Fact]
    public void The_same_texts_are_instants_as_for_the_framework() => Prop.ForAll(Texts, text =>
    {
        var isInstant = DateTime.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var expected);

        Assert.Equal((isInstant, expected), (CardDate.TryParse(text, out var time), time));
        Assert.Equal(isInstant ? DateTimeKind.Utc : default, time.Kind);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_instant_is_read_again_as_it_is_written() => Prop.ForAll(Texts, text =>
    {
        if (CardDate.TryParse(text, out var time))
        {
            Assert.True(CardDate.TryParse(CardDate.TextOf(time), out var again));
            Assert.Equal(time, again);
            Assert.Equal(time.ToString(time.TimeOfDay == TimeSpan.Zero ? Formats[0] : Formats[2], CultureInfo.InvariantCulture), CardDate.TextOf(time));
        }
    }).QuickCheckThrowOnFailure();
}
