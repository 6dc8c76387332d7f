using BenchmarkDotNet.Running;
using IntegrationCopilot.Benchmarks.Peers;

// `peers` is the half of benchmarks/ajv/run.sh that measures this library; everything else is BenchmarkDotNet's.
if (args is ["peers", .. var rest]) return SchemaPeer.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(SchemaPeer).Assembly).Run(args);
return 0;
