using System.Reflection;

namespace TogetherRates.Runtime.Tests;

/// <summary>The default values of offers, which no card has made.</summary>
public sealed class DefaultOfferTests
{
    public static TheoryData<string> Offers { get; } =
        [.. typeof(TokenOffer).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && type.GetProperty("Card")?.PropertyType == typeof(IRateCard))
            .Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Offers))]
    public void An_offer_without_a_card_says_so(string offer)
    {
        var type = typeof(TokenOffer).Assembly.GetType(offer, throwOnError: true)!;
        foreach (var method in type.GetMethods().Where(method => method.Name is "Price" or "Explain"))
        {
            var thrown = Assert.Throws<TargetInvocationException>(
                () => method.Invoke(Activator.CreateInstance(type), [.. method.GetParameters().Select(Little)]));

            Assert.Contains("no card to price with", Assert.IsType<InvalidOperationException>(thrown.InnerException).Message, StringComparison.Ordinal);
        }
    }

    private static object? Little(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType == typeof(TimeSpan) ? TimeSpan.FromSeconds(1)
        : parameter.ParameterType == typeof(int) ? 1
        : parameter.ParameterType == typeof(long) ? 1L
        : default(Usage);
}
