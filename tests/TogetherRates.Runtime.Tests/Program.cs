// A test runner loads this assembly; started as a program, it says what columns come to with the vectors that the process has.
Console.WriteLine(TogetherRates.Runtime.Tests.Columns.ColumnPath.Describe());
