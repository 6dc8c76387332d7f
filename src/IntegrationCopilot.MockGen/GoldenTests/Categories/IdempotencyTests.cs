using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A request sent again with the same key has one effect (draft-ietf-httpapi-idempotency-key-header).</summary>
internal static class IdempotencyTests
{
    private const int Copies = 3;
    private const int OtherBodiesTried = 5;
    private const string Draft = "draft-ietf-httpapi-idempotency-key-header, section 2";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("idempotency-same-request", "The same request with the same key has one effect", subject => Make(subject, Same)),
        Template("idempotency-other-request", "The same key with another request has no second effect", subject => Make(subject, Other)),
        Template("idempotency-at-once", "Requests with the same key at the same moment have one effect", subject => Make(subject, AtOnce)),
        Template("idempotency-missing-key", "A request without the key that is required is refused", subject => Make(subject, Missing)),
    ];

    private sealed record Keyed(GroupSubject Subject, RequestPlan Plan, MessageField Key, NodePointer? Identifier)
    {
        /// <summary>A document that explains its key promises what the draft says; one that merely has a field of that name does not.</summary>
        public GroundStrength Strength => Described is null ? GroundStrength.Advisory : GroundStrength.Firm;

        public string Ground => Described is { } place ? $"{Expect.Place(place)}, and {Draft}" : Draft;

        private RawNode? Described => Key.FindIn(Plan.Operation) is { Description.Length: > 0 } parameter ? parameter.Node : null;

        public string Nameless => $"The answer of {Plan.Operation.Id} names nothing by which two effects could be told apart.";
    }

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Idempotency, Group = make };

    private static TestDraft Make(GroupSubject subject, Func<Keyed, TestDraft> make)
    {
        var creating = CreateResourceTests.Creating(subject).ToList();
        var (plan, problem) = subject.First(subject.Showing(CapabilityIds.Idempotency)
            .OrderBy(operation =>
            creating.IndexOf(operation) is >= 0 and var place ? place : int.MaxValue), $"No operation of the group '{subject.Name}' takes an idempotency key.");
        if (plan is null) return TestDraft.Not(problem!);
        var key = plan.Operation.Facts.OfType<IdempotencyKeyFact>().First().Key;
        if (IdempotencyKeys.With(plan, key, subject.Material) is not { } keyed)
            return TestDraft.Not($"The idempotency key of {plan.Operation.Id} cannot be a UUID, so no new key can be made for it.");
        return make(new Keyed(subject, keyed, key, Answers.Identifier(subject.Material, plan.Operation)));
    }

    private static TestStep First(Keyed keyed) => new() { Name = "first", Request = keyed.Plan.Request, Assertions = Expect.DescribedOf(keyed.Plan) };

    private static TestDraft Same(Keyed keyed)
    {
        if (keyed.Identifier is not { } pointer) return TestDraft.Not(keyed.Nameless);
        var again = new TestStep { Name = "again", Request = keyed.Plan.Request,
            Assertions =
            [new StatusAssertion(["2XX", "4XX"]),
                new NoSecondEffectAssertion(pointer.ToString(), "first") { Ground = keyed.Ground, Strength = keyed.Strength }] };
        return TestDraft.Of(keyed.Plan, First(keyed), again);
    }

    private static TestDraft Other(Keyed keyed)
    {
        if (keyed.Identifier is not { } pointer) return TestDraft.Not(keyed.Nameless);
        if (OtherRequest(keyed) is not { } request)
            return TestDraft.Not($"No second body can be made for {keyed.Plan.Operation.Id} that differs from the first.");
        var other = new TestStep { Name = "other", Request = request.Request,
            Assertions =
            [new StatusAssertion(["2XX", "4XX"]),
                new NoSecondEffectAssertion(pointer.ToString(), "first") { Ground = keyed.Ground, Strength = keyed.Strength }] };
        return TestDraft.Of(keyed.Plan, First(keyed), other);
    }

    private static TestDraft AtOnce(Keyed keyed)
    {
        if (keyed.Identifier is not { } pointer) return TestDraft.Not(keyed.Nameless);
        var step = new TestStep { Name = "at-once", Request = keyed.Plan.Request, Copies = Copies,
            Assertions =
                [new StatusAssertion(["2XX", "4XX"]), new OneEffectAssertion(pointer.ToString()) { Ground = keyed.Ground, Strength = keyed.Strength }] };
        return TestDraft.Of(keyed.Plan, step);
    }

    private static TestDraft Missing(Keyed keyed)
    {
        var plan = keyed.Plan;
        if (keyed.Key.FindIn(plan.Operation) is { } parameter)
        {
            if (!parameter.Required) return TestDraft.Not($"The key of {plan.Operation.Id} is optional.");
            var missing = new BrokenRule { Kind = RuleKind.Required, Place = parameter.Name, In = parameter.Place, Line = RefusedStep.LineOf(parameter.Node) };
            return TestDraft.Of(plan, RefusedStep.Of(plan, plan.Without(parameter), missing, Expect.Place(parameter.Node)));
        }

        var field = keyed.Key.Name;
        var less = JsonEdits.Remove(plan.Sample, field);
        if (keyed.Subject.Material.Accepts(plan.Media!.Schema, less)) return TestDraft.Not($"The key of {plan.Operation.Id} is optional.");
        var rule = new BrokenRule { Kind = RuleKind.Required, Place = NodePointer.Of(field).ToString(), Line = RefusedStep.LineOf(plan.Media.Schema) };
        var broken = plan.WithBody(JsonEdits.Remove(plan.Request.Body!.Json!.Value, field));
        return TestDraft.Of(plan, RefusedStep.Of(plan, broken, rule, Expect.Place(plan.Media.Schema)));
    }

    /// <summary>The same request with one value of its body changed.</summary>
    private static RequestPlan? OtherRequest(Keyed keyed)
    {
        if (keyed.Plan is not { Media: { } media, Sample: { ValueKind: JsonValueKind.Object } sample } plan) return null;
        var material = keyed.Subject.Material;
        foreach (var member in sample.EnumerateObject()
            .Where(member => member.Name != keyed.Key.Name && material.Structure.FieldsOf(media.Schema).ContainsKey(member.Name)))
        {
            for (var variation = 1; variation <= OtherBodiesTried; variation++)
            {
                var made = material.Samples.Make(material.Structure.FieldsOf(media.Schema)[member.Name], MessageDirection.Request, member.Name, variation);
                if (!made.Found || made.ToElement() is not { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
                    || JsonElement.DeepEquals(value, member.Value))
                    continue;
                var node = JsonSerializer.SerializeToNode(value);
                if (!material.Accepts(media.Schema, JsonEdits.Set(sample, member.Name, node))) continue;
                return plan.WithBody(JsonEdits.Set(plan.Request.Body!.Json!.Value, member.Name, JsonSerializer.SerializeToNode(TemplateEscapes.Escape(value))));
            }
        }

        return null;
    }
}
