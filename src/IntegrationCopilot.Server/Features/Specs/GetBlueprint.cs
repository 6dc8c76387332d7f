using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What a partner has to build to use the API of a version, the newest by default.</summary>
/// <param name="SpecId">Whose blueprint.</param>
/// <param name="Version">Of which version; null for the newest.</param>
/// <param name="Group">Only the endpoints of this group; null for all of them, or for the first group when they are too many.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetBlueprint(Guid SpecId, int? Version = null, string? Group = null) : IQuery<BlueprintView>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Optional("group", Group, 200);
}

internal sealed class GetBlueprintHandler(SpecLoader specs) : IRequestHandler<GetBlueprint, BlueprintView>
{
    public async Task<Outcome<BlueprintView>> HandleAsync(GetBlueprint request, CancellationToken cancellationToken)
    {
        if (await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is not { } spec) return SpecErrors.NotFound;

        // A circuit's thread must not be held while the blueprint of a large document is written.
        return await Task.Run(() => BlueprintView.Of(spec.Number, Blueprint.FromSpec(spec.Api, examples: new SampleExamples(spec.Api)), request.Group),
            cancellationToken) is { } view ? view : SpecErrors.NotFound;
    }
}
