using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What plans are made from: the description, its compiled schemas, and how strictly to judge.</summary>
internal sealed class PlanContext(ApiSpec spec, SchemaSet schemas, MessageDirection direction, bool lenient)
{
    public ApiSpec Spec => spec;

    public bool Lenient => lenient;

    /// <summary>Which way the messages travel.</summary>
    public MessageDirection Direction => direction;

    /// <summary>A check by a schema; one that accepts everything when there is none.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="embedsJson">Whether JSON is how objects are spelled here, as in forms; elsewhere it is read in lenient mode only.</param>
    public ValueCheck CheckOf(RawNode schema, bool embedsJson = false) => new(ShapeOf(schema), SchemaOf(schema), embedsJson || lenient);

    public ValueShape ShapeOf(RawNode schema) => ValueShape.Of(spec, schema);

    public CompiledSchema? SchemaOf(RawNode schema) => schema.IsDefined ? schemas.For(schema, direction) : null;

    /// <summary>Whether a parameter carries a credential, whose value is never judged or quoted.</summary>
    public bool IsCredential(ApiParameter parameter) =>
        spec.SecuritySchemes.Any(s => s.Kind == SecuritySchemeKind.ApiKey && s.KeyPlace == parameter.Place
            && string.Equals(s.KeyName, parameter.Name,
                parameter.Place == ParameterPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
}
