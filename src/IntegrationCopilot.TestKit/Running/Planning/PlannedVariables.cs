using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Which variables a run would use, and where their values come from.</summary>
internal static class PlannedVariables
{
    public static IReadOnlyList<PlannedVariable> Of(GoldenTestSuite suite, RunContext context, IReadOnlyList<PlannedCase> cases)
    {
        var running = cases.Where(item => item.Settled is null).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var declared = suite.Tests.SelectMany(test => test.Variables).DistinctBy(variable => variable.Name)
            .ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        return [.. from variable in SuiteTemplates.Variables(suite)
            let count = variable.Uses.Select(use => use.Case).Where(running.Contains).Distinct(StringComparer.Ordinal).Count()
            where count > 0
            select new PlannedVariable(variable, Source(variable, declared.GetValueOrDefault(variable.Name), context), count)];
    }

    private static PlannedSource Source(SuiteVariable variable, TestVariable? declaration, RunContext context)
    {
        if (context.Options.Values.ContainsKey(variable.Name)) return PlannedSource.Given;
        if (declaration is { Fresh: true } or { FromRunner: true }) return PlannedSource.Runner;
        if (declaration is { Suppliers.Count: > 0 }) return PlannedSource.Api;
        return variable.Default is null && declaration?.Default is null ? PlannedSource.Missing : PlannedSource.Default;
    }
}
