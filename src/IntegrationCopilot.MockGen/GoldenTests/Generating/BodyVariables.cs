using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Puts variables into a body: for what names another thing, which a real API must know, and for what identifies the thing itself, which must be nobody else's.
/// </summary>
internal sealed class BodyVariables
{
    private const int MaxDepth = 40;

    /// <summary>Identifiers that clients make up themselves.</summary>
    private static readonly HashSet<string> ClientsOwn =
        new(StringComparer.Ordinal) { "external", "correlation", "request", "trace", "message", "idempotency", "span" };

    private readonly TestMaterial material;
    private readonly ApiOperation operation;
    private readonly ApiMediaType media;
    private readonly VariableBook variables;
    private readonly IReadOnlyDictionary<string, JsonElement> path;
    private readonly HashSet<string> invented;
    private readonly OperationMeaning? meaning;
    private JsonNode? sample;

    public BodyVariables(TestMaterial material, ApiOperation operation, ApiMediaType media, VariableBook variables, StepRequest request,
        IEnumerable<string> invented)
    {
        (this.material, this.operation, this.media, this.variables) = (material, operation, media, variables);
        meaning = material.Suppliers.MeaningOf(operation);
        path = request.PathValues;
        this.invented = invented.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a value was replaced that would have been the document's own.</summary>
    public bool MadeAnew { get; private set; }

    /// <summary>The body as a template, and the sample without what was left out.</summary>
    public (JsonElement Template, JsonElement Sample) Replace(JsonElement body)
    {
        sample = AsJson.Node(body);
        var template = Rewrite(sample, "", "", 0);
        return (AsJson.Element(template), AsJson.Element(sample));
    }

    private JsonNode? Rewrite(JsonNode? node, string pointer, string name, int depth)
    {
        if (depth > MaxDepth) return Escaped(node);
        switch (node)
        {
            case JsonObject members:
                return Object(members, pointer, depth);
            case JsonArray items:
                return Array(items, pointer, name, depth);
            case JsonValue value:
                return Variable(value, pointer, name) is { } placeholder ? AsJson.Node(placeholder) : Escaped(node);
            default:
                return null;
        }
    }

    private JsonObject Object(JsonObject members, string pointer, int depth)
    {
        var written = new JsonObject();
        foreach (var name in members.Select(member => member.Key).ToList())
        {
            var own = $"{pointer}/{NodePointer.Escape(name)}";
            if (NamesNobody(members, name, own)) continue;
            written[name] = Rewrite(members[name], own, name, depth + 1);
        }

        return written;
    }

    /// <summary>The items, of which one that would be sent twice under one name is enough where the schema wants no more.</summary>
    private JsonArray Array(JsonArray items, string pointer, string name, int depth)
    {
        var written = items.Select((item, index) => Rewrite(item, $"{pointer}/{index}", name, depth + 1)).ToList();
        for (var at = written.Count - 1; at > 0; at--)
        {
            if (!written.Take(at).Any(earlier => JsonNode.DeepEquals(earlier, written[at])) || JsonNode.DeepEquals(items[0], items[at])) continue;
            var item = items[at];
            items.RemoveAt(at);
            if (Accepted()) written.RemoveAt(at);
            else items.Insert(at, item);
        }

        return new JsonArray([.. written]);
    }

    /// <summary>Whether a field names another thing, or several, that nothing is known of, and can be left out: then it is.</summary>
    private bool NamesNobody(JsonObject members, string name, string pointer)
    {
        var value = members[name];
        var isForeign = IsPlaceInList(pointer) || value switch
        {
            JsonValue => invented.Contains(pointer) && (IsForeign(name, pointer) || IsGivenByServer(name, pointer)),
            JsonArray { Count: > 0 } items =>
                items.Index().All(item => item.Item is JsonValue && invented.Contains($"{pointer}/{item.Index}")) && IsForeign(name, pointer),
            _ => false,
        };
        if (!isForeign) return false;
        members.Remove(name);
        if (Accepted()) return true;
        members[name] = value;
        return false;
    }

    /// <summary>Whether a field says where a page begins, by what only an answer before can tell.</summary>
    private bool IsPlaceInList(string pointer) => operation.Facts.OfType<PaginationFact>().Any(fact =>
        fact is { Style: PaginationStyle.Cursor or PaginationStyle.Token, Position: { Place: MessagePlace.Body } place }
            && place.Pointer.ToString() == pointer);

    private bool IsForeign(string name, string pointer) =>
        IsNameOfOther(name) && PathVariable(name) is null && material.Suppliers.For(operation, pointer, null).Suppliers.Count == 0;

    /// <summary>What a new thing is called by its server: naming one means another thing, which is not there.</summary>
    private bool IsGivenByServer(string name, string pointer) =>
        operation.Method == "POST" && meaning?.Effect == OperationEffect.Creates
            && pointer.LastIndexOf('/') == 0 && NameWords.Of(name) is ["id" or "uuid" or "guid"]
            && !(meaning.Resource?.Identifier is { Parts: [{ Create: null, Request: { } chosen }], Source: IdentifierSource.Request } && chosen == pointer);

    private bool Accepted() => material.Accepts(media.Schema, AsJson.Element(sample));

    /// <summary>The text that stands for a value; null where the value itself may stand.</summary>
    private JsonElement? Variable(JsonValue value, string pointer, string name)
    {
        if (name.Length == 0) return null;
        var list = pointer.EndsWith($"/{NodePointer.Escape(name)}", StringComparison.Ordinal) ? pointer : pointer[..pointer.LastIndexOf('/')];
        var named = NamedValue.Of(operation, name, list, material.Structure.FieldsOf(media.Schema).GetValueOrDefault(name));
        if (IsKey(list) && material.Accepts(named.Schema, IdempotencyKeys.Example)) return variables.Fresh(
            IdempotencyKeys.Variable, IdempotencyKeys.Description);
        if ((meaning?.Effect != OperationEffect.Creates || IsChosenInPath(name)) && (PathVariable(name) ?? NameInPath(list, value)) is { } same
            && material.Suppliers.IsIdentifier(operation, list))
            return same;
        if (material.Suppliers.For(operation, list, null).Suppliers.Count > 0
            || (IsNameOfOther(name) && invented.Contains(pointer) && !material.Suppliers.IsChosenKey(operation, list)))
            return variables.For(named, AsJson.Element(value), invented.Contains(pointer), null);
        if (CommonNames.OfField(named, value) is { } common)
            return variables.For(named with { Common = common }, AsJson.Element(value), invented: false, null);
        if (!IsMadeAnew(name, list) || value.Parent is not JsonObject holder
            || (holder.ContainsKey("value") && !material.Suppliers.IsChosenKey(operation, list))
            || New(value, list, other => Accepts(holder, name, other)) is not { } variable)
            return null;
        MadeAnew |= !invented.Contains(pointer);
        return variables.Fresh(named, variable with { Default = null });
    }

    private bool IsKey(string pointer) => operation.Facts.OfType<IdempotencyKeyFact>()
        .Any(fact => fact.Key.Place == MessagePlace.Body && fact.Key.Pointer.ToString() == pointer);

    /// <summary>Whether the path is where a new thing is called what the client wants.</summary>
    private bool IsChosenInPath(string name) =>
        operation.Parameters.Any(parameter => string.Concat(NameWords.Of(parameter.Name)) == string.Concat(NameWords.Of(name))
            && material.Suppliers.IsChosen(operation, parameter));

    /// <summary>A new value that is accepted here, and wherever else the thing is named by it, if there are enough such values.</summary>
    private TestVariable? New(JsonValue value, string pointer, Func<JsonNode, bool> accepts)
    {
        var (takers, shown) = (material.Suppliers.Takers(operation, pointer), Shown(pointer));
        if (takers.Count == 0 && !shown.IsDefined) return FreshForms.Of(value, accepts);
        bool Everywhere(JsonNode other) => accepts(other) && takers.All(taker => material.Takes(taker, other))
            && material.Accepts(shown, AsJson.Element(other));
        var samples = takers.Select(taker => material.Samples.ForParameter(taker)).Where(made => made.Found)
            .Select(made => AsJson.Node(made.ToElement())).OfType<JsonValue>();
        return samples.Prepend(value).Select(like => FreshForms.Of(like, Everywhere)).FirstOrDefault(form => form is { Form: null or { HasRoom: true } })
            ?? FreshForms.Of(value, accepts);
    }

    /// <summary>The schema of the same field where the new thing is shown, if the field names it; undefined otherwise.</summary>
    private RawNode Shown(string pointer)
    {
        if (meaning is not { Effect: OperationEffect.Creates, Resource: { Identifier: { } identifier, Schema.IsDefined: true } resource }) return default;
        var place = identifier.Parts.Where(part => part.Request == pointer).Select(part => part.Read ?? part.ListItem)
            .FirstOrDefault(read => !string.IsNullOrEmpty(read));
        return place is null ? default : material.Structure.FieldsOf(resource.Schema).GetValueOrDefault(place[(place.LastIndexOf('/') + 1)..]);
    }

    private bool Accepts(JsonObject holder, string name, JsonNode other)
    {
        var before = holder[name]!.DeepClone();
        holder[name] = other.DeepClone();
        var accepted = Accepted();
        holder[name] = before;
        return accepted;
    }

    /// <summary>The text that stands for the value which the path has under that name.</summary>
    private JsonElement? PathVariable(string name) =>
        path.Where(value => string.Concat(NameWords.Of(value.Key)) == string.Concat(NameWords.Of(name))).Select(value => (JsonElement?)value.Value)
            .FirstOrDefault();

    /// <summary>The text that stands for the name which the path has of what the field names; null where it has another.</summary>
    private JsonElement? NameInPath(string pointer, JsonValue like) => meaning?.Resource?.Identifier is { Parts: [var part] } && part.Request == pointer
        && path.TryGetValue(part.Parameter, out var value)
        && operation.Parameters.FirstOrDefault(parameter => parameter.Name == part.Parameter && parameter.Place == ParameterPlace.Path) is { } parameter
        && material.Structure.IsOfType(parameter.Schema, SpecEngine.JsonTypes.String) == (like.GetValueKind() == JsonValueKind.String) ? value : null;

    /// <summary>
    /// Whether a name is the client's to choose: that of a new thing, or a new one for a thing that is there; never that by which one is found.
    /// </summary>
    private bool IsMadeAnew(string name, string pointer) => material.Suppliers.IsChosenKey(operation, pointer) || (FreshForms.Identifies(name) && meaning switch
    {
        { Effect: OperationEffect.Creates } or null => true,
        { Role: ResourceRole.Update or ResourceRole.Replace } => !IsIdentifier(name) && !material.Suppliers.IsIdentifier(operation, pointer),
        _ => false,
    });

    /// <summary>
    /// Whether a field names a thing that is there already: another, or the one that is not made here. An array's items are told by its name.
    /// </summary>
    private bool IsNameOfOther(string name) =>
        IsIdentifier(name)
            && (NameWords.Of(name) is { Count: > 1 } words ? !words.Any(ClientsOwn.Contains) : meaning is { Effect: not OperationEffect.Creates });

    private static bool IsIdentifier(string name) => NameWords.Of(name) is [.., "id" or "ids" or "uuid" or "guid"];

    private static JsonNode? Escaped(JsonNode? node) =>
        node is null ? null : AsJson.Node(TemplateEscapes.Escape(AsJson.Element(node)));
}
