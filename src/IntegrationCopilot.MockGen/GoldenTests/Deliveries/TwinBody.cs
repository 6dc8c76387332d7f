using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>A body twice: as a sample, by which its schema is asked, and as the template that is sent. Both are changed together, or not at all.</summary>
internal sealed class TwinBody
{
    private readonly TestMaterial material;
    private readonly RequestPlan plan;
    private JsonNode sample;
    private JsonNode template;

    private TwinBody(TestMaterial material, RequestPlan plan, JsonNode sample, JsonNode template)
    {
        (this.material, this.plan) = (material, plan);
        (this.sample, this.template) = (sample, template);
    }

    /// <summary>The request with the body as it is now.</summary>
    public RequestPlan Plan => plan.WithBody(AsJson.Element(template)) with { Sample = AsJson.Element(sample) };

    /// <summary>The body of a request; null when that has no object for one.</summary>
    public static TwinBody? Of(TestMaterial material, RequestPlan plan) =>
        plan is { Media: not null, Sample.ValueKind: JsonValueKind.Object, Request.Body.Json: { ValueKind: JsonValueKind.Object } json }
            ? new(material, plan, AsJson.Node(plan.Sample)!, AsJson.Node(json)!) : null;

    /// <summary>The object that a way of names leads to; null when there is none.</summary>
    public JsonObject? Holder(IEnumerable<string> way) => Holder(sample, way);

    /// <summary>Gives a member a value, where the schema accepts it. Objects on the way to it are made.</summary>
    /// <param name="way">Member names from the top.</param>
    /// <param name="value">The value in the sample.</param>
    /// <param name="sent">The value in the template; that of the sample when null.</param>
    public bool TrySet(IReadOnlyList<string> way, JsonNode value, JsonNode? sent = null) =>
        TryChange(holder => holder[way[^1]] = value.DeepClone(), holder => holder[way[^1]] = (sent ?? value).DeepClone(), way);

    /// <summary>Leaves a member out, where the schema accepts it.</summary>
    public bool TryRemove(IReadOnlyList<string> way) => TryChange(holder => holder.Remove(way[^1]), holder => holder.Remove(way[^1]), way);

    private bool TryChange(Action<JsonObject> inSample, Action<JsonObject> inTemplate, IReadOnlyList<string> way)
    {
        var changed = sample.DeepClone();
        var written = template.DeepClone();
        if (Made(changed, way.SkipLast(1)) is not { } first || Made(written, way.SkipLast(1)) is not { } second) return false;
        inSample(first);
        if (!material.Accepts(plan.Media!.Schema, AsJson.Element(changed))) return false;
        inTemplate(second);
        (sample, template) = (changed, written);
        return true;
    }

    private static JsonObject? Holder(JsonNode from, IEnumerable<string> way)
    {
        var node = from as JsonObject;
        foreach (var name in way) node = node?[name] as JsonObject;
        return node;
    }

    private static JsonObject? Made(JsonNode from, IEnumerable<string> way)
    {
        var node = from as JsonObject;
        foreach (var name in way)
        {
            if (node is not null && !node.ContainsKey(name)) node[name] = new JsonObject();
            node = node?[name] as JsonObject;
        }

        return node;
    }
}
