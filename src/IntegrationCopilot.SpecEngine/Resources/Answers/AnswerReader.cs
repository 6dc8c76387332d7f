namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the thing, or the list of things, in what an operation answers or takes: past envelopes, whose way is kept.</summary>
internal sealed class AnswerReader(SchemaStructure fields)
{
    private const int MaxDepth = 3;
    private readonly Dictionary<(RawNode, string), AnswerShape?> lists = [];
    private readonly Dictionary<(RawNode, string, RawNode), AnswerShape?> things = [];

    /// <summary>The answer as a list; null when it is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="word">The last word of the path, folded and in the singular: a field of that name is the list.</param>
    /// <param name="several">Whether the path says that there are several, so that the only array of objects is the list whatever stands beside it.</param>
    public AnswerShape? List(ApiOperation operation, string word, bool several = false)
    {
        var (status, schema) = Success(operation);
        if (!schema.IsDefined) return null;
        if (!lists.TryGetValue((schema, word), out var shape)) lists[(schema, word)] = shape = ListIn(schema, word, "", MaxDepth);
        if (shape is null && several && OnlyArrayOfObjects(schema) is { IsDefined: true } array) shape = ArrayIn(array, Step("", array.Name), word);
        return shape is null ? null : shape with { Status = status };
    }

    private RawNode OnlyArrayOfObjects(RawNode schema)
    {
        RawNode found = default;
        foreach (var (name, field) in fields.FieldsOf(schema))
        {
            if (!IsArray(field) || EnvelopeNames.IsNeverThing(name) || !IsObject(fields.Resolve(field).FindMember("items"u8))) continue;
            if (found.IsDefined) return default;
            found = field;
        }
        return found;
    }

    /// <summary>The answer as one thing; null when it is no object.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="word">What the thing is called, folded and in the singular.</param>
    /// <param name="like">Schema of a thing as a list has it: a field of that schema is the thing.</param>
    public AnswerShape? Thing(ApiOperation operation, string word, RawNode like = default)
    {
        var (status, schema) = Success(operation);
        if (!schema.IsDefined) return null;
        return Thing(schema, word, like) is { } shape ? shape with { Status = status } : null;
    }

    /// <summary>The answer as a list and nothing else: no field beside it says anything about a thing.</summary>
    public AnswerShape? OnlyList(ApiOperation operation, string word)
    {
        var (status, schema) = Success(operation);
        if (!schema.IsDefined) return null;
        if (IsArray(schema)) return ArrayIn(schema, "") with { Status = status };
        var members = fields.FieldsOf(schema);
        if (members.ContainsKey("id") || members.Count == 0 || ArrayMember(members, word, strict: true) is not { IsDefined: true } array) return null;
        return ArrayIn(array, Step("", array.Name)) with { Status = status };
    }

    /// <summary>Whether a success is described without saying what it holds.</summary>
    public bool IsSilent(ApiOperation operation) => Success(operation).Schema is var schema && (!schema.IsDefined || (!IsObject(schema) && !IsArray(schema)));

    /// <summary>The body an operation takes as one thing; null when it takes none.</summary>
    public AnswerShape? Request(ApiOperation operation, string word) =>
        RequestSchema(operation) is { IsDefined: true } schema ? Thing(schema, word, default) : null;

    /// <summary>The schema of the body an operation takes; undefined when there is none.</summary>
    public static RawNode RequestSchema(ApiOperation operation) => SchemaOf(operation.RequestBody?.Content ?? []);

    public IReadOnlyDictionary<string, RawNode> FieldsOf(RawNode schema) => fields.FieldsOf(schema);

    public bool IsArray(RawNode schema) =>
        schema.IsObject && (fields.IsOfType(schema, JsonTypes.Array) || fields.Resolve(schema).FindMember("items"u8).IsDefined);

    public bool IsObject(RawNode schema) => schema.IsObject && (fields.IsOfType(schema, JsonTypes.Object) || fields.FieldsOf(schema).Count > 0);

    public RawNode Resolve(RawNode schema) => fields.Resolve(schema);

    /// <summary>
    /// The first described success that has a body, and its schema. No answer with 204 or 205 has one, whatever is described (RFC 9110, sections 15.3.5 and
    /// 15.3.6).
    /// </summary>
    private static (string Status, RawNode Schema) Success(ApiOperation operation)
    {
        foreach (var response in operation.Responses)
            if (response.Status is ['2', ..] and not ("204" or "205") && SchemaOf(response.Content) is { IsDefined: true } schema) return (response.Status,
                schema);
        foreach (var response in operation.Responses)
            if (response.Status is "default" && !operation.Responses.Any(r => r.Status is ['2', ..])) return (response.Status, SchemaOf(response.Content));
        return ("", default);
    }

    /// <summary>The schema of the representation that clients ask for: plain JSON, else the first that is JSON, else the first.</summary>
    private static RawNode SchemaOf(IReadOnlyList<ApiMediaType> content) =>
        content.Count == 0 ? default : (content.FirstOrDefault(IsPlainJson) ?? content.FirstOrDefault(c => c.IsJson) ?? content[0]).Schema;

    private static bool IsPlainJson(ApiMediaType media) => media.Type is { Type: "application", Subtype: "json" };

    private AnswerShape? Thing(RawNode schema, string word, RawNode like)
    {
        var key = (schema, word, like);
        if (!things.TryGetValue(key, out var shape)) things[key] = shape = ThingIn(schema, word, "", like.IsDefined ? fields.Resolve(like) : default, MaxDepth);
        return shape;
    }

    private AnswerShape? ListIn(RawNode schema, string word, string pointer, int depth)
    {
        if (IsArray(schema)) return ArrayIn(schema, pointer, word);
        if (depth == 0 || !IsObject(schema)) return null;
        var members = fields.FieldsOf(schema);
        if (members.Count == 0) return MapIn(schema, pointer);
        if (ArrayMember(members, word) is { IsDefined: true } array) return ArrayIn(array, Step(pointer, array.Name), word);
        foreach (var (name, field) in members)
        {
            if (!EnvelopeNames.IsWrapper(name) || !IsObject(field) || EnvelopeNames.IsNeverThing(name)) continue;
            if (ListIn(field, word, Step(pointer, field.Name), depth - 1) is { } inner) return inner;
        }
        return null;
    }

    /// <summary>The array that is the list: named after the things, or a usual wrapper, or the only one among fields that say something about the
    /// page.</summary>
    private RawNode ArrayMember(IReadOnlyDictionary<string, RawNode> members, string word, bool strict = false)
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
            if (!strict && FoldedName.Of(name) is var folded && (folded == word || FoldedName.Singular(name) == word)) return field;
            if (EnvelopeNames.IsWrapper(name) && !wrapper.IsDefined) wrapper = field;
        }
        if (wrapper.IsDefined && others <= (strict ? 0 : 3)) return wrapper;
        return arrays == 1 && others == 0 ? only : default;
    }

    /// <summary>A list of things, each of which may lie alone in an object that only says what it is: <c>[{"page": {…}}]</c>.</summary>
    private AnswerShape ArrayIn(RawNode array, string pointer, string word = "")
    {
        var items = fields.Resolve(array).FindMember("items"u8);
        if (!IsObject(items)) return new AnswerShape("", pointer, items.IsObject && !IsScalar(items) ? AnswerForm.Array : AnswerForm.Identifiers, "", items);
        return Held(items, word) is { IsDefined: true } held ? new AnswerShape("", pointer, AnswerForm.Array, Step("", held.Name), held)
            : new AnswerShape("", pointer, AnswerForm.Array, "", items);
    }

    /// <summary>
    /// The thing within an item: the only member, called as things are, or what stands beside its place in the list (<c>cursor</c> and <c>node</c>).
    /// </summary>
    private RawNode Held(RawNode items, string word)
    {
        var members = fields.FieldsOf(items);
        foreach (var (name, member) in members)
            if ((members.Count == 1 && word.Length > 0 && FoldedName.Of(name) == word)
                || (members.Count == 2 && name == "node" && members.ContainsKey("cursor")))
                return IsObject(member) && !IsArray(member) ? member : default;
        return default;
    }

    private bool IsScalar(RawNode schema) => fields.IsOfType(schema, JsonTypes.String | JsonTypes.Integer);

    private AnswerShape? MapIn(RawNode schema, string pointer)
    {
        var values = fields.Resolve(schema).FindMember("additionalProperties"u8);
        return values.IsObject && IsObject(values) ? new AnswerShape("", pointer, AnswerForm.Map, "", values) : null;
    }

    private AnswerShape? ThingIn(RawNode schema, string word, string pointer, RawNode like, int depth)
    {
        if (!IsObject(schema) || IsArray(schema)) return null;
        var one = new AnswerShape("", pointer, AnswerForm.One, "", schema);
        if (depth == 0 || (like.IsDefined && fields.Resolve(schema) == like)) return one;
        return Wrapped(fields.FieldsOf(schema), word, like) is { IsDefined: true } inner
            && ThingIn(inner, word, Step(pointer, inner.Name), like, depth - 1) is { } thing ? thing : one;
    }

    /// <summary>The field that holds the thing: the only one, the one named after it or of its schema, or a usual wrapper, when no identifier stands beside
    /// it.</summary>
    private RawNode Wrapped(IReadOnlyDictionary<string, RawNode> members, string word, RawNode like)
    {
        RawNode wrapper = default, named = default;
        var others = 0;
        foreach (var (name, field) in members)
        {
            if (like.IsDefined && IsObject(field) && fields.Resolve(field) == like) return field;
            var holds = IsObject(field) && !IsArray(field) && !EnvelopeNames.IsNeverThing(name);
            if (holds && (FoldedName.Of(name) == word || members.Count == 1
                || (word.Length > 3 && FoldedName.Of(name).EndsWith(word, StringComparison.Ordinal)))) named = field;
            else if (holds && EnvelopeNames.IsWrapper(name) && !wrapper.IsDefined) wrapper = field;
            else if (!EnvelopeNames.IsBeside(name)) others++;
        }
        if (named.IsDefined && (others <= 1 || !members.ContainsKey("id"))) return named;
        return others <= 1 && !members.ContainsKey("id") ? wrapper : default;
    }

    private static string Step(string pointer, string name)
    {
        var text = new System.Text.StringBuilder(pointer);
        NodePointer.Append(text, name);
        return text.ToString();
    }
}
