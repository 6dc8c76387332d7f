using System.Collections.Concurrent;
using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>The run of a document's tests, and what was exchanged in it.</summary>
internal sealed class OpenedRun : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ApiTrace> traces = new(StringComparer.Ordinal);
    private readonly HttpClient client;

    public OpenedRun(ApiSpec spec, HttpClient client, RunSetting setting)
    {
        this.client = client;
        Session = new TestRunner(spec, client).Open(setting.Suite, setting.Target, setting.Options with { OnTrace = Keep(setting.Options.OnTrace) });
    }

    public TestSession Session { get; }

    /// <summary>The exchanges of a case, which are forgotten with this. What cases share is told by the first.</summary>
    public IEnumerable<ApiTrace> TracesOf(CaseResult result) =>
        result.TraceIds.Select(id => traces.TryRemove(id, out var trace) ? trace : null).OfType<ApiTrace>();

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        client.Dispose();
    }

    private Func<ApiTrace, CancellationToken, Task> Keep(Func<ApiTrace, CancellationToken, Task>? next) => async (trace, cancellationToken) =>
    {
        traces[trace.Id] = trace;
        if (next is not null) await next(trace, cancellationToken);
    };
}

/// <summary>What is run against what, and how.</summary>
internal sealed record RunSetting(GoldenTestSuite Suite, RunTarget Target, RunOptions Options);
