using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>One of the tests that every API is asked for.</summary>
internal sealed record GoldenTemplate
{
    /// <summary>Stable id in kebab case; begins with that of its category.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    /// <summary>Makes the test for a group; null for templates about the whole document.</summary>
    public Func<GroupSubject, TestDraft>? Group { get; init; }

    /// <summary>Makes the test for the document; null for templates about groups.</summary>
    public Func<TestMaterial, TestDraft>? Document { get; init; }

    private IReadOnlyList<string> Needs => TestCategory.Find(Category)!.Needs;

    public GoldenTest ForGroup(GroupSubject subject)
    {
        var missing = Needs.FirstOrDefault(id => !subject.Has(id));
        var draft = missing is null ? Group!(subject) : TestDraft.Not(MissingCapabilities.Reason(missing, $"The group '{subject.Name}'"));
        return Test($"{Id}.{subject.Slug}", draft) with { Group = subject.Name };
    }

    public GoldenTest ForDocument(TestMaterial material)
    {
        var missing = Needs.FirstOrDefault(id => !material.Spec.Capabilities.Any(capability => capability.Id == id && capability.Detected));
        return Test(Id, missing is null ? Document!(material) : TestDraft.Not(MissingCapabilities.Reason(missing, "The document")));
    }

    private GoldenTest Test(string id, TestDraft draft) => new()
    {
        Id = id,
        Name = Name,
        Category = Category,
        Template = Id,
        Needs = Needs,
        Operation = draft.Operation,
        Applicable = draft.Reason is null,
        Reason = draft.Reason,
        Reach = draft.MockOnly is not null ? GoldenTestReach.MockOnly : draft.Provoking is not null ? GoldenTestReach.LimitsProvoked
            : GoldenTestReach.Everywhere,
        ReachReason = draft.MockOnly ?? draft.Provoking,
        Assumptions = draft.Assumptions,
        Variables = draft.Variables,
        Steps = draft.Steps,
    };
}
