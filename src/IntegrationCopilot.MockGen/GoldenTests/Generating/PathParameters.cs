using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Parameters of paths as the operation describes them that says what they look like: what is named is the same wherever its path leads on.</summary>
internal sealed class PathParameters(ApiSpec spec, SchemaStructure structure)
{
    private static readonly string[] Telling =
        ["format", "pattern", "enum", "const", "minLength", "maxLength", "example", "examples", "default", "allOf", "anyOf", "oneOf"];

    private readonly Lazy<ILookup<string, ApiParameter>> told = new(() => spec.Operations
        .SelectMany(operation => operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path)
            .Select(parameter => (Place: PlaceOf(operation, parameter), parameter)))
        .Where(pair => pair.Place is not null && structure.IsOfType(pair.parameter.Schema, SpecEngine.JsonTypes.String) && !IsBare(structure, pair.parameter))
        .ToLookup(pair => pair.Place!, pair => pair.parameter, StringComparer.Ordinal));

    /// <summary>Another description of the same place where the operation's own says no more than that it is a text; else its own.</summary>
    public ApiParameter Fullest(ApiOperation operation, ApiParameter parameter) =>
        parameter.Place == ParameterPlace.Path && PlaceOf(operation, parameter) is { } place
            && structure.IsOfType(parameter.Schema, SpecEngine.JsonTypes.String) && IsBare(structure, parameter)
            ? told.Value[place].FirstOrDefault() ?? parameter : parameter;

    private static string? PlaceOf(ApiOperation operation, ApiParameter parameter) =>
        operation.Path.IndexOf($"{{{parameter.Name}}}", StringComparison.Ordinal) is >= 0 and var at
            ? operation.Path[..(at + parameter.Name.Length + 2)] : null;

    private static bool IsBare(SchemaStructure structure, ApiParameter parameter)
    {
        var schema = structure.Resolve(parameter.Schema);
        return parameter.Examples.Count == 0 && Array.TrueForAll(Telling, keyword => !schema[keyword].IsDefined);
    }
}
