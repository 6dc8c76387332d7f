using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>A place of an operation's requests that somebody gives a value for, written <c>OPERATION:PLACE</c>.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Place">A JSON Pointer into the body, or the name of a parameter.</param>
internal sealed record GivenPlace(ApiOperation Operation, string Place)
{
    public bool IsInBody => Place.StartsWith('/');

    /// <summary>The parameter; null when the place is in the body or there is none.</summary>
    public ApiParameter? Parameter => IsInBody ? null : Operation.Parameters.FirstOrDefault(parameter => parameter.Name == Place);

    /// <summary>Reads a name: the operation as <c>POST /path</c> or by its <c>operationId</c>, a colon, and the place.</summary>
    /// <returns>The place; null when the name is that of a variable.</returns>
    public static GivenPlace? Read(ApiSpec spec, string name) =>
        spec.Operations.SelectMany(operation => ((string?[])[operation.Id, operation.OperationId]).OfType<string>().Select(known => (operation, known)))
            .Where(pair => name.StartsWith($"{pair.known}:", StringComparison.Ordinal) && name.Length > pair.known.Length + 1)
            .OrderByDescending(pair => pair.known.Length)
            .Select(pair => new GivenPlace(pair.operation, name[(pair.known.Length + 1)..])).FirstOrDefault();
}
