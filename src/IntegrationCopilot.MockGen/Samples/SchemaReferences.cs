using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Reading schemas as sample making needs it: references followed one step at a time, so that what stands beside them is seen too.</summary>
internal sealed class SchemaReferences(ApiSpec spec)
{
    /// <summary>Whether keywords beside <c>$ref</c> count: since OpenAPI 3.1 (JSON Schema 2020-12, section 8.2.3.1); before, they are ignored.</summary>
    public bool SiblingsCount => spec.Edition is OpenApiEdition.V31 or OpenApiEdition.V32;

    /// <summary>Whether the schema is a reference; its target is undefined when it leads nowhere.</summary>
    public bool TryFollow(RawNode schema, out RawNode target)
    {
        target = default;
        if (!schema.IsObject || schema["$ref"].GetString() is not { } reference) return false;
        target = spec.Documents.ResolveReference(schema.Document!, reference);
        return true;
    }

    /// <summary>The schema behind any number of references.</summary>
    public RawNode Resolve(RawNode schema) => spec.Resolve(schema);
}
