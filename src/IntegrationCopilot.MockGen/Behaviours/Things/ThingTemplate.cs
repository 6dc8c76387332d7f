using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes new objects out of what was sent: the fields of the request, defaults, and what only the API sets.</summary>
internal sealed class ThingTemplate
{
    private const int MaxDepth = 3;
    private readonly StateModel model;
    private readonly ThingShape shape;
    private readonly ThingShape request;
    private readonly JsonObject sample;
    private readonly List<Part> parts = [];

    /// <param name="model">What is known of the API.</param>
    /// <param name="shape">The fields of the object as it is read.</param>
    /// <param name="request">The fields that are sent to make one.</param>
    /// <param name="sample">An object as the document shows or describes it.</param>
    /// <param name="depth">Objects around it.</param>
    public ThingTemplate(StateModel model, ThingShape shape, ThingShape request, JsonObject sample, int depth = 0)
    {
        this.model = model;
        this.shape = shape;
        this.request = request;
        this.sample = sample;
        foreach (var field in shape.Fields)
            if (!field.WriteOnly) parts.Add(PartOf(field, depth));
        foreach (var (name, value) in sample)
            if (shape.Find(name) is null) parts.Add(new Part(name, default) { IsSent = request.Find(name) is { ReadOnly: false }, Has = true, Value = value });
    }

    /// <summary>A new object.</summary>
    /// <param name="sent">What was sent; null for nothing.</param>
    /// <param name="moment">When.</param>
    public JsonObject Make(JsonObject? sent, DateTimeOffset moment)
    {
        var made = new JsonObject();
        foreach (var part in parts)
        {
            if (part.IsSent && sent is not null && sent.TryGetPropertyValue(part.Name, out var given))
                made[part.Name] = part.Inner is { } inner && given is JsonObject whole ? inner.Make(whole, moment) : given?.DeepClone();
            else if (part.Instant != InstantRole.None && InstantStyle.Write(part.Schema, part.Value, moment) is { } instant) made[part.Name] = instant;
            else if (part.Has) made[part.Name] = part.Value?.DeepClone();
        }
        foreach (var (name, value) in sent ?? [])
            if (!made.ContainsKey(name) && IsKept(name)) made[name] = value?.DeepClone();
        return made;
    }

    /// <summary>
    /// Fields that the document does not describe are kept where the object may have any; those that it describes for requests alone, such as keys and
    /// passwords, are not.
    /// </summary>
    private bool IsKept(string name)
    {
        if (request.Find(name) is { } sent && (sent is { ReadOnly: true } or { WriteOnly: true } || (shape.Find(name) is null && !shape.IsOpen))) return false;
        return shape.Find(name) is { } field ? field is { ReadOnly: false, WriteOnly: false } : !shape.IsClosed;
    }

    private Part PartOf(ThingField field, int depth)
    {
        var schema = model.Spec.Resolve(field.Schema);
        var sent = request.Find(field.Name);
        var isSent = sent is { ReadOnly: false } && !field.ReadOnly;
        var has = sample.TryGetPropertyValue(field.Name, out var shown);
        if (!isSent) return Own(field, schema, has, shown);
        var part = new Part(field.Name, schema) { IsSent = true,
            Inner = depth < MaxDepth && shown is JsonObject inner ? Nested(field, sent!, inner, depth) : null };
        var usual = sent!.Schema["default"] is { IsDefined: true } given ? given : schema["default"];
        if (usual.IsDefined && JsonTrees.Parse(usual.ToUtf8Json()) is { } value) return part with { Has = true, Value = value };
        if (!field.Required) return part;
        return AllowsNull(field) ? part with { Has = true } : part with { Has = has, Value = shown };
    }

    /// <summary>What only the API sets within an object that is sent; null when there is nothing.</summary>
    private ThingTemplate? Nested(ThingField field, ThingField sent, JsonObject shown, int depth)
    {
        var (own, given) = (ThingShape.Of(model.Spec, field.Schema), ThingShape.Of(model.Spec, sent.Schema));
        return own.IsOpen || given.IsOpen || own.Fields.All(f => given.Find(f.Name) is not null && !f.ReadOnly)
            ? null
            : new ThingTemplate(model, own, given, shown, depth + 1);
    }

    /// <summary>A field that only the API sets. What tells of an end is not there in the beginning.</summary>
    private Part Own(ThingField field, RawNode schema, bool has, JsonNode? shown)
    {
        var instant = InstantStyle.RoleOf(field.Name);
        if (instant == InstantRole.None && EndingFields.Tells(field.Name))
        {
            if (!field.Required) has = false;
            else if (AllowsNull(field)) shown = null;
            else if (shown is JsonValue flag && flag.TryGetValue<bool>(out var isSet) && isSet) shown = JsonValue.Create(false);
        }
        return new Part(field.Name, schema) { Instant = instant, Has = has, Value = shown };
    }

    private bool AllowsNull(ThingField field) => model.Schemas.For(field.Schema, MessageDirection.Response).IsValid("null"u8);

    private sealed record Part(string Name, RawNode Schema)
    {
        /// <summary>Whether clients set it.</summary>
        public bool IsSent { get; init; }

        public InstantRole Instant { get; init; }

        /// <summary>Whether it is there when nobody set it.</summary>
        public bool Has { get; init; }

        public JsonNode? Value { get; init; }

        /// <summary>What is within it; null when that is as it is sent.</summary>
        public ThingTemplate? Inner { get; init; }
    }
}
