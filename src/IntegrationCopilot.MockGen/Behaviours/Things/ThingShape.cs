using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A field that a thing may have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Its schema, references not followed.</param>
/// <param name="Required">Whether every thing has it.</param>
/// <param name="ReadOnly">Whether only the API sets it.</param>
/// <param name="WriteOnly">Whether no answer shows it.</param>
internal sealed record ThingField(string Name, RawNode Schema, bool Required, bool ReadOnly, bool WriteOnly);

/// <summary>The fields of a thing in one kind of message, whatever schemas they are written in.</summary>
internal sealed class ThingShape
{
    private const int MaxSchemas = 500;
    private readonly Dictionary<string, ThingField> fields = new(StringComparer.Ordinal);

    /// <summary>Its fields in document order.</summary>
    public IReadOnlyCollection<ThingField> Fields => fields.Values;

    /// <summary>Whether fields that are not named are refused.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether nothing is known of the fields, so that there may be any.</summary>
    public bool IsOpen => fields.Count == 0;

    public ThingField? Find(string name) => fields.GetValueOrDefault(name);

    /// <summary>The fields of a schema. Of alternatives all fields count, none as required.</summary>
    public static ThingShape Of(ApiSpec spec, RawNode schema)
    {
        var shape = new ThingShape();
        var required = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<RawNode>();
        var open = new Queue<(RawNode Schema, bool Certain)>([(schema, true)]);
        while (open.TryDequeue(out var next) && seen.Count < MaxSchemas)
        {
            var node = next.Schema;
            if (!node.IsObject || !seen.Add(node)) continue;
            if (node["$ref"].IsDefined) open.Enqueue((spec.Resolve(node), next.Certain));
            foreach (var name in node["required"].Children)
                if (next.Certain && name.GetString() is { } text) required.Add(text);
            shape.IsClosed |= node["additionalProperties"].GetBoolean() == false;
            foreach (var property in node["properties"].Children) shape.Add(spec, property, next.Certain);
            foreach (var part in node["allOf"].Children) open.Enqueue((part, next.Certain));
            foreach (var part in node["oneOf"].Children) open.Enqueue((part, false));
            foreach (var part in node["anyOf"].Children) open.Enqueue((part, false));
        }
        foreach (var name in required)
            if (shape.fields.TryGetValue(name, out var field)) shape.fields[name] = field with { Required = true };
        return shape;
    }

    /// <summary>A field that several schemas describe which all hold is marked as one of them marks it.</summary>
    private void Add(ApiSpec spec, RawNode property, bool isCertain)
    {
        var field = new ThingField(property.Name, property, false, IsMarked(spec, property, "readOnly"), IsMarked(spec, property, "writeOnly"));
        if (fields.TryAdd(property.Name, field) || !isCertain) return;
        var known = fields[property.Name];
        fields[property.Name] = known with { ReadOnly = known.ReadOnly || field.ReadOnly, WriteOnly = known.WriteOnly || field.WriteOnly };
    }

    private static bool IsMarked(ApiSpec spec, RawNode schema, string mark) =>
        schema[mark].GetBoolean() == true || spec.Resolve(schema)[mark].GetBoolean() == true
            || schema["allOf"].Children.Any(part => part[mark].GetBoolean() == true || spec.Resolve(part)[mark].GetBoolean() == true);
}
