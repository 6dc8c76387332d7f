using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>An answer without its thing.</summary>
/// <param name="Shell">Status, header fields, and the body as the document shows it.</param>
/// <param name="Media">Its representation; null when it has no body.</param>
/// <param name="TakesThings">Whether the body is JSON of the very schema that things of the kind have.</param>
internal sealed record AnswerShell(MockReply Shell, ApiMediaType? Media, bool TakesThings);

/// <summary>How an operation answers with things: status, header fields, what lies around the thing, and how much of it is shown.</summary>
internal sealed class ThingAnswer
{
    private readonly ConcurrentDictionary<(int Status, ApiMediaType? Media), MockReply> shells = new();
    private readonly ThingKind kind;
    private readonly MockOperation operation;
    private readonly Lazy<ThingFitting> fitting;
    private readonly Lazy<JsonObject> own;
    private readonly Lazy<JsonObject> holder;
    private readonly bool isWhole;
    private readonly JudgedAnswers judged = new();
    private volatile AnswerShell? usual;

    public ThingAnswer(ThingKind kind, MockOperation operation, ResourceAnswer? described)
    {
        this.kind = kind;
        this.operation = operation;
        Described = described;
        Envelope = FieldNames.Way(Described?.Envelope);
        Item = FieldNames.Way(Described?.Item);
        Shape = Described is null ? kind.Shape : ThingShape.Of(kind.Model.Spec, Described.Schema);
        isWhole = Described is not null && IsSame(Described.Schema, kind.Resource.Schema) && IdentifierIsSame();
        fitting = new Lazy<ThingFitting>(MakeFitting);
        own = new Lazy<JsonObject>(MakeOwn);
        holder = new Lazy<JsonObject>(MakeHolder);
    }

    /// <summary>Where the thing, or several, lie in the answer; null when they are not in it.</summary>
    public ResourceAnswer? Described { get; }

    public IReadOnlyList<string> Envelope { get; }

    public IReadOnlyList<string> Item { get; }

    /// <summary>The fields of a thing that the answer shows.</summary>
    public ThingShape Shape { get; }

    /// <summary>An answer of that status without its body, in the representation the request wants; null when it wants none that there is.</summary>
    public AnswerShell? ShellFor(MockRequest request, int status)
    {
        if (status == operation.SuccessStatus && request.Field("Accept") is null or "*/*") return usual ??= FindShell(request, status);
        return FindShell(request, status);
    }

    /// <summary>Whether things are shown as they are kept, with nothing around them but an array.</summary>
    public bool IsPlainArray => isWhole && Envelope.Count == 0 && Item.Count == 0 && Described!.Form == AnswerForm.Array;

    private AnswerShell? FindShell(MockRequest request, int status)
    {
        var media = operation.Answers.MediaFor(status, request.Field("Accept"));
        if (media is null && operation.Answers.HasBody(status)) return null;
        return new AnswerShell(shells.GetOrAdd((status, media), static (key, own) => own.MakeShell(key.Status, key.Media), this), media,
            media is { IsJson: true } && IsSame(media.Schema, kind.Resource.Schema));
    }

    /// <summary>An answer with one thing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="thing">The thing as it is kept.</param>
    /// <param name="fits">Whether the schema of its kind is known to accept it.</param>
    public MockReply? One(MockRequest request, int status, ReadOnlyMemory<byte> thing, bool fits = false)
    {
        if (ShellFor(request, status) is not { } found) return null;
        if (found.Media is null) return found.Shell with { Body = default };
        if (Described is null or { Form: AnswerForm.Identifiers }) return found.Shell;
        if (!CanWrite(found.Media)) return null;
        if (isWhole && Envelope.Count == 0 && Described.Form == AnswerForm.One)
            return fits && found.TakesThings ? found.Shell with { Body = thing } : judged.Get(found, thing, this);
        if (JsonTrees.Parse(thing) is not JsonObject whole) return found.Shell;
        return Wrapped(found.Shell, found.Media, Described.Form == AnswerForm.Array ? new JsonArray(Held(whole)) : Show(whole));
    }

    /// <summary>An answer with several things, or with the first of them where it has one.</summary>
    public MockReply? Several(MockRequest request, int status, IReadOnlyList<ReadOnlyMemory<byte>> things)
    {
        if (Described is not { Form: AnswerForm.Array } && things.Count > 0) return One(request, status, things[0]);
        if (ShellFor(request, status) is not { } found) return null;
        if (found.Media is null) return found.Shell with { Body = default };
        if (Described is null) return found.Shell;
        if (!CanWrite(found.Media)) return null;
        return Wrapped(found.Shell, found.Media, new JsonArray([.. things.Select(thing => JsonTrees.Parse(thing)).OfType<JsonObject>().Select(Held)]));
    }

    /// <summary>A thing as a member of a list.</summary>
    private JsonNode Held(JsonObject thing)
    {
        if (Item.Count == 0) return Show(thing);
        var held = Holder();
        held.Set(Item, Show(thing));
        return held;
    }

    /// <summary>What lies around an item of a list as the document shows it, without the thing: the caller's own to change.</summary>
    public JsonObject Holder() => (JsonObject)holder.Value.DeepClone();

    private JsonObject MakeHolder()
    {
        if (kind.Model.Shown(operation.Description).Find([.. Envelope]) is not JsonArray { Count: > 0 } items || items[0] is not JsonObject item) return [];
        var around = (JsonObject)item.DeepClone();
        around.Remove(Item[0]);
        return around;
    }

    private MockReply Wrapped(MockReply shell, ApiMediaType media, JsonNode content)
    {
        if (Envelope.Count == 0) return Judged(shell, media, JsonTrees.Write(content));
        var root = JsonTrees.Parse(shell.Body) as JsonObject ?? [];
        root.Set(Envelope, content);
        return Judged(shell, media, JsonTrees.Write(root));
    }

    /// <summary>
    /// Whether what is kept can be written in a representation: JSON, and XML of the same schema. Others, and JSON of another schema than that of plain JSON,
    /// show what the document shows.
    /// </summary>
    public bool CanWrite(ApiMediaType media) =>
        (media.IsJson && !IsOfOtherSchema(media))
            || (media.Type.HasXmlSyntax
            && JsonContent.Of(operation.Description.Responses.FirstOrDefault(r => r.Content.Contains(media))?.Content) is { } json
            && IsSame(json.Schema, media.Schema));

    private bool IsOfOtherSchema(ApiMediaType media) =>
        JsonContent.Of(operation.Description.Responses.FirstOrDefault(
            response => response.Content.Contains(media))?.Content) is { Schema.IsDefined: true } plain && media.Schema.IsDefined
            && !IsSame(plain.Schema, media.Schema);

    /// <summary>A thing as the answer shows it.</summary>
    public JsonNode Show(JsonObject thing)
    {
        if (isWhole) return thing;
        var shown = new JsonObject();
        foreach (var (name, value) in thing)
            if (Shape.Find(name) is { } field ? !field.WriteOnly : Shape.IsOpen || (!Shape.IsClosed && kind.Shape.Find(name) is null))
                shown[name] = value?.DeepClone();
        if (IdentifierWay() is { } way && kind.OwnOf(thing) is { } named && shown.Find(way) is null && Shape.Find(way[0]) is not null)
            shown.Set(way, thing.Find(kind.IdentifierWays[^1])?.DeepClone() ?? JsonValue.Create(named[^1]));
        if (IdentifierWay() is [var only] && Respelled(only, shown[only]) is { } other) shown[only] = other;
        foreach (var (name, value) in own.Value)
            if (!shown.ContainsKey(name)) shown[name] = value?.DeepClone();
        return JsonTrees.Parse(fitting.Value.Fit(shown).Json) ?? shown;
    }

    /// <summary>The name as this answer spells it, which may be a number where others have a text; null where it is right as it is.</summary>
    private JsonValue? Respelled(string field, JsonNode? value) =>
        IdentifierSpelling.Other(value) is { } other && Shape.Find(field) is { Schema: { IsDefined: true } schema }
            && kind.Model.Schemas.For(schema, MessageDirection.Response) is var judge
            && !judge.IsValid(JsonTrees.Write(value)) && judge.IsValid(JsonTrees.Write(other))
            ? other : null;

    /// <summary>The answer with a body, which says so when it does not conform.</summary>
    public MockReply Judged(MockReply shell, ApiMediaType media, ReadOnlyMemory<byte> json)
    {
        var reply = shell with { Body = operation.Answers.Builder.Write(media, json) };
        if (!media.IsJson) return operation.Answers.Builder.Judge(operation.Description, reply, null);
        if (!media.Schema.IsDefined || kind.Model.Schemas.For(media.Schema, MessageDirection.Response).IsValid(json.Span)) return reply;
        return operation.Answers.Builder.Judge(operation.Description, reply, null);
    }

    private MockReply MakeShell(int status, ApiMediaType? media)
    {
        var shown = operation.Answers.Get(new AnswerKey(status, media, null, false, 0));
        var source = media is null || Described is null ? shown.Field(MockHeaders.Body) ?? "none" : "state";
        var body = media is { IsJson: false } && JsonContent.Of(operation.Description.FindResponse(status)!.Content) is { } json
            ? operation.Answers.Get(new AnswerKey(status, json, null, false, 0)).Body
            : shown.Body;
        return shown.Without(MockHeaders.Nonconforming).With(MockHeaders.Body, source) with
        {
            Body = media is null ? body : WithoutErrors(media, Around(media, body)),
        };
    }

    /// <summary>What lies around the thing: where an answer is shown in several forms, one that has the thing.</summary>
    private ReadOnlyMemory<byte> Around(ApiMediaType media, ReadOnlyMemory<byte> body)
    {
        if (Envelope.Count == 0 || !media.IsJson || media.Examples.Count < 2 || Holds(JsonTrees.Parse(body))) return body;
        return media.Examples.Select(example => (ReadOnlyMemory<byte>)example.Value.ToUtf8Json()).Where(json => Holds(JsonTrees.Parse(json)))
            .FirstOrDefault(body);
    }

    private bool Holds(JsonNode? body) => body.Find([.. Envelope]) is not null;

    /// <summary>What tells of errors beside a thing is not there when all went well, unless it has to be.</summary>
    private ReadOnlyMemory<byte> WithoutErrors(ApiMediaType media, ReadOnlyMemory<byte> body)
    {
        if (Envelope.Count == 0 || !media.IsJson || JsonTrees.Parse(body) is not JsonObject root) return body;
        var fields = ThingShape.Of(kind.Model.Spec, media.Schema);
        var gone = root.Select(m => m.Key)
            .Where(name => name != Envelope[0] && FieldNames.Fold(name) is "error" or "errors" or "errormessage" or "errorcode"
            && fields.Find(name) is { Required: false }).ToList();
        foreach (var name in gone) root.Remove(name);
        return gone.Count == 0 ? body : JsonTrees.Write(root);
    }

    /// <summary>What the answer shows and no thing has.</summary>
    private JsonObject MakeOwn()
    {
        var made = new JsonObject();
        foreach (var (name, value) in SampleOf())
            if (kind.Shape.Find(name) is null && !kind.Sample.ContainsKey(name) && Shape.Find(name) is { WriteOnly: false } field && IsShown(field, value))
                made[name] = value?.DeepClone();
        return made;
    }

    /// <summary>Whether an answer may hold a value as it is: examples may show what is for requests only.</summary>
    private bool IsShown(ThingField field, JsonNode? value) => value is JsonValue
        || (field.Schema.IsDefined && ThingShape.Of(kind.Model.Spec, field.Schema).Fields.All(inner => !inner.WriteOnly)
            && kind.Model.Schemas.For(field.Schema, MessageDirection.Response).IsValid(JsonTrees.Write(value)));

    private JsonObject SampleOf() => Described is null ? kind.Sample : kind.Model.Shown(Described).FirstOrDefault() ?? OtherSample() ?? kind.Sample;

    /// <summary>A thing as this answer describes it, where no other does so and none is shown.</summary>
    private JsonObject? OtherSample() => !isWhole && Described!.Schema.IsDefined
        && Shape.Fields.Any(field => field is { Required: true, WriteOnly: false } && !kind.Sample.ContainsKey(field.Name))
        && kind.Model.Samples.Make(Described.Schema, MessageDirection.Response) is { Found: true } made
        ? JsonTrees.Parse(made.Json) as JsonObject : null;

    private ThingFitting MakeFitting()
    {
        var sample = SampleOf();
        var schema = Described is { Schema.IsDefined: true } ? kind.Model.Schemas.For(Described.Schema, MessageDirection.Response) : null;
        return new ThingFitting(Shape, sample, kind.Model.Schemas, kind.Model.Samples, json => schema is null || schema.IsValid(json));
    }

    private bool IsSame(RawNode left, RawNode right) => left.IsDefined && right.IsDefined && kind.Model.Spec.Resolve(left) == kind.Model.Spec.Resolve(right);

    private bool IdentifierIsSame() => kind.IdentifierWays.Count == 0 || IdentifierWay() is not { } way || way.SequenceEqual(kind.IdentifierWays[^1]);

    /// <summary>Whether this is the answer of an operation, or as that one.</summary>
    private bool IsAnswerOf(ApiOperation? operation) => operation is not null && (Described!.Operation == operation
        || (kind.Resource.AnswerOf(operation) is { Form: AnswerForm.One } other
            && other.Envelope == Described.Envelope && IsSame(other.Schema, Described.Schema)));

    /// <summary>Where this answer shows the identifier, within the thing; null when it does not or as every other.</summary>
    private string[]? IdentifierWay()
    {
        if (kind.Resource.Identifier is not { } identifier || Described is null) return null;
        var part = identifier.Parts[^1];
        var pointer = Described.Form != AnswerForm.One ? part.ListItem : IsAnswerOf(kind.Resource.Create) ? part.Create
            : IsAnswerOf(kind.Resource.Read) ? part.Read : null;
        if (string.IsNullOrEmpty(pointer)) return null;
        if (Described.Form == AnswerForm.One && Described.Envelope.Length > 0 && pointer.StartsWith($"{Described.Envelope}/", StringComparison.Ordinal))
            pointer = pointer[Described.Envelope.Length..];
        return FieldNames.Way(pointer);
    }
}
