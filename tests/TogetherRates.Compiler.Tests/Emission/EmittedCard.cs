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

    /// <summary>What the card's columns count in.</summary>
    public Money ColumnUnit => (Money)type.GetProperty("ColumnUnit", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>Everything that the card prices by id: its number in the enumeration, and the id.</summary>
    public IReadOnlyList<(ushort Index, string Id)> ModelIds
    {
        get
        {
            var idOf = type.GetMethod("IdOf", BindingFlags.Public | BindingFlags.Static)!;
            return [.. Enum.GetValues(type.GetNestedType("ModelId")!).Cast<object>().Select(model => ((ushort)(int)model, (string)idOf.Invoke(null, [model])!))];
        }
    }

    /// <summary>Compiles the code of a card that must be valid, but may be warned of.</summary>
    public static EmittedCard Compile(string card)
    {
        Assert.Empty(CardReport.ErrorsOf(card));
        return Load(CSharpEmitter.Emit(CardCompiler.Read(card).Card!, new EmissionOptions("Prices", null, IsPublic: true)).ToString());
    }

    /// <summary>A method of the card's class.</summary>
    /// <typeparam name="T">A delegate with its parameters.</typeparam>
    /// <param name="name">Its name.</param>
    public T Static<T>(string name)
        where T : Delegate
    {
        var parameters = typeof(T).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        return type.GetMethod(name, parameters)!.CreateDelegate<T>();
    }

    /// <summary>Whether a size table finds its rates in cells.</summary>
    public bool HasCells(string table) => type.GetNestedTypes().SelectMany(section => section.GetNestedTypes()).Single(candidate => candidate.Name == table)
        .GetField("Cells", BindingFlags.NonPublic | BindingFlags.Static) is not null;

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
