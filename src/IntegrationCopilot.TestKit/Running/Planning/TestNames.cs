using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>The names by which people choose tests.</summary>
internal sealed record TestNames(IReadOnlySet<string> Operations, IReadOnlySet<string> Categories, IReadOnlySet<string> Cases, IReadOnlySet<string> All)
{
    /// <summary>The names of one test.</summary>
    public static TestNames Of(GoldenTest test, ApiSpec spec) =>
        Of([test], spec.Operations.Where(operation => string.Equals(operation.Id, test.Operation, StringComparison.Ordinal)), [test.Category]);

    /// <summary>Every name there is for a suite.</summary>
    public static TestNames Of(GoldenTestSuite suite, ApiSpec spec) =>
        Of(suite.Tests, spec.Operations, suite.Tests.Select(test => test.Category).Concat(TestCategory.All.Select(category => category.Id)));

    private static TestNames Of(IEnumerable<GoldenTest> tests, IEnumerable<ApiOperation> operations, IEnumerable<string> categories)
    {
        var byOperation = Set(operations.SelectMany(operation => (string?[])[operation.Id, operation.OperationId]));
        var byCategory = Set(categories);
        var byCase = Set(tests.SelectMany(test => (string?[])[test.Id, test.Template]));
        return new(byOperation, byCategory, byCase, Set([.. byOperation, .. byCategory, .. byCase, .. tests.Select(test => test.Group)]));
    }

    private static HashSet<string> Set(IEnumerable<string?> names) => names.OfType<string>().ToHashSet(StringComparer.Ordinal);
}
