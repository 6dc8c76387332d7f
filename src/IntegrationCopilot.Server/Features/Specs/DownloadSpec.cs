using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>A document as it was imported, byte for byte.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record DownloadSpec(Guid SpecId, int? Version = null) : IQuery<FileDownload>;

internal sealed class DownloadSpecHandler(SpecLoader specs) : IRequestHandler<DownloadSpec, FileDownload>
{
    public async Task<Outcome<FileDownload>> HandleAsync(DownloadSpec request, CancellationToken cancellationToken) =>
        await specs.Versions(request.SpecId, request.Version).Select(version => new { version.FileName, version.Content })
            .FirstOrDefaultAsync(cancellationToken) is { } document
            ? new FileDownload(document.FileName, MediaTypeOf(document.FileName), new MemoryStream(document.Content, writable: false))
            : SpecErrors.NotFound;

    private static string MediaTypeOf(string fileName) =>
        fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "application/json" : "application/yaml"; // RFC 9512
}
