using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Requests that leave out what is required are refused.</summary>
internal static class InvalidInputTests
{
    private static readonly JsonElement EmptyBody = AsJson.Element(new JsonObject());

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("invalid-input-missing-field", "A body without a required field is refused", MissingField),
        Template("invalid-input-empty-object", "A body without any field is refused", EmptyObject),
        Template("invalid-input-no-body", "A request without its body is refused", NoBody),
        Template("invalid-input-missing-parameter", "A request without a required parameter is refused", MissingParameter),
    ];

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.InvalidInput, Group = make };

    private static IEnumerable<RequestPlan> Writes(GroupSubject subject) =>
        CreateResourceTests.Creating(subject).Concat(subject.Operations.Where(operation => operation.Facts.Any(fact => fact is WriteFact))).Distinct()
            .Select(operation => subject.Material.RequestFor(operation).Plan).OfType<RequestPlan>();

    private static IEnumerable<RequestPlan> WithObjects(GroupSubject subject) =>
        Writes(subject).Where(plan => plan.Media is { Schema.IsDefined: true } && plan.Sample.ValueKind == JsonValueKind.Object);

    private static TestDraft MissingField(GroupSubject subject)
    {
        foreach (var plan in WithObjects(subject))
        {
            var schema = subject.Material.Schemas.For(plan.Media!.Schema, MessageDirection.Request);
            foreach (var member in plan.Sample.EnumerateObject())
            {
                var less = JsonEdits.Remove(plan.Sample, member.Name);
                if (schema.IsValid(Encoding.UTF8.GetBytes(less.GetRawText())) || IsNoBody(plan, less)) continue;
                return Refused(plan, plan.WithBody(JsonEdits.Remove(plan.Request.Body!.Json!.Value, member.Name)), Missing(plan.Media.Schema) with { Place =
                    NodePointer.Of(member.Name).ToString() }, $"'{member.Name}' is required by {Expect.Place(plan.Media.Schema)}");
            }
        }

        return TestDraft.Not($"No body of the group '{subject.Name}' has a required field.");
    }

    /// <summary>A form without fields is no body at all, which may be allowed.</summary>
    private static bool IsNoBody(RequestPlan plan, JsonElement body) =>
        !plan.Media!.IsJson && body.GetPropertyCount() == 0 && !plan.Operation.RequestBody!.Required;

    private static TestDraft EmptyObject(GroupSubject subject)
    {
        foreach (var plan in WithObjects(subject))
            if (plan.Media!.IsJson && !subject.Material.Schemas.For(plan.Media.Schema, MessageDirection.Request).IsValid("{}"u8))
                return Refused(plan, plan.WithBody(EmptyBody), Missing(plan.Media.Schema) with { Place = "", Sent = EmptyBody },
                    Expect.Place(plan.Media.Schema));
        return TestDraft.Not($"No body of the group '{subject.Name}' is refused when it is empty.");
    }

    private static TestDraft NoBody(GroupSubject subject) =>
        Writes(subject).FirstOrDefault(plan => plan.Operation.RequestBody is { Required: true } && plan.Request.Body is not null) is { } found
            ? Refused(found, found.WithoutBody(), Missing(found.Operation.RequestBody!.Node) with { Place = "" },
                $"the body is required by {Expect.Place(found.Operation.RequestBody!.Node)}")
            : TestDraft.Not($"No operation of the group '{subject.Name}' requires a body.");

    private static TestDraft MissingParameter(GroupSubject subject)
    {
        foreach (var plan in Writes(subject))
            if (plan.Operation.Parameters.FirstOrDefault(parameter => IsDroppable(plan, parameter)
                && subject.Material.Meaning.IsBroken(plan.Without(parameter))) is { } parameter)
                return Refused(plan, plan.Without(parameter), Missing(parameter.Node) with { Place = parameter.Name, In = parameter.Place },
                    $"'{parameter.Name}' is required by {Expect.Place(parameter.Node)}");
        return TestDraft.Not($"No operation of the group '{subject.Name}' that writes has a required query parameter or header.");
    }

    private static bool IsDroppable(RequestPlan plan, ApiParameter parameter) => parameter.Required && parameter.Place switch
    {
        ParameterPlace.Query => plan.Request.Query.ContainsKey(parameter.Name),
        ParameterPlace.Header => plan.Request.Headers.ContainsKey(parameter.Name),
        _ => false,
    };

    private static BrokenRule Missing(RawNode wanted) => new() { Kind = RuleKind.Required, Line = RefusedStep.LineOf(wanted) };

    private static TestDraft Refused(RequestPlan plan, RequestPlan broken, BrokenRule rule, string ground) =>
        TestDraft.Of(plan, RefusedStep.Of(plan, broken, rule, ground));
}
