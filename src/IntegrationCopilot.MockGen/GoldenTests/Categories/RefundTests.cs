using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What was taken can be given back, but no more than that.</summary>
internal static class RefundTests
{
    private const string UnknownGround = "what does not exist cannot be given back";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("refund-succeeds", "A refund or reversal succeeds and answers as described", Succeeds),
        Template("refund-partial", "A part can be refunded", (subject, plan) => WithAmount(subject, plan, Smaller, Part)),
        Template("refund-too-much", "A refund of more than was taken is refused", (subject, plan) => WithAmount(subject, plan, Largest, TooMuch)),
        Template("refund-unknown", "A refund of what does not exist is refused", Unknown),
    ];

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, RequestPlan, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Refund, Group = subject => Draft(subject, make) };

    private static TestDraft Draft(GroupSubject subject, Func<GroupSubject, RequestPlan, TestDraft> make)
    {
        var reasons = new List<string>();
        foreach (var operation in subject.Showing(CapabilityIds.Refunds))
        {
            var (plan, problem) = subject.Material.RequestFor(operation);
            var draft = plan is null ? TestDraft.Not(problem!) : make(subject, plan);
            if (draft.Reason is null) return draft;
            reasons.Add(draft.Reason);
        }

        return TestDraft.Not(reasons[0]);
    }

    private static TestDraft Succeeds(GroupSubject subject, RequestPlan plan) => Refunded(plan, plan, isShared: true);

    private static TestDraft Part(RequestPlan plan, RequestPlan request) => Refunded(plan, request, isShared: false);

    private static TestDraft Refunded(RequestPlan plan, RequestPlan request, bool isShared) =>
        TestDraft.Of(plan, new TestStep { Name = "refund", Request = request.Request, Shared = isShared, Assertions = Expect.DescribedOf(plan) });

    private static TestDraft Refused(RequestPlan plan, RequestPlan request, BrokenRule rule, string ground) =>
        TestDraft.Of(request, RefusedStep.Of(plan, request, rule, ground) with { Name = "refund" });

    private static TestDraft TooMuch(RequestPlan plan, RequestPlan request)
    {
        var amount = FactOf(plan).Amount!.Pointer!;
        var rule = new BrokenRule { Kind = RuleKind.Business, Place = amount.ToString(), Sent = amount.Find(request.Request.Body!.Json!.Value),
            Allowed = "no more than was taken" };
        return Refused(plan, request, rule, "no more can be given back than was taken");
    }

    private static TestDraft WithAmount(GroupSubject subject, RequestPlan plan, Func<JsonElement, Func<decimal, bool>, decimal?> change,
        Func<RequestPlan, RequestPlan, TestDraft> make)
    {
        if (plan.Media is not { } media || plan.Sample.ValueKind != JsonValueKind.Object) return TestDraft.Not($"{plan.Operation.Id} takes no amount.");
        if (FactOf(plan).Amount?.Pointer is not { } field || field.Find(plan.Sample) is not { ValueKind: JsonValueKind.Number } amount)
            return TestDraft.Not($"{plan.Operation.Id} takes no amount.");
        var schema = subject.Material.Schemas.For(media.Schema, MessageDirection.Request);
        bool IsAllowed(decimal value) => schema.IsValid(Encoding.UTF8.GetBytes(JsonEdits.Set(plan.Sample, field, JsonValue.Create(value)).GetRawText()));
        if (change(amount, IsAllowed) is not { } changed) return TestDraft.Not($"The document allows {plan.Operation.Id} no other amount that would do.");
        return make(plan, plan.WithBody(JsonEdits.Set(plan.Request.Body!.Json!.Value, field, JsonValue.Create(changed))));
    }

    private static RefundFact FactOf(RequestPlan plan) => plan.Operation.Facts.OfType<RefundFact>().First();

    private static decimal? Smaller(JsonElement amount, Func<decimal, bool> isAllowed)
    {
        if (!amount.TryGetDecimal(out var whole)) return null;
        foreach (var part in (decimal[])[Math.Floor(whole / 2), whole / 2, 1])
            if (part > 0 && part < whole && isAllowed(part)) return part;
        return null;
    }

    private static decimal? Largest(JsonElement amount, Func<decimal, bool> isAllowed)
    {
        if (!amount.TryGetDecimal(out var whole)) return null;
        foreach (var more in (decimal[])[99_999_999, 9_999_999, 999_999, 99_999])
            if (more > whole && isAllowed(more)) return more;
        return null;
    }

    private static TestDraft Unknown(GroupSubject subject, RequestPlan plan)
    {
        var target = FactOf(plan).Target;
        var names = new UnknownNames(subject.Material);
        if (target?.FindIn(plan.Operation) is { Place: ParameterPlace.Path } parameter && names.Of(parameter) is { } value)
        {
            var sent = VariableBook.Placeholder(value.Name);
            return Refused(plan, plan.WithPathValue(parameter.Name, sent).With(value),
                new BrokenRule { Kind = RuleKind.UnknownIdentifier, Place = parameter.Name, In = parameter.Place, Sent = sent }, UnknownGround);
        }

        if (target is { Place: MessagePlace.Body } field && plan.Media is { } media && field.Pointer.Find(plan.Sample) is { } known
            && names.Of(field.Name, subject.Material.Structure.FieldsOf(media.Schema).GetValueOrDefault(field.Name), known) is { } other)
        {
            var sent = VariableBook.Placeholder(other.Name);
            return Refused(plan, plan.WithBody(JsonEdits.Set(plan.Request.Body!.Json!.Value, field.Pointer, AsJson.Node(sent))).With(other),
                new BrokenRule { Kind = RuleKind.UnknownIdentifier, Place = field.Pointer.ToString(), Sent = sent }, UnknownGround);
        }

        return TestDraft.Not($"{plan.Operation.Id} names nothing that is given back, neither in its path nor in its body.");
    }
}
