using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Identity;

namespace IntegrationCopilot.Server.Features.Demo;

/// <summary>The example payments API, as a project that has come all the way: made with the same requests that the portal sends.</summary>
internal sealed class DemoProject(Dispatcher dispatcher) : IDemoContent
{
    private const string Document = "payments.openapi.yaml";

    public async Task EnsureAsync(Actor owner, CancellationToken cancellationToken)
    {
        if ((await SendAsync(owner, new ListProjects(Take: 1), cancellationToken)).Total > 0) return;
        if ((await SendAsync(owner, new ListProjects(Archived: true, Take: 1), cancellationToken)).Total > 0) return;
        var project =
            await SendAsync(owner, new CreateProject("Payments", "An example: take payments, refund them, hear of them through webhooks."), cancellationToken);
        var import = await SendAsync(owner, new ImportSpec(project.Id, await ReadDocumentAsync(cancellationToken), Document), cancellationToken);
        await SendAsync(owner, new StartMock(import.Version.SpecId), cancellationToken);
        await SendAsync(owner, new StartTestRun(import.Version.SpecId), cancellationToken);
    }

    private async Task<T> SendAsync<T>(Actor owner, IRequest<T> request, CancellationToken cancellationToken)
    {
        var outcome = await dispatcher.SendAsync(owner, request, cancellationToken);
        return outcome.IsOk
            ? outcome.Value
            : throw new InvalidOperationException($"The demo could not be prepared: {request.GetType().Name}: {outcome.Error.Message}");
    }

    private static async Task<byte[]> ReadDocumentAsync(CancellationToken cancellationToken)
    {
        await using var resource = typeof(DemoProject).Assembly.GetManifestResourceStream(Document)!;
        using var buffer = new MemoryStream();
        await resource.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
