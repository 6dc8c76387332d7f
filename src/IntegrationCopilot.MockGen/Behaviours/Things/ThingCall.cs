using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What the steps of an operation on things have in common.</summary>
internal sealed class ThingCall
{
    private readonly string[] requestWay;
    private readonly Lazy<HiddenFields?> hidden;

    public ThingCall(ThingKind kind, ThingKeeper keeper, MockOperation operation)
    {
        Kind = kind;
        Keeper = keeper;
        Operation = operation;
        Answer = new ThingAnswer(kind, operation);
        var root = ThingShape.Of(kind.Model.Spec, BodySchema(operation.Description));
        requestWay = WayIn(root);
        RequestShape = requestWay.Length == 0 ? root : ThingShape.Of(kind.Model.Spec, root.Find(requestWay[0])!.Schema);
        RootShape = root;
        hidden = new Lazy<HiddenFields?>(() => HiddenFields.Of(kind.Model.Spec, kind.Shape, RequestShape));
        IsItem = kind.Scope.IsItem(operation.Description) || kind.Resource.Kind == ResourceKind.Singleton;
    }

    public ThingKind Kind { get; }

    public ThingKeeper Keeper { get; }

    public MockOperation Operation { get; }

    public ThingAnswer Answer { get; }

    /// <summary>The fields of the thing in the request's body.</summary>
    public ThingShape RequestShape { get; }

    public ThingShape RootShape { get; }

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

    public JsonNode? Body(MockRequest request) => RequestBodies.Read(request, Kind.Model.Spec, RootShape);

    /// <summary>The thing within what was sent; null when there is none.</summary>
    public JsonObject? Sent(JsonNode? body) => (requestWay.Length == 0 ? body : body.Find(requestWay) ?? body) as JsonObject;

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
        operation.RequestBody is not { Content: { Count: > 0 } content } ? default : (content.FirstOrDefault(c => c.IsJson) ?? content[0]).Schema;

    /// <summary>Where in the body the thing lies: where the answer has it, when the body has that too and nothing of the thing beside it.</summary>
    private string[] WayIn(ThingShape root)
    {
        var read = Kind.Resource.Read is { } reader ? Kind.Resource.AnswerOf(reader) : Answer.Described;
        string[] candidates = [.. FieldNames.Way(read?.Envelope).Take(1), .. root.Fields.Count == 1 ? root.Fields.Select(f => f.Name) : []];
        foreach (var name in candidates)
            if (root.Find(name) is { } field && Kind.Shape.Find(name) is null && !ThingShape.Of(Kind.Model.Spec, field.Schema).IsOpen) return [name];
        return [];
    }
}
