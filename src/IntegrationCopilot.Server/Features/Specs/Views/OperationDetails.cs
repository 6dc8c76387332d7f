using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What a caller has to know of an operation.</summary>
/// <param name="Operation">The operation in short.</param>
/// <param name="Description">Long purpose (CommonMark); null when there is none.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Security">Alternatives, any of which lets a caller in, for example <c>api_key</c> or <c>oauth2 (payments:write)</c>.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="BodyRequired">Whether a body must be sent; null when none is described.</param>
/// <param name="Bodies">The bodies it takes.</param>
/// <param name="Responses">The responses it describes.</param>
/// <param name="Callbacks">Calls the API makes back, as method and address.</param>
public sealed record OperationDetails(
    OperationView Operation,
    string? Description,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Security,
    IReadOnlyList<ParameterView> Parameters,
    bool? BodyRequired,
    IReadOnlyList<ContentView> Bodies,
    IReadOnlyList<ResponseView> Responses,
    IReadOnlyList<string> Callbacks)
{
    internal static OperationDetails Of(ApiOperation operation) => new(
        OperationView.Of(operation),
        operation.Description,
        operation.Tags,
        operation.Security.Select(SecurityText).ToList(),
        operation.Parameters.Select(parameter =>
            new ParameterView(parameter.Name, parameter.Place, parameter.Required, SchemaText.Of(parameter.Schema), parameter.Description)).ToList(),
        operation.RequestBody?.Required,
        ContentView.Of(operation.RequestBody?.Content ?? []),
        operation.Responses.Select(response => new ResponseView(response.Status, response.Description, ContentView.Of(response.Content))).ToList(),
        operation.Callbacks.Select(callback => callback.Id).ToList());

    private static string SecurityText(SecurityAlternative alternative) => alternative.Requirements.Count == 0
        ? "anonymous"
        : string.Join(" and ", alternative.Requirements.Select(requirement =>
            requirement.Scopes.Count == 0 ? requirement.SchemeName : $"{requirement.SchemeName} ({string.Join(", ", requirement.Scopes)})"));
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="Place">Where it travels.</param>
/// <param name="Required">Whether it must be sent.</param>
/// <param name="Type">Its type in short, for example <c>array of string</c>.</param>
/// <param name="Description">What it is for (CommonMark); null when nothing is said.</param>
public sealed record ParameterView(string Name, ParameterPlace Place, bool Required, string Type, string? Description);

/// <summary>One representation of a body.</summary>
/// <param name="MediaType">For example <c>application/json</c>.</param>
/// <param name="Type">Its schema in short, for example <c>Payment</c>.</param>
public sealed record ContentView(string MediaType, string Type)
{
    internal static IReadOnlyList<ContentView> Of(IReadOnlyList<ApiMediaType> content) =>
        content.Select(type => new ContentView(type.Name, SchemaText.Of(type.Schema))).ToList();
}

/// <summary>A described response.</summary>
/// <param name="Status">A status, a range such as <c>4XX</c>, or <c>default</c>.</param>
/// <param name="Description">What it means; null when nothing is said.</param>
/// <param name="Bodies">The bodies it may have.</param>
public sealed record ResponseView(string Status, string? Description, IReadOnlyList<ContentView> Bodies);
