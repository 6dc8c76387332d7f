using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A request sent again with the same key has one effect (draft-ietf-httpapi-idempotency-key-header).</summary>
internal static class IdempotencyTests
{
    private const int Copies = 3;
    private const int OtherBodiesTried = 5;
    private const string DraftOfKeys = "draft-ietf-httpapi-idempotency-key-header, section 2";
    private const string DraftOfOther = "draft-ietf-httpapi-idempotency-key-header, section 2.7";

    /// <summary>Words by which a document says what becomes of another body.</summary>
    private static readonly string[] Refusing = ["refuse", "reject", "422", "409", "conflict", "error"];

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

        public string Ground => Described is { } place ? $"{Expect.Place(place)}, and {DraftOfKeys}" : DraftOfKeys;

        private RawNode? Described => Key.FindIn(Plan.Operation) is { Description.Length: > 0 } parameter ? parameter.Node : null;

        /// <summary>That another body is refused is a recommendation, unless the document itself says it.</summary>
        public GroundStrength StrengthOfOther => IsRefusalDescribed ? GroundStrength.Firm : GroundStrength.Advisory;

        public string GroundOfOther => IsRefusalDescribed ? Ground : DraftOfOther;

        private bool IsRefusalDescribed => Key.FindIn(Plan.Operation)?.Description is { } text
            && Array.Exists(Refusing, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

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
        return Draft(keyed, First(keyed), again);
    }

    private static TestDraft Other(Keyed keyed)
    {
        if (keyed.Identifier is not { } pointer) return TestDraft.Not(keyed.Nameless);
        if (OtherRequest(keyed) is not { } request)
            return TestDraft.Not($"No second body can be made for {keyed.Plan.Operation.Id} that differs from the first.");
        var other = new TestStep { Name = "other", Request = request.Request,
            Assertions =
            [new StatusAssertion(["2XX", "4XX"]),
                new NoSecondEffectAssertion(pointer.ToString(), "first") { Ground = keyed.Ground, Strength = keyed.Strength },
                new StatusAssertion(["4XX"]) { Ground = keyed.GroundOfOther, Strength = keyed.StrengthOfOther }] };
        return Draft(keyed, First(keyed), other);
    }

    private static TestDraft AtOnce(Keyed keyed)
    {
        if (keyed.Identifier is not { } pointer) return TestDraft.Not(keyed.Nameless);
        var step = new TestStep { Name = "at-once", Request = keyed.Plan.Request, Copies = Copies,
            Assertions =
                [new StatusAssertion(["2XX", "4XX"]), new OneEffectAssertion(pointer.ToString()) { Ground = keyed.Ground, Strength = keyed.Strength }] };
        return Draft(keyed, step);
    }

    /// <summary>The steps, between two looks at the list where one is described: whatever the answers say, one thing at most is new in it.</summary>
    private static TestDraft Draft(Keyed keyed, params TestStep[] steps)
    {
        var subject = keyed.Subject.Lives.Select(making => making.Subject).FirstOrDefault(life => life?.Create.Operation == keyed.Plan.Operation);
        if (subject is null || LifeList.Of(subject) is not { } list) return TestDraft.Of(keyed.Plan, steps);
        var after = list.Step("after", new NewItemsAssertion("before", 1) { Ground = keyed.Ground, Strength = keyed.Strength });
        return TestDraft.Of(keyed.Plan, [list.Step("before"), .. steps, after]).Using(list.Plan);
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

    /// <summary>Whether a field holds a value that another call tells, rather than one that the client makes up.</summary>
    private static bool NamesAnother(RequestPlan plan, string field) =>
        NodePointer.Of(field).Find(plan.Request.Body!.Json!.Value) is { } template && TemplateEscapes.IsVariable(template)
        && !plan.Variables.Any(variable => variable.Fresh && JsonElement.DeepEquals(VariableBook.Placeholder(variable.Name), template));

    /// <summary>The same request with one value of its body changed.</summary>
    private static RequestPlan? OtherRequest(Keyed keyed)
    {
        if (keyed.Plan is not { Media: { } media, Sample: { ValueKind: JsonValueKind.Object } sample } plan) return null;
        var material = keyed.Subject.Material;
        foreach (var member in sample.EnumerateObject()
            .Where(member => member.Name != keyed.Key.Name && material.Structure.FieldsOf(media.Schema).ContainsKey(member.Name)))
        {
            // What names another thing is no mere value: one that names none is refused, whatever the key.
            if (NamesAnother(plan, member.Name)) continue;
            for (var variation = 1; variation <= OtherBodiesTried; variation++)
            {
                var made = material.Samples.Make(material.Structure.FieldsOf(media.Schema)[member.Name], MessageDirection.Request, member.Name, variation);
                if (!made.Found || made.ToElement() is not { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
                    || JsonElement.DeepEquals(value, member.Value))
                    continue;
                var node = AsJson.Node(value);
                if (!material.Accepts(media.Schema, JsonEdits.Set(sample, member.Name, node))) continue;
                return plan.WithBody(JsonEdits.Set(plan.Request.Body!.Json!.Value, member.Name, AsJson.Node(TemplateEscapes.Escape(value))));
            }
        }

        return null;
    }
}
