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
        var reading = CardCompiler.Read(card);
        if (reading.Problems.FirstOrDefault(problem => problem.Rule.Severity == RuleSeverity.Error) is { } problem)
        {
            throw new InvalidOperationException($"The card has a mistake: {problem}");
        }

        var code = CSharpEmitter.Emit(reading.Card!, new EmissionOptions("Generated", ClassName, IsPublic: true));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Money).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Prepend(code).Select(source => CSharpSyntaxTree.ParseText(source)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }

        image.Position = 0;
        return new(new AssemblyLoadContext("Generated").LoadFromStream(image));
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
