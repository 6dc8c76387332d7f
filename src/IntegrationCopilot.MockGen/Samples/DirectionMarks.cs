using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Members that do not belong in a message of one direction: <c>readOnly</c> ones in requests, <c>writeOnly</c> ones in responses (OpenAPI 3.0.4, section 4.7.24.2).</summary>
internal sealed class DirectionMarks(SchemaReferences references, MessageDirection direction)
{
    private const int MaxHops = 16;
    private readonly string? mark = direction switch { MessageDirection.Request => "readOnly", MessageDirection.Response => "writeOnly", _ => null };

    public bool IsHidden(RawNode schema) => mark is not null && IsMarked(schema, 0);

    private bool IsMarked(RawNode schema, int hops)
    {
        if (hops > MaxHops || !schema.IsObject) return false;
        var isReference = references.TryFollow(schema, out var target);
        if (schema[mark!].GetBoolean() == true && (!isReference || references.SiblingsCount)) return true;
        if (isReference && IsMarked(target, hops + 1)) return true;
        foreach (var part in schema["allOf"].Children)
            if (IsMarked(part, hops + 1)) return true;
        return false;
    }
}
