// What records and init-only properties need of a library newer than netstandard2.0.
#pragma warning disable IDE0130 // The compiler looks for these names in exactly this namespace.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
