using BenchmarkDotNet.Running;
using IntegrationCopilot.Benchmarks;
using IntegrationCopilot.Benchmarks.Peers;
using IntegrationCopilot.Benchmarks.TestKit;

// `cases` runs golden tests against mocks of their documents and prints cases a second; paths inside the corpus choose the documents.
// `live-memory` prints what descriptions hold once read.
// `peers` is the half of benchmarks/ajv/run.sh that measures this library; everything else is BenchmarkDotNet's.
if (args is ["peers", .. var rest]) return SchemaPeer.Run(rest);
if (args is ["cases", .. var documents]) return await CasesPerSecond.RunAsync(documents);
if (args is ["live-memory"]) return LiveMemory.Run();
BenchmarkSwitcher.FromAssembly(typeof(SchemaPeer).Assembly).Run(args);
return 0;
