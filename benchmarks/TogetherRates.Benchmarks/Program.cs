using System.Globalization;
using TogetherRates.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return BenchmarkCommands.CreateRoot().Parse(args).Invoke();
