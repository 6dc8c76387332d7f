using System.Diagnostics;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Benchmarks.TestKit;

/// <summary>Runs the tests of documents against mocks of themselves, without a port, and counts cases, time, processor time and memory.</summary>
internal static class CasesPerSecond
{
    private static readonly string[] Documents =
    [
        "specs/square-api.json", "specs/openai-2.3.yaml", "specs/github-api-1.1.4.yaml", "specs/datadog-v1.yaml", "specs/box-2024.json",
        "guru/jellyfin.local__v1__openapi.yaml",
    ];

    /// <summary>The first time what runs is not yet compiled; memory that grew with the run would show from the second on.</summary>
    private const int Times = 4;

    /// <param name="documents">Paths inside the corpus; the largest when empty.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> documents)
    {
        Console.WriteLine("document | time | cases | requests | pass | other | wall, s | processor, s | cases a second of two cores | "
            + "KB allocated a case | live MB");
        foreach (var document in documents.Count == 0 ? Documents : documents) await MeasureAsync(document);
        return 0;
    }

    private static async Task MeasureAsync(string document)
    {
        var spec = ApiSpecReader.Read(Corpus.Bytes(document), document).Spec!;
        await using var inbox = await LocalDeliveryInbox.StartAsync();
        using var invoker = LoopbackInvoker.Create();
        await using var mock = await MockServer.StartAsync(spec,
            new MockServerOptions { Deliveries = new DeliveryOptions { Invoker = invoker, Address = inbox.Address } });
        using var client = new HttpClient(mock.Engine.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        await using var traces = await TraceWriter.StartAsync(Stream.Null, TraceKey.Generate());
        var suite = GoldenTestGenerator.Generate(spec);
        for (var time = 1; time <= Times; time++)
        {
            var requests = 0;
            var options = new RunOptions
            {
                Inbox = inbox,
                OnTrace = (trace, cancel) =>
                {
                    Interlocked.Increment(ref requests);
                    return traces.WriteAsync(trace, cancel);
                },
            };
            var (start, busy, allocated) = (Stopwatch.GetTimestamp(), Busy(), GC.GetTotalAllocatedBytes(precise: true));
            var result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock), options);
            var (wall, used, bytes) = (Stopwatch.GetElapsedTime(start).TotalSeconds, Busy() - busy, GC.GetTotalAllocatedBytes(precise: true) - allocated);
            var cases = result.Cases.Count - result.Totals.NotApplicable;
            var other = cases - result.Totals.Pass;
            Console.WriteLine($"{document} | {time} | {cases} | {requests} | {result.Totals.Pass} | {other} | {wall:0.0} | {used:0.0} | {2 * cases / used:0} | "
                + $"{bytes / 1024.0 / cases:0} | {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0}");
        }
    }

    /// <summary>Seconds of processor time of this process.</summary>
    private static double Busy()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
