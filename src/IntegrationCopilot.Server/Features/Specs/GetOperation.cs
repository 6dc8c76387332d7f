using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>One operation with its parameters, bodies and responses.</summary>
/// <param name="SpecId">Whose operation.</param>
/// <param name="Method">Its method, in any case.</param>
/// <param name="Path">Its path template as written, or a webhook's name.</param>
/// <param name="Version">Of which version; null for the newest.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetOperation(Guid SpecId, string? Method, string? Path, int? Version = null) : IQuery<OperationDetails>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Required("method", Method, 20);
        errors.Required("path", Path, 2000);
    }
}

internal sealed class GetOperationHandler(SpecLoader specs) : IRequestHandler<GetOperation, OperationDetails>
{
    public async Task<Outcome<OperationDetails>> HandleAsync(GetOperation request, CancellationToken cancellationToken)
    {
        if (await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is not { Api: var api }) return SpecErrors.NotFound;
        var operation = api.FindOperation(request.Method!, request.Path!)
            ?? api.Webhooks.FirstOrDefault(webhook =>
                webhook.Path == request.Path && string.Equals(webhook.Method, request.Method, StringComparison.OrdinalIgnoreCase));
        return operation is null ? SpecErrors.OperationNotFound : OperationDetails.Of(operation);
    }
}
