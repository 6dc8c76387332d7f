using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes JSON Patches (RFC 6902) that can be applied: what is made of the schema alone names a place that no thing has.</summary>
internal sealed class PatchBodies(TestMaterial material)
{
    private const string Operation = "op";
    private const string Path = "path";
    private const string From = "from";
    private const string Value = "value";

    /// <summary>Adding to an object puts in place of what is there (section 4.1), so that it works whatever the thing has.</summary>
    private static readonly string[] Operations = ["add", "replace"];

    /// <summary>Whether a body is a list of operations on a thing.</summary>
    public static bool IsOne(SchemaStructure structure, ApiMediaType? media)
    {
        if (media is not { IsJson: true, Schema.IsDefined: true } || structure.ItemsOf(media.Schema) is not { IsDefined: true } item) return false;
        var fields = structure.FieldsOf(item);
        return fields.ContainsKey(Operation) && fields.ContainsKey(Path);
    }

    /// <summary>A patch of one field of the thing that the operation changes; null when none is known that clients may change.</summary>
    public JsonElement? Make(ApiOperation operation, ApiMediaType media)
    {
        if (!IsOne(material.Structure, media) || material.Suppliers.MeaningOf(operation)?.Resource is not { Schema.IsDefined: true } resource) return null;
        var fields = material.Structure.MembersOf(resource.Schema)
            .Where(member => !IsReadOnly(member.Schema) && !NamesThing(resource, member.Name))
            .OrderBy(member => material.Structure.IsOfType(member.Schema, SpecEngine.JsonTypes.String) && !Enumerates(member.Schema) ? 0 : 1);
        var candidates = fields.ToList();
        foreach (var field in candidates)
            if (material.Samples.Make(field.Schema, MessageDirection.Request, field.Name) is { Found: true } sample)
                foreach (var name in Operations)
                    if (Patch(name, field.Name, sample) is var patch && material.Accepts(media.Schema, patch)) return patch;
        return candidates.Select(field => Copy(field.Name)).Where(patch => material.Accepts(media.Schema, patch)).Select(patch => (JsonElement?)patch)
            .FirstOrDefault();
    }

    /// <summary>Where the schema knows no value that a field may have, a field is copied onto itself (section 4.5).</summary>
    private static JsonElement Copy(string field) => AsJson.Element(new JsonArray(new JsonObject
    {
        [Operation] = "copy",
        [From] = NodePointer.Of(field).ToString(),
        [Path] = NodePointer.Of(field).ToString(),
    }));

    private static JsonElement Patch(string operation, string field, SampleResult value) => AsJson.Element(new JsonArray(new JsonObject
    {
        [Operation] = operation,
        [Path] = NodePointer.Of(field).ToString(),
        [Value] = AsJson.Node(value.ToElement()),
    }));

    private bool IsReadOnly(RawNode schema) => schema["readOnly"].GetBoolean() == true || material.Structure.Resolve(schema)["readOnly"].GetBoolean() == true;

    private bool Enumerates(RawNode schema) => material.Structure.Resolve(schema)["enum"].IsDefined;

    private static bool NamesThing(ApiResource resource, string field) =>
        field is "id" || (resource.Identifier?.Parts.Any(part => part.Read == $"/{field}" || part.Create == $"/{field}") ?? false)
        || resource.States.Any(state => state.Pointer == $"/{field}");
}
