using System.Text;
using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationCopilot.Server.Features.Specs;

internal sealed class SpecsEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        MapImports(api.MapGroup("/projects/{projectId:guid}/specs").WithTags("Specs"));
        MapReading(api.MapGroup("/specs/{id:guid}").WithTags("Specs"));
    }

    private static void MapImports(RouteGroupBuilder specs)
    {
        specs.MapGet("/",
            (EndpointSender sender, Guid projectId, int skip = 0, int take = Paging.DefaultTake) => sender.SendAsync(new ListSpecs(projectId, skip, take)))
            .WithName("listSpecs").WithSummary("Lists the API descriptions of a project, the one imported last first.");
        specs.MapPost("/", (EndpointSender sender, Guid projectId, SpecText body) => sender.CreateAsync(
                new ImportSpec(projectId, Encoding.UTF8.GetBytes(body.Text ?? ""), body.FileName, SpecSource.Text, body.SpecId), LocationOf))
            .WithName("importSpec").WithSummary("Imports an API description given as text: JSON or YAML.");
        specs.MapPost("/url",
            (EndpointSender sender, Guid projectId, SpecUrl body) => sender.CreateAsync(new ImportSpecFromUrl(projectId, body.Url, body.SpecId), LocationOf))
            .WithName("importSpecFromUrl").WithSummary("Imports an API description from an address that the server fetches.");

        // No form token: the guard against other sites covers this request as it covers those with a JSON body.
        specs.MapPost("/file", async (EndpointSender sender, Guid projectId, IFormFile file, [FromForm] Guid? specId) =>
                await sender.CreateAsync(new ImportSpec(projectId, await BytesAsync(file), file.FileName, SpecSource.File, specId), LocationOf))
            .DisableAntiforgery()
            .WithName("importSpecFile").WithSummary("Imports an API description that is uploaded as a file.");
    }

    private static void MapReading(RouteGroupBuilder spec)
    {
        spec.MapGet("/", (EndpointSender sender, Guid id, int? version = null) => sender.SendAsync(new GetSpec(id, version)))
            .WithName("getSpec").WithSummary("Reads what is known of a version of an API description, the newest by default.");
        spec.MapGet("/versions",
            (EndpointSender sender, Guid id, int skip = 0, int take = Paging.DefaultTake) => sender.SendAsync(new ListSpecVersions(id, skip, take)))
            .WithName("listSpecVersions").WithSummary("Lists the versions of an API description, newest first.");
        spec.MapGet("/operations", (EndpointSender sender, Guid id, int? version = null, string? search = null, string? group = null, int skip = 0,
            int take = Paging.DefaultTake) =>
                sender.SendAsync(new ListOperations(id, version, search, group, skip, take)))
            .WithName("listOperations").WithSummary("Lists the operations and webhooks of an API description.");
        spec.MapGet("/operation",
            (EndpointSender sender, Guid id, string method, string path, int? version = null) => sender.SendAsync(new GetOperation(id, method, path, version)))
            .WithName("getOperation").WithSummary("Reads an operation with its parameters, bodies and responses.");
        spec.MapGet("/capabilities", (EndpointSender sender, Guid id, int? version = null) => sender.SendAsync(new ListCapabilities(id, version)))
            .WithName("listCapabilities").WithSummary("Lists what the API can do, with the evidence in its document.");
        spec.MapGet("/problems", (EndpointSender sender, Guid id, int? version = null, ProblemSeverity? severity = null, int skip = 0,
            int take = Paging.DefaultTake) =>
                sender.SendAsync(new ListSpecProblems(id, version, severity, skip, take)))
            .WithName("listSpecProblems").WithSummary("Lists what is wrong with the document, with line and column.");
        spec.MapGet("/document", (EndpointSender sender, Guid id, int? version = null) => sender.FileAsync(new DownloadSpec(id, version)))
            .WithName("downloadSpec").WithSummary("Downloads the document as it was imported.");
        spec.MapGet("/blueprint",
            (EndpointSender sender, Guid id, int? version = null, string? group = null) => sender.SendAsync(new GetBlueprint(id, version, group)))
            .WithName("getBlueprint").WithSummary("Reads what a partner has to build, as markdown; of a large API one group of operations.");
        spec.MapGet("/blueprint/file",
            (EndpointSender sender, Guid id, BlueprintFormat format = BlueprintFormat.Markdown, int? version = null) =>
            sender.FileAsync(new DownloadBlueprint(id, format, version)))
            .WithName("downloadBlueprint").WithSummary("Downloads the blueprint as markdown or JSON.");
    }

    private static string LocationOf(SpecImportView import) => $"{Api.Root}/specs/{import.Version.SpecId}?version={import.Version.Number}";

    private static async Task<byte[]> BytesAsync(IFormFile file)
    {
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer);
        return buffer.ToArray();
    }

    /// <summary>A document as text.</summary>
    private sealed record SpecText(string? Text, string? FileName = null, Guid? SpecId = null);

    /// <summary>Where a document is.</summary>
    private sealed record SpecUrl(string? Url, Guid? SpecId = null);
}
