using TogetherRates.Cli;
using TogetherRates.Cli.Output;

return CommandLine.Run(args, Terminal.OfProcess(), TimeProvider.System);
