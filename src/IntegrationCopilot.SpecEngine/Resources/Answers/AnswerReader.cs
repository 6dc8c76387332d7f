namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the thing, or the list of things, in what an operation answers or takes: past envelopes, whose way is kept.</summary>
internal sealed class AnswerReader(SchemaFields fields)
{
    private const int MaxDepth = 3;
    private readonly Dictionary<(RawNode, string), AnswerShape?> lists = [];
    private readonly Dictionary<(RawNode, string), AnswerShape?> things = [];

    /// <summary>The answer as a list; null when it is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="word">The last word of the path, folded and in the singular: a field of that name is the list.</param>
    public AnswerShape? List(ApiOperation operation, string word)
    {
        var (status, schema) = Success(operation);
        if (!schema.IsDefined) return null;
        if (!lists.TryGetValue((schema, word), out var shape)) lists[(schema, word)] = shape = ListIn(schema, word, "", MaxDepth);
        return shape is null ? null : shape with { Status = status };
    }

    /// <summary>The answer as one thing; null when it is no object.</summary>
    public AnswerShape? Thing(ApiOperation operation, string word)
    {
        var (status, schema) = Success(operation);
        if (!schema.IsDefined) return null;
        return Thing(schema, word) is { } shape ? shape with { Status = status } : null;
    }

    /// <summary>The body an operation takes as one thing; null when it takes none.</summary>
    public AnswerShape? Request(ApiOperation operation, string word)
    {
        var schema = SchemaOf(operation.RequestBody?.Content ?? []);
        return schema.IsDefined ? Thing(schema, word) : null;
    }

    public IReadOnlyDictionary<string, RawNode> FieldsOf(RawNode schema) => fields.Of(schema);

    public bool IsArray(RawNode schema) => schema.IsObject && (fields.IsOfType(schema, "array") || fields.Resolve(schema).FindMember("items"u8).IsDefined);

    public bool IsObject(RawNode schema) => schema.IsObject && (fields.IsOfType(schema, "object") || fields.Of(schema).Count > 0);

    public RawNode Resolve(RawNode schema) => fields.Resolve(schema);

    /// <summary>The first described success that has a body, and its schema.</summary>
    private static (string Status, RawNode Schema) Success(ApiOperation operation)
    {
        foreach (var response in operation.Responses)
            if (response.Status is ['2', ..] && SchemaOf(response.Content) is { IsDefined: true } schema) return (response.Status, schema);
        foreach (var response in operation.Responses)
            if (response.Status is "default" && !operation.Responses.Any(r => r.Status is ['2', ..])) return (response.Status, SchemaOf(response.Content));
        return ("", default);
    }

    /// <summary>The schema of the first JSON representation, else of the first.</summary>
    private static RawNode SchemaOf(IReadOnlyList<ApiMediaType> content) => content.Count == 0 ? default : (content.FirstOrDefault(c => c.IsJson) ?? content[0]).Schema;

    private AnswerShape? Thing(RawNode schema, string word)
    {
        if (!things.TryGetValue((schema, word), out var shape)) things[(schema, word)] = shape = ThingIn(schema, word, "", MaxDepth);
        return shape;
    }

    private AnswerShape? ListIn(RawNode schema, string word, string pointer, int depth)
    {
        if (IsArray(schema)) return ArrayIn(schema, pointer);
        if (depth == 0 || !IsObject(schema)) return null;
        var members = fields.Of(schema);
        if (members.Count == 0) return MapIn(schema, pointer);
        if (ArrayMember(members, word) is { IsDefined: true } array) return ArrayIn(array, Step(pointer, array.Name));
        foreach (var (name, field) in members)
        {
            if (!EnvelopeNames.IsWrapper(name) || !IsObject(field) || EnvelopeNames.IsNeverThing(name)) continue;
            if (ListIn(field, word, Step(pointer, field.Name), depth - 1) is { } inner) return inner;
        }
        return null;
    }

    /// <summary>The array that is the list: named after the things, or a usual wrapper, or the only one among fields that say something about the page.</summary>
    private RawNode ArrayMember(IReadOnlyDictionary<string, RawNode> members, string word)
    {
        RawNode only = default, wrapper = default;
        var arrays = 0;
        var others = 0;
        foreach (var (name, field) in members)
        {
            if (!IsArray(field)) { if (!EnvelopeNames.IsBeside(name)) others++; continue; }
            if (EnvelopeNames.IsNeverThing(name)) continue;
            arrays++;
            only = field;
            if (FoldedName.Of(name) is var folded && (folded == word || FoldedName.Singular(name) == word)) return field;
            if (EnvelopeNames.IsWrapper(name) && !wrapper.IsDefined) wrapper = field;
        }
        if (wrapper.IsDefined && others <= 3) return wrapper;
        return arrays == 1 && others == 0 ? only : default;
    }

    private AnswerShape ArrayIn(RawNode array, string pointer)
    {
        var items = fields.Resolve(array).FindMember("items"u8);
        if (!IsObject(items)) return new AnswerShape("", pointer, items.IsObject && !IsScalar(items) ? AnswerForm.Array : AnswerForm.Identifiers, "", items);
        return new AnswerShape("", pointer, AnswerForm.Array, "", items);
    }

    private bool IsScalar(RawNode schema) => fields.IsOfType(schema, "string") || fields.IsOfType(schema, "integer") || fields.IsOfType(schema, "number");

    private AnswerShape? MapIn(RawNode schema, string pointer)
    {
        var values = fields.Resolve(schema).FindMember("additionalProperties"u8);
        return values.IsObject && IsObject(values) ? new AnswerShape("", pointer, AnswerForm.Map, "", values) : null;
    }

    private AnswerShape? ThingIn(RawNode schema, string word, string pointer, int depth)
    {
        if (!IsObject(schema) || IsArray(schema)) return null;
        var members = fields.Of(schema);
        if (depth > 0 && Wrapped(members, word) is { IsDefined: true } inner && ThingIn(inner, word, Step(pointer, inner.Name), depth - 1) is { } thing) return thing;
        return new AnswerShape("", pointer, AnswerForm.One, "", schema);
    }

    /// <summary>The field that holds the thing: the only one, the one named after it, or a usual wrapper, when no identifier stands beside it.</summary>
    private RawNode Wrapped(IReadOnlyDictionary<string, RawNode> members, string word)
    {
        if (members.ContainsKey("id")) return default;
        RawNode wrapper = default;
        var others = 0;
        foreach (var (name, field) in members)
        {
            var holds = IsObject(field) && !IsArray(field) && !EnvelopeNames.IsNeverThing(name);
            if (holds && (FoldedName.Of(name) == word || members.Count == 1)) return field;
            if (holds && EnvelopeNames.IsWrapper(name) && !wrapper.IsDefined) wrapper = field;
            else if (!EnvelopeNames.IsBeside(name)) others++;
        }
        return others <= 1 ? wrapper : default;
    }

    private static string Step(string pointer, string name)
    {
        var text = new System.Text.StringBuilder(pointer);
        JsonPointer.Append(text, name);
        return text.ToString();
    }
}
