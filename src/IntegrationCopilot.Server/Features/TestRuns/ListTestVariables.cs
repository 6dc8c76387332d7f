using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The variables that the golden tests of an API description take values for when an installation of the API is tested.</summary>
/// <param name="SpecId">Whose tests.</param>
/// <param name="Version">Of which version; null for the newest.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListTestVariables(Guid SpecId, int? Version = null) : IQuery<TestVariableList>;

internal sealed class ListTestVariablesHandler(SpecLoader specs) : IRequestHandler<ListTestVariables, TestVariableList>
{
    public async Task<Outcome<TestVariableList>> HandleAsync(ListTestVariables request, CancellationToken cancellationToken)
    {
        if (await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is not { } spec) return SpecErrors.NotFound;
        var suite = await GoldenSuites.OfAsync(spec, cancellationToken);
        var tests = suite.Tests.Where(test => test.Applicable && test.Reach != GoldenTestReach.MockOnly);
        var uses = tests.SelectMany(test => test.Variables).GroupBy(variable => variable.Name, StringComparer.Ordinal);
        return new TestVariableList(
            [.. uses.Select(TestVariableView.Of).OrderByDescending(variable => variable.Required).ThenByDescending(variable => variable.Tests)]);
    }
}
