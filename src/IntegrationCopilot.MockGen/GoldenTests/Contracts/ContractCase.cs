using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>One thing that an operation is held to, before it has an id.</summary>
internal sealed record ContractCase
{
    /// <summary>Id of the template, for example <c>contract-range</c>.</summary>
    public required string Template { get; init; }

    /// <summary>What it shows, as a person says it.</summary>
    public required string Name { get; init; }

    /// <summary>What tells it from others of its template and operation, for example <c>body amount above</c>; empty when there is only one.</summary>
    public string Place { get; init; } = "";

    /// <summary>Makes its steps; asked only of the cases that the budget has room for.</summary>
    public required Func<TestDraft> Draft { get; init; }

    public GoldenTest Test(ApiOperation operation, string id) => Test(operation, id, Draft());

    private GoldenTest Test(ApiOperation operation, string id, TestDraft draft) => new()
    {
        Id = id,
        Name = Name,
        Category = TestCategoryIds.Contract,
        Template = Template,
        Group = operation.Group,
        Operation = operation.Id,
        Applicable = draft.Reason is null,
        Reason = draft.Reason,
        Variables = draft.Variables,
        Steps = draft.Steps,
    };
}
