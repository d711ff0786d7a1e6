using System.Reflection;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Compiler.Tests.Emission;

/// <summary>A card whose emitted code has been compiled and loaded, so that it can be asked for prices.</summary>
internal sealed class EmittedCard
{
    private readonly Type type;

    private EmittedCard(Type type) => this.type = type;

    /// <summary>A table's way to price tokens of whichever direction.</summary>
    public delegate bool TryPriceTokens(ModelSize size, long tokens, out Money cost);

    /// <summary>A table's way to price a usage.</summary>
    public delegate bool TryPriceUsage(ModelSize size, in TokenUsage usage, out Money cost);

    /// <summary>As <see cref="TryPriceUsage"/>, with an exception that says why there is no price.</summary>
    public delegate Money PriceUsage(ModelSize size, in TokenUsage usage);

    /// <summary>The card's face that is the same for all cards.</summary>
    public IRateCard Card => (IRateCard)type.GetProperty("Card", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>Compiles the code of a card that must be valid.</summary>
    public static EmittedCard Compile(string card)
    {
        Assert.Empty(CardReport.ErrorsOf(card));
        return Load(CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions("Prices", null, IsPublic: true)));
    }

    /// <summary>Loads code that holds one class of a card.</summary>
    public static EmittedCard Load(string code) => new(EmittedCode.Load(code).GetExportedTypes().Single(type => !type.IsNested));

    /// <summary>A method of a size table's class.</summary>
    /// <param name="table">The C# name of the table.</param>
    /// <typeparam name="T">One of the delegates of this class, which is named as the method.</typeparam>
    /// <returns>The method, or null when the table doesn't have it.</returns>
    public T? Method<T>(string table)
        where T : Delegate
    {
        var name = typeof(T).Name.StartsWith("Try", StringComparison.Ordinal) ? "TryPrice" : "Price";
        var parameters = typeof(T).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var owner = type.GetNestedTypes().SelectMany(section => section.GetNestedTypes()).Single(candidate => candidate.Name == table);
        return owner.GetMethod(name, parameters)?.CreateDelegate<T>();
    }
}
