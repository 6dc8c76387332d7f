using System.Net;
using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Outbound;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Where a run goes, and a client that may go there.</summary>
internal sealed record OpenTarget(RunTarget Target, HttpClient Client) : IDisposable
{
    public void Dispose() => Client.Dispose();
}

/// <summary>Makes the target of a run ready.</summary>
internal sealed class RunTargets(MockStarter mocks, OutboundHttp outbound)
{
    public async Task<Outcome<OpenTarget>> OpenAsync(TestRun run, RunInputs inputs, LoadedSpec spec, CancellationToken cancellationToken)
    {
        if (run.Environment == EnvironmentType.Mock) return await OpenMockAsync(run, spec, cancellationToken);
        var target = new RunTarget
        {
            Environment = run.Environment,
            BaseUrl = new Uri(run.BaseUrl!),
            Credentials = inputs.Credentials?.ToApi() ?? [],
        };
        return new OpenTarget(target, outbound.CreateTestClient(ownEndpoint: null));
    }

    /// <summary>Of this machine, the client may call this one mock and nothing else.</summary>
    private async Task<Outcome<OpenTarget>> OpenMockAsync(TestRun run, LoadedSpec spec, CancellationToken cancellationToken)
    {
        var started = await mocks.StartAsync(spec, run.Seed, cancellationToken);
        if (!started.IsOk) return started.Error;
        var server = started.Value.Running.Server;
        return new OpenTarget(RunTarget.ForMock(server), outbound.CreateTestClient(new IPEndPoint(IPAddress.Loopback, server.BaseUrl.Port)));
    }
}
