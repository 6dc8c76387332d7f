using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What a blueprint is written in.</summary>
public enum BlueprintFormat
{
    /// <summary>CommonMark with tables, for people.</summary>
    Markdown,

    /// <summary>The same as data, for programs.</summary>
    Json,
}

/// <summary>The blueprint of a version, the newest by default, as a file.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record DownloadBlueprint(Guid SpecId, BlueprintFormat Format = BlueprintFormat.Markdown, int? Version = null) : IQuery<FileDownload>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Defined("format", Format);
}

internal sealed class DownloadBlueprintHandler(SpecLoader specs) : IRequestHandler<DownloadBlueprint, FileDownload>
{
    public async Task<Outcome<FileDownload>> HandleAsync(DownloadBlueprint request, CancellationToken cancellationToken) =>
        await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is { } spec
            ? FileOf(Path.GetFileNameWithoutExtension(spec.FileName),
                await Task.Run(() => Blueprint.FromSpec(spec.Api, examples: new SampleExamples(spec.Api)), cancellationToken), request.Format)
            : SpecErrors.NotFound;

    private static FileDownload FileOf(string name, Blueprint blueprint, BlueprintFormat format)
    {
        var (text, extension, mediaType) = format is BlueprintFormat.Json
            ? (blueprint.ToJson(), "json", "application/json")
            : (blueprint.ToMarkdown(), "md", "text/markdown; charset=utf-8"); // RFC 7763
        return new FileDownload($"{name}.blueprint.{extension}", mediaType, new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false));
    }
}
