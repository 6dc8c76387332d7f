using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What plans are made from: the description, its compiled schemas, and how strictly to judge.</summary>
internal sealed class PlanContext(ApiSpec spec, SchemaSet schemas, MessageDirection direction, MessageValidatorOptions options)
{
    private readonly IReadOnlyList<CredentialPlace> credentials = [.. options.Authentication.PlacesOf(spec.SecuritySchemes).Distinct()];

    public ApiSpec Spec => spec;

    public bool Lenient => !options.Strict;

    /// <summary>Which way the messages travel.</summary>
    public MessageDirection Direction => direction;

    /// <summary>A check by a schema; one that accepts everything when there is none.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="embedsJson">Whether JSON is how objects are spelled here, as in forms; elsewhere it is read in lenient mode only.</param>
    public ValueCheck CheckOf(RawNode schema, bool embedsJson = false) => new(ShapeOf(schema), SchemaOf(schema), embedsJson || Lenient);

    public ValueShape ShapeOf(RawNode schema) => ValueShape.Of(spec, schema);

    public CompiledSchema? SchemaOf(RawNode schema) => schema.IsDefined ? schemas.For(schema, direction) : null;

    /// <summary>Whether a parameter carries a credential, whose value is never judged or quoted.</summary>
    public bool IsCredential(ApiParameter parameter) => credentials.Any(place => place.Is(parameter.Place, parameter.Name));

    /// <summary>Whether a parameter carries a credential that one of an operation's security alternatives asks for.</summary>
    public bool IsCredentialOf(ApiOperation operation, ApiParameter parameter) =>
        options.Authentication.PlacesOf(operation.Security.SelectMany(alternative => alternative.Requirements).Select(requirement => requirement.Scheme))
            .Any(place => place.Is(parameter.Place, parameter.Name));

    /// <summary>The fields of a query that credentials travel in.</summary>
    public IEnumerable<string> CredentialFields => credentials.Where(place => place.Place == ParameterPlace.Query).Select(place => place.Name);
}
