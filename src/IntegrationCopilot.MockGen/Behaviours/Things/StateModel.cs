using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What a mock knows of an API's things before anything was asked.</summary>
internal sealed class StateModel
{
    private readonly ConcurrentDictionary<RawNode, JsonNode?> bodies = new();
    private readonly ConcurrentDictionary<ApiResource, ThingKind?> kinds = new(ReferenceEqualityComparer.Instance);

    public StateModel(ApiSpec spec, SchemaSet schemas, SampleGenerator samples, MockOptions options)
    {
        Spec = spec;
        Schemas = schemas;
        Samples = samples;
        Options = options;
    }

    public ApiSpec Spec { get; }

    public SchemaSet Schemas { get; }

    public SampleGenerator Samples { get; }

    public MockOptions Options { get; }

    public ResourceModel Resources => Spec.Resources;

    /// <summary>A resource as it is kept; null when the document does not make sure enough that it is one.</summary>
    public ThingKind? Of(ApiResource? resource)
    {
        if (resource is null || !ThingLookups.IsKept(Resources, resource)) return null;
        if (kinds.TryGetValue(resource, out var known)) return known;
        return kinds.GetOrAdd(resource, new ThingKind(this, resource, ReferenceEquals(resource.Parent, resource) ? null : Of(resource.Parent)));
    }

    /// <summary>What an operation makes where its own resource only says where things lie; null for other operations.</summary>
    public ThingKind? MadeBeneath(OperationMeaning meaning) => meaning is { Role: ResourceRole.Create, Resource: { } scope }
        ? Of(Resources.Resources.FirstOrDefault(other => other != scope && ReferenceEquals(other.Create, meaning.Operation))) : null;

    /// <summary>The resources that lie directly beneath one.</summary>
    public IEnumerable<ThingKind> Beneath(ThingKind kind) =>
        Resources.Resources.Where(r => ReferenceEquals(r.Parent, kind.Resource)).Select(Of).OfType<ThingKind>();

    /// <summary>The things that examples of an answer show.</summary>
    public IEnumerable<JsonObject> Examples(ResourceAnswer answer) =>
        MediaOf(answer) is not { } media ? [] : media.Examples.SelectMany(example => Things(answer, JsonTrees.Parse(example.Value.ToUtf8Json())));

    /// <summary>The things of an answer as the document shows it, or as it is made up.</summary>
    public IEnumerable<JsonObject> Shown(ResourceAnswer answer) => MediaOf(answer) is { } media ? Things(answer, Shown(media)) : [];

    /// <summary>The answer of an operation as the document shows it, or as it is made up; null when it has none.</summary>
    public JsonNode? Shown(ApiOperation operation) =>
        JsonContent.Of(operation.FindResponse(StatusChoice.Success(operation))?.Content) is { } media ? Shown(media) : null;

    private JsonNode? Shown(ApiMediaType media) => bodies.GetOrAdd(media.Node,
        static (_, of) => of.Samples.ForBody(of.Media, MessageDirection.Response) is { Found: true } sample ? JsonTrees.Parse(sample.Json) : null,
        (Samples, Media: media));

    /// <summary>Whether an operation's path leads through a thing of a kind.</summary>
    public static bool IsBeneath(ApiOperation operation, ThingKind kind) =>
        kind.Resource is { ItemPath: { } item, Kind: not ResourceKind.Singleton } && PathPlaces.IsWithin(operation.Path, item);

    private static ApiMediaType? MediaOf(ResourceAnswer answer) =>
        JsonContent.Of(answer.Operation.Responses.FirstOrDefault(r => r.Status == answer.Status)?.Content);

    private static IEnumerable<JsonObject> Things(ResourceAnswer answer, JsonNode? body)
    {
        var place = body.Find(FieldNames.Way(answer.Envelope));
        var item = FieldNames.Way(answer.Item);
        return (answer.Form switch
        {
            AnswerForm.One => [place],
            AnswerForm.Array when place is JsonArray items => items.Select(i => i.Find(item)),
            AnswerForm.Map when place is JsonObject members => members.Select(m => m.Value.Find(item)),
            _ => [],
        }).OfType<JsonObject>();
    }
}
