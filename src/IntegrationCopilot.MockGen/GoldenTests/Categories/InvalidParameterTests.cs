using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Values that the document does not allow are refused.</summary>
internal static class InvalidParameterTests
{
    private const string Unsupported = "unsupported-value";
    private const string NoNumber = "not-a-number";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("invalid-parameter-field-value", "A field with a value outside its list, such as an unsupported currency, is refused", FieldValue),
        Template("invalid-parameter-query-value", "A query parameter with a value outside its list is refused", QueryValue),
        Template("invalid-parameter-type", "A value of another type is refused", AnotherType),
        Template("invalid-parameter-bounds", "A value beyond its bounds is refused", BeyondBounds),
    ];

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.InvalidParameter, Group = make };

    private static IEnumerable<RequestPlan> Plans(GroupSubject subject) =>
        CreateResourceTests.Creating(subject).Concat(subject.Operations).Distinct().Select(operation => subject.Material.RequestFor(operation).Plan)
            .OfType<RequestPlan>();

    private static TestDraft FieldValue(GroupSubject subject) =>
        Field(subject, RuleKind.Enumeration, member => member.Name.Contains("currency", StringComparison.OrdinalIgnoreCase) ? 0 : 1,
            (material, schema, value) => value.ValueKind == JsonValueKind.String && IsList(material, schema) ? JsonValue.Create(Unsupported) : null)
        ?? TestDraft.Not($"No body of the group '{subject.Name}' has a field with a list of allowed values.");

    private static TestDraft QueryValue(GroupSubject subject) =>
        Query(subject, RuleKind.Enumeration,
            (material, parameter) => IsList(material, parameter.Schema) ? AsJson.Element(Unsupported) : null)
        ?? TestDraft.Not($"No operation of the group '{subject.Name}' has a query parameter with a list of allowed values.");

    private static TestDraft AnotherType(GroupSubject subject) =>
        Field(subject, RuleKind.Type, _ => 0,
            (_, _, value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? JsonValue.Create(NoNumber) : null)
        ?? Query(subject, RuleKind.Type, (material, parameter) => IsNumber(material, parameter.Schema) ? AsJson.Element(NoNumber) : null)
        ?? TestDraft.Not($"The group '{subject.Name}' takes no numbers or booleans in bodies or query parameters.");

    private static TestDraft BeyondBounds(GroupSubject subject) =>
        Field(subject, RuleKind.Range, _ => 0, Beyond) ?? TestDraft.Not($"No body of the group '{subject.Name}' has a field with bounds.");

    /// <summary>The first field of a body that can be given a value its schema refuses.</summary>
    private static TestDraft? Field(GroupSubject subject, RuleKind kind, Func<JsonProperty, int> order,
        Func<TestMaterial, RawNode, JsonElement, JsonNode?> change)
    {
        foreach (var plan in Plans(subject)
            .Where(plan => plan.Media is { Schema.IsDefined: true, IsJson: true } && plan.Sample.ValueKind == JsonValueKind.Object))
        {
            var schema = subject.Material.Schemas.For(plan.Media!.Schema, MessageDirection.Request);
            var fields = subject.Material.Structure.FieldsOf(plan.Media.Schema);
            foreach (var member in plan.Sample.EnumerateObject().OrderBy(order))
            {
                if (!fields.TryGetValue(member.Name, out var field) || change(subject.Material, field, member.Value) is not { } broken) continue;
                if (schema.IsValid(Encoding.UTF8.GetBytes(JsonEdits.Set(plan.Sample, member.Name, broken.DeepClone()).GetRawText()))) continue;
                var sent = TemplateEscapes.Escape(AsJson.Element(broken));
                var rule = new BrokenRule { Kind = kind, Place = NodePointer.Of(member.Name).ToString(), Sent = sent, Line = RefusedStep.LineOf(field) };
                var body = JsonEdits.Set(plan.Request.Body!.Json!.Value, member.Name, AsJson.Node(sent));
                return Refused(plan, plan.WithBody(body), rule, field);
            }
        }

        return null;
    }

    /// <summary>
    /// The first query parameter that can be given a value its schema refuses. Spelled in a URL every value is text, so the text must be refused too.
    /// </summary>
    private static TestDraft? Query(GroupSubject subject, RuleKind kind, Func<TestMaterial, ApiParameter, JsonElement?> change)
    {
        foreach (var plan in Plans(subject).OrderBy(plan => plan.Operation.Method == "GET" ? 0 : 1))
            foreach (var parameter in plan.Operation.Parameters.Where(parameter =>
                parameter.Place == ParameterPlace.Query && parameter.Schema.IsDefined && !parameter.Deprecated))
                if (change(subject.Material, parameter) is { } broken
                    && !subject.Material.Schemas.For(parameter.Schema, MessageDirection.Request).IsValid(Encoding.UTF8.GetBytes(broken.GetRawText()))
                    && plan.WithQuery(parameter.Name, broken) is var request && subject.Material.Meaning.IsBroken(request))
                    return Refused(plan, request,
                        new BrokenRule { Kind = kind, Place = parameter.Name, In = parameter.Place, Sent = broken, Line = RefusedStep.LineOf(parameter.Node) },
                        parameter.Node);
        return null;
    }

    private static TestDraft Refused(RequestPlan plan, RequestPlan broken, BrokenRule rule, RawNode ground) =>
        TestDraft.Of(plan, RefusedStep.Of(plan, broken, rule, Expect.Place(ground)));

    private static bool IsList(TestMaterial material, RawNode schema) =>
        material.Structure.Resolve(schema) is var resolved && resolved["enum"].IsArray && material.Structure.IsOfType(schema, SpecEngine.JsonTypes.String);

    /// <summary>Whether no text but a number's will do.</summary>
    private static bool IsNumber(TestMaterial material, RawNode schema) =>
        material.Structure.IsOfType(schema, SpecEngine.JsonTypes.Integer) && (material.Structure.MeantTypesOf(schema) & SpecEngine.JsonTypes.String) == 0;

    private static JsonValue? Beyond(TestMaterial material, RawNode schema, JsonElement value)
    {
        var resolved = material.Structure.Resolve(schema);
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (resolved["maximum"].GetInt64() is { } maximum and < int.MaxValue) return JsonValue.Create(maximum + 1);
            return resolved["minimum"].GetInt64() is { } minimum and > int.MinValue ? JsonValue.Create(minimum - 1) : null;
        }

        if (value.ValueKind != JsonValueKind.String) return null;
        if (resolved["maxLength"].GetInt64() is { } longest and <= 10_000) return JsonValue.Create(new string('x', (int)longest + 1));
        return resolved["minLength"].GetInt64() is > 0 ? JsonValue.Create("") : null;
    }
}
