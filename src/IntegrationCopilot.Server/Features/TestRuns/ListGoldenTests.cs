using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The golden tests that a version of an API description yields, those that apply and those that do not.</summary>
/// <param name="SpecId">Whose tests.</param>
/// <param name="Version">Of which version; null for the newest.</param>
/// <param name="Skip">Where the part starts.</param>
/// <param name="Take">How many it may have.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListGoldenTests(Guid SpecId, int? Version = null, int Skip = 0, int Take = Paging.DefaultTake) : IQuery<GoldenTestList>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Page(Skip, Take);
}

internal sealed class ListGoldenTestsHandler(SpecLoader specs) : IRequestHandler<ListGoldenTests, GoldenTestList>
{
    public async Task<Outcome<GoldenTestList>> HandleAsync(ListGoldenTests request, CancellationToken cancellationToken)
    {
        if (await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is not { } spec) return SpecErrors.NotFound;
        var suite = await GoldenSuites.OfAsync(spec, cancellationToken);
        return new GoldenTestList([.. suite.Tests.Skip(request.Skip).Take(request.Take).Select(GoldenTestView.Of)], suite.Tests.Count,
            suite.Tests.Count(test => test.Applicable));
    }
}
