using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Imports a document that was uploaded or typed, as a new description or as the next version of one.</summary>
[RequiresPermission(Permission.SpecsImport)]
internal sealed record ImportSpec(Guid ProjectId, byte[] Content, string? FileName = null, SpecSource Source = SpecSource.File, Guid? SpecId = null)
    : IRequest<SpecImportView>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Optional("fileName", FileName, SpecVersion.FileNameMaxLength);
}

internal sealed class ImportSpecHandler(SpecImporter importer) : IRequestHandler<ImportSpec, SpecImportView>
{
    public Task<Outcome<SpecImportView>> HandleAsync(ImportSpec request, CancellationToken cancellationToken) =>
        importer.ImportAsync(request.ProjectId, request.SpecId, new IncomingSpec(request.Content, request.FileName, request.Source), cancellationToken);
}
