using System.Reflection;

namespace TogetherRates.Compiler;

/// <summary>Finds what a class declares, so that a list of it can't fall behind.</summary>
internal static class Declared
{
    /// <summary>The values of a class's public static fields of one type, in the order in which they are written.</summary>
    /// <typeparam name="T">The type of the fields.</typeparam>
    /// <param name="type">The class; its fields have to be set before this is called.</param>
    /// <returns>The values.</returns>
    public static IReadOnlyList<T> In<T>(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(T)).Select(field => (T)field.GetValue(null)!)];
}
