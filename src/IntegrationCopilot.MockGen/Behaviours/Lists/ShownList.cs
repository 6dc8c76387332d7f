using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A list of which only an answer that the document shows is known: its items are filtered, sorted and cut into pages.</summary>
internal sealed class ShownList
{
    private readonly StateModel model;
    private readonly MockOperation operation;
    private readonly PagePlan plan;
    private readonly IReadOnlyList<string> way;
    private readonly ListEnvelope envelope;
    private readonly HashSet<string> pageNames;
    private readonly Lazy<string?> shownCursor;

    private ShownList(StateModel model, MockOperation operation, IReadOnlyList<string> way)
    {
        (this.model, this.operation, this.way) = (model, operation, way);
        plan = PagePlan.Of(operation.Description);
        envelope = new ListEnvelope(plan, way);
        pageNames = plan.NamesIn(model.Spec, model.Options.Authentication);
        shownCursor = new Lazy<string?>(() => plan.ShownCursor(operation.Description, model.Samples));
    }

    /// <summary>The list of an operation; null when the document does not describe that it comes in pages, or it answers with one thing.</summary>
    public static ShownList? Of(StateModel model, MockOperation operation) =>
        !ThingLookups.ReadsOne(model.Resources.Of(operation.Description))
            && operation.Description.Facts.OfType<PaginationFact>().Select(fact => fact.Items).FirstOrDefault(items => items is not null) is { } items
            ? new ShownList(model, operation, [.. items.Tokens]) : null;

    /// <summary>The page of an answer that a request wants; the answer itself where no page of it would conform although it does.</summary>
    public MockReply Page(MockRequest request, MockReply reply)
    {
        if (reply.Status is < 200 or > 299 || MediaOf(request, reply) is not { } media || JsonTrees.Parse(reply.Body) is not { } root
            || root.Find(way) is not JsonArray shown)
            return reply;
        var items = Things(shown);
        var wanted = plan.Wanted(request, request.Content);
        if (wanted.After is { } cursor && (cursor == shownCursor.Value || ListPage.Cut(items, wanted, IdOf) is null)) wanted = wanted with { After = null };
        var page = ListPage.Cut(ListQuery.Of(request, [ShapeOf(media)], pageNames).Apply(items), wanted, IdOf)!;
        var links = PageLinks.Of(request, plan, wanted, page);
        var listed = new JsonArray([.. page.Items.Select(thing => JsonTrees.Parse(thing.Json))]);
        var isRight = IsValid(media, reply.Body);
        return envelope.Write(reply.Body, listed, page, links, json => !isRight || IsValid(media, json)) is { } json
            ? CountHeaders.Set(JsonNode.DeepEquals(root, JsonTrees.Parse(json)) ? reply : reply with { Body = json }, page, links, plan)
            : reply;
    }

    private ApiMediaType? MediaOf(MockRequest request, MockReply reply) =>
        operation.Answers.MediaFor(reply.Status, request.Field("Accept")) is { IsJson: true } media ? media : null;

    private bool IsValid(ApiMediaType media, ReadOnlyMemory<byte> json) =>
        !media.Schema.IsDefined || model.Schemas.For(media.Schema, MessageDirection.Response).IsValid(json.Span);

    /// <summary>The items in their order. What comes twice is one thing.</summary>
    private static List<MockThing> Things(JsonArray shown)
    {
        var things = new List<MockThing>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in shown)
        {
            var json = JsonTrees.Write(item);
            if (known.Add(item is JsonObject own && own["id"].ScalarText() is { } id ? $"\u001F{id}" : item?.ToJsonString() ?? "null"))
                things.Add(new MockThing { Collection = "", Id = "", Json = json, Order = things.Count + 1 });
        }
        return things;
    }

    private static string? IdOf(MockThing thing) => JsonTrees.Parse(thing.Json) is JsonObject whole ? whole["id"].ScalarText() : null;

    private ThingShape ShapeOf(ApiMediaType media)
    {
        var schema = media.Schema;
        foreach (var token in way) schema = ThingShape.Of(model.Spec, schema).Find(token)?.Schema ?? default;
        return ThingShape.Of(model.Spec, model.Spec.Resolve(schema)["items"]);
    }
}
