using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Persistence;

namespace IntegrationCopilot.Server.Features.Traces;

internal sealed class TracesEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var traces = api.MapGroup("/projects/{projectId:guid}/traces").WithTags("Traces");
        traces.MapGet("/", (EndpointSender sender, Guid projectId, Guid? runId = null, string? caseId = null, string? search = null, bool errorsOnly = false,
            int skip = 0, int take = Paging.DefaultTake) =>
                sender.SendAsync(new ListTraces(projectId, runId, caseId, search, errorsOnly, skip, take)))
            .WithName("listTraces").WithSummary("Lists the exchanges of a project, newest first.");
        traces.MapGet("/verification", (EndpointSender sender, Guid projectId) => sender.SendAsync(new VerifyTraces(projectId)))
            .WithName("verifyTraces").WithSummary("Checks every signature, and that no trace is missing, added or out of place.");
        traces.MapGet("/file", (EndpointSender sender, Guid projectId) => sender.FileAsync(new ExportTraces(projectId)))
            .WithName("exportTraces").WithSummary("Downloads the traces as one signed file, a line each, that can be verified offline.");
        traces.MapGet("/key", (EndpointSender sender, Guid projectId) => sender.SendAsync(new GetTraceKey(projectId)))
            .WithName("getTraceKey").WithSummary("Reads the key that traces are signed with. Owners only: who has it can sign.");
        api.MapGet("/traces/{id:guid}", (EndpointSender sender, Guid id) => sender.SendAsync(new GetTrace(id))).WithTags("Traces")
            .WithName("getTrace").WithSummary("Reads an exchange: request, response, findings, and whether its signature holds.");
    }
}
