using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The templates of a suite of golden tests, which people may have edited: which variables they use, and what is wrong with them.</summary>
/// <remarks>
/// A placeholder names a variable that its test declares (<see cref="GoldenTest.Variables"/>, which tells type and secrecy), a value that an earlier step
/// keeps, or a string that nothing declares but a placeholder of the test that has a default. A default counts wherever its test uses the variable; that of the
/// declaration goes before it.
/// </remarks>
/// <threadsafety>Static and stateless.</threadsafety>
public static class SuiteTemplates
{
    /// <summary>Every variable of a suite with the places that use it; values that steps keep for later ones are none.</summary>
    /// <param name="suite">The suite.</param>
    /// <returns>In the order of their first test or use.</returns>
    public static IReadOnlyList<SuiteVariable> Variables(GoldenTestSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var all = new SuiteVariables();
        foreach (var scope in TemplateScope.Of(suite)) all.Add(scope);
        return all.List();
    }

    /// <summary>Everything that is wrong with the templates and declarations of a suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <returns>
    /// Each problem with its <see cref="TemplateProblem.Place"/>, and <see cref="TemplateProblem.At"/> where it is about a placeholder; in the order of the
    /// suite; empty when all is well. That a value is missing is no problem of the suite.
    /// </returns>
    public static IReadOnlyList<TemplateProblem> Problems(GoldenTestSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var types = new Dictionary<string, (TestVariableType Type, string Test)>(StringComparer.Ordinal);
        return [.. TemplateScope.Of(suite).SelectMany(scope => new ScopeCheck(scope, types).Run())];
    }
}
