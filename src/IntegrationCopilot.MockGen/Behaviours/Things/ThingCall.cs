using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What the steps of an operation on things have in common.</summary>
internal sealed class ThingCall
{
    private const int MostAtOnce = 1_000;
    private const int MostBeside = 4;
    private readonly string[] requestWay;
    private readonly Lazy<HiddenFields?> hidden;

    /// <summary>Where in the body several things lie; null where it has one.</summary>
    private readonly string[]? several;

    /// <param name="kind">The resource.</param>
    /// <param name="keeper">Where its things are kept.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="described">How it answers, where the resource does not say.</param>
    public ThingCall(ThingKind kind, ThingKeeper keeper, MockOperation operation, ResourceAnswer? described = null)
    {
        Kind = kind;
        Keeper = keeper;
        Operation = operation;
        Answer = new ThingAnswer(kind, operation, described ?? kind.Resource.AnswerOf(operation.Description));
        var root = ThingShape.Of(kind.Model.Spec, BodySchema(operation.Description));
        several = SeveralIn(BodySchema(operation.Description), root, out var item);
        requestWay = several is null ? WayIn(root) : [];
        RequestShape = several is not null ? ThingShape.Of(kind.Model.Spec, item) : requestWay.Length == 0 ? root
            : ThingShape.Of(kind.Model.Spec, root.Find(requestWay[0])!.Schema);
        hidden = new Lazy<HiddenFields?>(() => HiddenFields.Of(kind.Model.Spec, kind.Shape, RequestShape));
        IsItem = kind.Scope.IsItem(operation.Description) || kind.Resource.Kind == ResourceKind.Singleton;
    }

    public ThingKind Kind { get; }

    public ThingKeeper Keeper { get; }

    public MockOperation Operation { get; }

    public ThingAnswer Answer { get; }

    /// <summary>The fields of the thing in the request's body.</summary>
    public ThingShape RequestShape { get; }

    /// <summary>What is sent and not shown; null when there is nothing.</summary>
    public HiddenFields? Hidden => hidden.Value;

    /// <summary>Whether the path names one thing.</summary>
    public bool IsItem { get; }

    public DateTimeOffset Now => Kind.Model.Options.Clock.GetUtcNow();

    /// <summary>Values of the path's parameters, decoded.</summary>
    public static string[] Values(MockRequest request)
    {
        var given = request.PathValues;
        if (given.Count == 0) return [];
        var values = new string[given.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Uri.UnescapeDataString(given[i].Value);
        return values;
    }

    /// <summary>The thing within what was sent, the first of several; null when there is none.</summary>
    public JsonObject? Sent(JsonNode? body) =>
        several is not null && body.Find(several) is JsonArray items
            ? items.OfType<JsonObject>().FirstOrDefault()
            : (requestWay.Length == 0 ? body : body.Find(requestWay) ?? body) as JsonObject;

    /// <summary>The way within the thing of what stands at a way in the body with it.</summary>
    public string[] WithinSent(string[] way) =>
        requestWay.Length > 0 && way.Length > requestWay.Length && way.AsSpan(0, requestWay.Length).SequenceEqual(requestWay) ? way[requestWay.Length..] : way;

    /// <summary>Whether the operation takes several things at once.</summary>
    public bool TakesSeveral => several is not null;

    /// <summary>The things within what was sent, where the operation takes several at once and so many came; null otherwise.</summary>
    public IReadOnlyList<JsonObject>? AllSent(JsonNode? body) =>
        several is not null && body.Find(several) is JsonArray items ? [.. items.OfType<JsonObject>().Take(MostAtOnce)] : null;

    /// <summary>The thing a request names; null when it names none.</summary>
    public ThingKey? KeyOf(MockRequest request, string[] values, JsonNode? body)
    {
        if (IsItem) return Kind.Scope.One(values);
        return Kind.Scope.OwnOf(request, body) is { } own ? Kind.Scope.One(values, own) : null;
    }

    /// <summary>The best of several statuses that the operation describes; null when it describes none of them.</summary>
    public int? Described(params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            foreach (var response in Operation.Description.Responses)
                if (response.Status.Length == 3 && int.TryParse(response.Status, out var code) && code == status) return status;
        return null;
    }

    public static MockReply Unreadable(MockRequest request) => request.Refuse(400, "The body cannot be kept: it repeats names, or has halves of characters.");

    public MockReply Unknown(MockRequest request, ThingKey key) =>
        request.Refuse(404, key.Own.Count == 0 ? $"There is no {Kind.Resource.Name}." : $"There is no {Kind.Resource.Name} '{string.Join('/', key.Own)}'.");

    public MockReply NoParent(MockRequest request, string[] values) =>
        request.Refuse(404, $"There is no {Kind.Parent!.Resource.Name} '{string.Join('/', Kind.Parent.Scope.One(values).Own)}'.");

    private static RawNode BodySchema(ApiOperation operation) =>
        operation.RequestBody is not { Content: { Count: > 0 } content } ? default : (JsonContent.Of(content) ?? content[0]).Schema;

    /// <summary>Where a body has a list of things: it is one, or all it has is one.</summary>
    private string[]? SeveralIn(RawNode schema, ThingShape root, out RawNode item)
    {
        item = ItemOf(schema);
        if (item.IsDefined && IsThing(item)) return [];
        if (root.Fields.Count is 0 or > 3) return null;
        foreach (var field in root.Fields)
        {
            item = ItemOf(field.Schema);
            if (item.IsDefined && Kind.Shape.Find(field.Name) is null && IsThing(item)) return [field.Name];
        }
        return null;
    }

    private RawNode ItemOf(RawNode schema) => Kind.Model.Spec.Resolve(schema)["items"];

    /// <summary>Whether most of what a schema has are fields of the thing.</summary>
    private bool IsThing(RawNode schema)
    {
        if (Kind.Model.Spec.Resolve(schema) == Kind.Model.Spec.Resolve(Kind.Resource.Schema)) return true;
        var shape = ThingShape.Of(Kind.Model.Spec, schema);
        return !shape.IsOpen && shape.Fields.Count(f => Kind.Shape.Find(f.Name) is not null) * 2 > shape.Fields.Count;
    }

    /// <summary>Where in the body the thing lies: where the answer has it, when the body has that too and nothing of the thing beside it.</summary>
    private string[] WayIn(ThingShape root)
    {
        var read = Kind.Resource.Read is { } reader ? Kind.Resource.AnswerOf(reader) : Answer.Described;
        string[] candidates = [.. FieldNames.Way(read?.Envelope).Take(1), .. root.Fields.Count == 1 ? root.Fields.Select(f => f.Name) : []];
        foreach (var name in candidates)
            if (root.Find(name) is { } field && Kind.Shape.Find(name) is null && !ThingShape.Of(Kind.Model.Spec, field.Schema).IsOpen) return [name];
        return root.Fields.Count <= MostBeside && root.Fields.All(field => Kind.Shape.Find(field.Name) is null)
            && root.Fields.Where(field => IsThing(field.Schema)).ToList() is [var only] ? [only.Name] : [];
    }
}
