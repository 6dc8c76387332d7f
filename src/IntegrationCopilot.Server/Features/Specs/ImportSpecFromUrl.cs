using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Imports a document that the server fetches itself.</summary>
[RequiresPermission(Permission.SpecsImport)]
internal sealed record ImportSpecFromUrl(Guid ProjectId, string? Url, Guid? SpecId = null) : IRequest<SpecImportView>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Required("url", Url, SpecVersion.SourceUrlMaxLength);
        if (!string.IsNullOrWhiteSpace(Url) && !IsHttp(Url)) errors.Add("url", "Enter an http or https address, for example https://example.com/openapi.yaml.");
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && RunTarget.CanBeCalled(uri);
}

internal sealed class ImportSpecFromUrlHandler(SpecImporter importer, SpecFetcher fetcher) : IRequestHandler<ImportSpecFromUrl, SpecImportView>
{
    public async Task<Outcome<SpecImportView>> HandleAsync(ImportSpecFromUrl request, CancellationToken cancellationToken)
    {
        if (await importer.RefusalAsync(request.ProjectId, request.SpecId, cancellationToken) is { } refusal) return refusal; // before anybody is called
        var url = new Uri(request.Url!.Trim());
        var fetched = await fetcher.FetchAsync(url, cancellationToken);
        if (!fetched.IsOk) return fetched.Error;
        var plain = url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return await importer.ImportAsync(request.ProjectId, request.SpecId, new IncomingSpec(fetched.Value, url.AbsolutePath, SpecSource.Url, plain),
            cancellationToken);
    }
}
