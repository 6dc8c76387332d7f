using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How a thing is read, and which of the fields that clients write are read again.</summary>
internal sealed class LifeThing
{
    private static readonly string[] Secrets = ["password", "secret", "token", "key", "pin", "cvc", "cvv", "credential"];

    /// <summary>What the server says of a thing, whatever it was sent.</summary>
    private static readonly string[] Bookkeeping = ["created", "updated", "modified", "changed", "version", "revision", "etag"];

    private readonly TestMaterial material;
    private readonly ApiResource resource;
    private readonly Dictionary<string, RawNode> fields;
    private readonly string way;

    private LifeThing(TestMaterial material, ApiResource resource, ResourceAnswer answer)
    {
        (this.material, this.resource) = (material, resource);
        Pointer = answer.Form == AnswerForm.Array ? $"{answer.Envelope}/0{answer.Item}" : answer.Envelope;
        way = answer.Form == AnswerForm.Array ? $"{answer.Envelope}/*{answer.Item}" : answer.Envelope;
        fields = material.Structure.MembersOf(answer.Schema).GroupBy(member => member.Name, StringComparer.Ordinal)
            .ToDictionary(member => member.Key, member => member.First().Schema, StringComparer.Ordinal);
    }

    /// <summary>JSON Pointer to the thing in the answer that gives it.</summary>
    public string Pointer { get; }

    /// <summary>How things of a resource are read; null where no operation reads one alone.</summary>
    public static LifeThing? Of(TestMaterial material, ApiResource resource, RequestPlan create) =>
        resource.Read is { Method: "GET" } read && resource.AnswerOf(read) is { Form: AnswerForm.One or AnswerForm.Array } answer && create.Operation != read
        && TestMaterial.JsonAnswer(read) is not null ? new(material, resource, answer) : null;

    /// <summary>JSON Pointer to the thing in the body of a request, which may lie within an object alone; null where it holds none.</summary>
    public string? PointerIn(RequestPlan plan)
    {
        if (plan is not { Media.IsJson: true, Sample: { ValueKind: JsonValueKind.Object } sample }) return null;
        if (sample.EnumerateObject().Any(member => fields.ContainsKey(member.Name))) return "";
        return sample.EnumerateObject().ToList() is [{ Value.ValueKind: JsonValueKind.Object } only]
            && only.Value.EnumerateObject().Any(member => fields.ContainsKey(member.Name))
            ? NodePointer.Of(only.Name).ToString() : null;
    }

    /// <summary>Names of the fields that a request writes and that are read again.</summary>
    public IReadOnlyList<string> WrittenBy(RequestPlan plan)
    {
        if (PointerIn(plan) is not { } pointer || !NodePointer.TryParse(pointer, out var way) || way.Find(plan.Sample) is not { } sent) return [];
        var request = RequestFields(plan, way);
        var whole = KeywordView.Of(material.Structure, SchemaAt(plan, way));
        return [.. sent.EnumerateObject()
            .Where(member => request.TryGetValue(member.Name, out var schema) && !IsReadOnly(whole, member.Name) && IsKept(member, schema))
            .Select(member => member.Name)];
    }

    /// <summary>The schema of a field as a request writes it; undefined when it has none.</summary>
    public RawNode Written(RequestPlan plan, string name) =>
        PointerIn(plan) is { } pointer && NodePointer.TryParse(pointer, out var way) ? RequestFields(plan, way).GetValueOrDefault(name) : default;

    /// <summary>Whether one of the schemas that a body must meet all of says of a field that it is not the client's.</summary>
    private bool IsReadOnly(IReadOnlyList<RawNode> schemas, string name) => schemas.Any(schema => IsMarked(schema["properties"][name], "readOnly"));

    private RawNode SchemaAt(RequestPlan plan, NodePointer way)
    {
        var schema = plan.Media!.Schema;
        foreach (var token in way.Tokens)
            schema = material.Structure.MembersOf(schema).FirstOrDefault(member => member.Name == token)?.Schema ?? default;
        return schema;
    }

    private Dictionary<string, RawNode> RequestFields(RequestPlan plan, NodePointer way)
    {
        return material.Structure.MembersOf(SchemaAt(plan, way)).GroupBy(member => member.Name, StringComparer.Ordinal)
            .ToDictionary(member => member.Key, member => member.First().Schema, StringComparer.Ordinal);
    }

    private bool IsKept(JsonProperty sent, RawNode request)
    {
        if (sent.Value.ValueKind == JsonValueKind.Null || !fields.TryGetValue(sent.Name, out var read)) return false;
        if (IsMarked(request, "readOnly") || IsMarked(request, "writeOnly") || IsMarked(read, "writeOnly") || IsMarked(read, "readOnly")) return false;
        if (IsState(sent.Name) || IsName(sent.Name) || IsServers(NameWords.Of(sent.Name))) return false;
        if (sent.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !IsSameInside(request, read)) return false;
        return material.Schemas.For(read, MessageDirection.Response).IsValid(Encoding.UTF8.GetBytes(sent.Value.GetRawText()));
    }

    /// <summary>Whether a name tells of a secret, or of what the server notes down itself: <c>updatedAt</c>, <c>updateTime</c>.</summary>
    private static bool IsServers(IReadOnlyList<string> words) => words.Any(word => Secrets.Contains(word) || Bookkeeping.Contains(word))
        || words is ["create" or "creation" or "update" or "modification" or "change", "time" or "date" or "timestamp" or "datetime"];

    /// <summary>States belong to the server.</summary>
    private bool IsState(string name) => resource.States.Any(state => state.Pointer == NodePointer.Of(name).ToString());

    /// <summary>What names the thing is looked at by itself, whatever paths call it.</summary>
    private bool IsName(string name) => resource.Identifier is { } identifier
        && identifier.Parts.Any(part =>
            part.Read == $"{way}{NodePointer.Of(name)}" || string.Concat(NameWords.Of(part.Parameter)) == string.Concat(NameWords.Of(name)));

    /// <summary>Whether the parts of a value are the same in both directions.</summary>
    private bool IsSameInside(RawNode request, RawNode read)
    {
        var (sent, given) = (material.Structure.Resolve(request), material.Structure.Resolve(read));
        if (sent != given && sent.ToString() != given.ToString()) return false;
        var text = Encoding.UTF8.GetString(given.ToUtf8Json());
        return !text.Contains("\"writeOnly\"", StringComparison.Ordinal) && !text.Contains("\"readOnly\"", StringComparison.Ordinal)
            && !text.Contains("\"$ref\"", StringComparison.Ordinal);
    }

    private bool IsMarked(RawNode schema, string mark) => schema[mark].GetBoolean() == true || material.Structure.Resolve(schema)[mark].GetBoolean() == true
        || schema["allOf"].Children.Any(part => part[mark].GetBoolean() == true || material.Structure.Resolve(part)[mark].GetBoolean() == true);
}
