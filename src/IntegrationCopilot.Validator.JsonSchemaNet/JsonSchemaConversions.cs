using IntegrationCopilot.SpecEngine;
using Json.Schema;

namespace IntegrationCopilot.Validator.JsonSchemaNet;

/// <summary>Schemas of an API as schemas of JsonSchema.Net, and the other way.</summary>
/// <remarks>
/// What is made stands alone and is JSON Schema 2020-12, whatever the edition of the description: what its references lead to is bundled under <c>$defs</c>,
/// <c>nullable</c> becomes a type, a boolean <c>exclusiveMinimum</c> a number. <c>discriminator</c> and references that lead nowhere are left out.
/// </remarks>
/// <threadsafety>Its methods may be called by any number of threads.</threadsafety>
public static class JsonSchemaConversions
{
    /// <summary>The schema of a body.</summary>
    /// <param name="mediaType">One representation of a request or a response. Without a schema everything is valid.</param>
    /// <param name="spec">The API that it belongs to.</param>
    /// <exception cref="NotSupportedException">The schema uses <c>$dynamicRef</c> or <c>$recursiveRef</c>; the message says where.</exception>
    public static JsonSchema ToJsonSchema(this ApiMediaType mediaType, ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return spec.ToJsonSchema(mediaType.Schema);
    }

    /// <summary>The schema of a parameter's value.</summary>
    /// <param name="parameter">A parameter of an operation. Without a schema everything is valid.</param>
    /// <param name="spec">The API that it belongs to.</param>
    /// <exception cref="NotSupportedException">The schema uses <c>$dynamicRef</c> or <c>$recursiveRef</c>; the message says where.</exception>
    public static JsonSchema ToJsonSchema(this ApiParameter parameter, ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return spec.ToJsonSchema(parameter.Content is { } content ? content.Schema : parameter.Schema);
    }

    /// <summary>A schema of an API's documents.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="schema">The schema; an undefined node is one that everything is valid to.</param>
    /// <exception cref="NotSupportedException">The schema uses <c>$dynamicRef</c> or <c>$recursiveRef</c>; the message says where.</exception>
    public static JsonSchema ToJsonSchema(this ApiSpec spec, RawNode schema)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var options = new BuildOptions { Dialect = Json.Schema.Dialect.Draft202012, SchemaRegistry = new SchemaRegistry() };
        return JsonSchema.FromText(new SchemaBundle(spec).Write(schema).ToJsonString(), options);
    }

    /// <summary>A schema of JsonSchema.Net as one of the validator. What is wrong with it is in the result.</summary>
    /// <param name="schema">The schema. Schemas that it refers to by other addresses are looked for in <see cref="SchemaOptions.Catalog"/>.</param>
    /// <param name="options">How to read it; the defaults when null.</param>
    public static SchemaCompileResult ToCompiledSchema(this JsonSchema schema, SchemaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return CompiledSchema.FromText(schema.BoolValue is { } all ? (all ? "true" : "false") : schema.Root.Source.GetRawText(), options);
    }
}
