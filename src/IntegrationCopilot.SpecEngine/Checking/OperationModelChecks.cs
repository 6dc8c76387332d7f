namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks operations with everything they inherit: variables of the path against path parameters.</summary>
internal static class OperationModelChecks
{
    public static void Check(ApiSpec spec, ProblemLog problems)
    {
        var (path, variables) = ("", new List<string>());
        foreach (var operation in spec.Operations)
        {
            if (operation.Path != path || variables.Count == 0) (path, variables) = (operation.Path, Variables(operation.Path));
            Check(operation, variables, problems);
        }
    }

    private static void Check(ApiOperation operation, List<string> variables, ProblemLog problems)
    {
        foreach (var variable in variables)
            if (!IsDescribed(operation, variable))
                problems.Add(PathRules.UndescribedVariable, operation.Node, Excerpt.Of(operation.Id), Excerpt.Of(variable));
        foreach (var parameter in operation.Parameters)
            if (parameter.Place == ParameterPlace.Path && !variables.Contains(parameter.Name))
                problems.Add(PathRules.UnusedParameter, parameter.Node, Excerpt.Of(parameter.Name), Excerpt.Of(operation.Path));
    }

    private static bool IsDescribed(ApiOperation operation, string variable)
    {
        foreach (var parameter in operation.Parameters)
            if (parameter.Place == ParameterPlace.Path && parameter.Name == variable) return true;
        return false;
    }

    private static List<string> Variables(string path)
    {
        List<string> names = [];
        for (var at = path.IndexOf('{', StringComparison.Ordinal); at >= 0; at = path.IndexOf('{', at + 1))
        {
            var end = path.IndexOf('}', at);
            if (end < 0) break;
            names.Add(path[(at + 1)..end]);
        }
        return names;
    }
}
