namespace IntegrationCopilot.SpecEngine;

/// <summary>Lists in pages, told by what a caller sends, what the answer's body holds, and its headers.</summary>
internal sealed class PaginationRule : CapabilityRule
{
    public override string Id => CapabilityIds.Pagination;

    public override double AbsentConfidence => 0.9;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        var isRead = operation.Method is "GET" or "QUERY";
        if (!isRead && operation.Method != "POST") return;
        var page = new PagedOperation(operation, findings.Fields);
        if (!isRead && Writing.Is(operation) && !page.AnswersWithMore) return;
        foreach (var sign in page.Inputs()) findings.Add(operation, sign.Node, sign.Strength, sign.Fact);
        if (page.HasInput) return;
        if (page.Answer() is { } answer) findings.Add(operation, answer.Node, answer.Strength, answer.Fact);
    }
}
