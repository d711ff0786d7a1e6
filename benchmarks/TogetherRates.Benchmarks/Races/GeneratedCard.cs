using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TogetherRates.Compiler;
using TogetherRates.Compiler.Emission.CSharp;

namespace TogetherRates.Benchmarks.Races;

/// <summary>A card that is compiled when its race is set up, by the compiler that the generator is made of.</summary>
internal sealed class GeneratedCard
{
    /// <summary>The name of its class, for code that is compiled with it.</summary>
    public const string ClassName = "Prices";

    private readonly Assembly assembly;

    private GeneratedCard(Assembly assembly) => this.assembly = assembly;

    /// <summary>Compiles a card.</summary>
    /// <param name="card">The text of a valid card.</param>
    /// <param name="sources">Further source files, which may use its class.</param>
    public static GeneratedCard Compile(string card, params string[] sources)
    {
        using var image = new MemoryStream();
        Emit(image, OutputKind.DynamicallyLinkedLibrary, [CodeOf(card), .. sources]);
        image.Position = 0;
        return new(new AssemblyLoadContext("Generated").LoadFromStream(image));
    }

    /// <summary>The generated code of a card.</summary>
    /// <param name="card">The text of a valid card.</param>
    public static string CodeOf(string card)
    {
        var reading = CardCompiler.Read(card);
        return reading.Problems.FirstOrDefault(problem => problem.Rule.Severity == RuleSeverity.Error) is { } problem
            ? throw new InvalidOperationException($"The card has a mistake: {problem}")
            : CSharpEmitter.Emit(reading.Card!, new EmissionOptions("Generated", ClassName, IsPublic: true)).ToString();
    }

    /// <summary>Compiles source files as a release build does.</summary>
    /// <param name="image">Where the assembly goes.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="sources">The files.</param>
    public static void Emit(Stream image, OutputKind kind, IReadOnlyList<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            BuildPaths.References.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }
    }

    /// <summary>A static method of one of its classes.</summary>
    /// <typeparam name="T">A delegate with the method's parameters.</typeparam>
    /// <param name="name">The method's name.</param>
    /// <param name="type">The class's name.</param>
    public T Method<T>(string name, string type = ClassName)
        where T : Delegate
    {
        var parameters = typeof(T).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        return assembly.GetType("Generated." + type)!.GetMethod(name, parameters)!.CreateDelegate<T>();
    }
}
