using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A route that a request comes near to.</summary>
/// <param name="Operation">Its operation.</param>
/// <param name="Differences">In what the route differs.</param>
/// <param name="PathValues">What of the path its parameters would take.</param>
/// <param name="Cost">How far it is away.</param>
internal sealed record NearRoute(ApiOperation Operation, IReadOnlyList<RouteDifference> Differences, IReadOnlyList<KeyValuePair<string, string>> PathValues,
    int Cost);
