namespace IntegrationCopilot.SpecEngine;

/// <summary>Work that is accepted now and finished later: status 202 (RFC 9110, section 15.3.3).</summary>
internal sealed class AsyncRule : CapabilityRule
{
    /// <summary>Headers that say where to ask, the standard's own first.</summary>
    private static readonly string[] MonitorHeaders = ["Location", "Operation-Location", "Azure-AsyncOperation", "Content-Location"];

    private static readonly HashSet<string> MonitorFields = LooseNames.Set(
        "status-url", "status-uri", "status-href", "status-link", "operation-url", "operation-location", "monitor-url", "monitor", "poll-url", "polling-url",
        "result-url", "job-url", "task-url", "tracking-url");

    private static readonly HashSet<string> JobFields = LooseNames.Set(
        "operation-id", "job-id", "task-id", "batch-id", "export-id", "import-id", "process-id", "execution-id", "run-id", "workflow-id", "tracking-id",
        "ticket-id", "operation-name");

    public override string Id => CapabilityIds.Async;

    public override double AbsentConfidence => 0.9;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.Responses.FirstOrDefault(r => r.Status == "202") is not { } accepted) return;
        var fields = findings.Fields.FieldsOf(accepted.Content);
        findings.Add(operation, accepted.Node, 1, new AcceptedFact
        {
            Monitor = Header(accepted) ?? Field(fields, MonitorFields.Contains),
            Job = Field(fields, JobFields.Contains) ?? Field(fields, name => LooseNames.Comparer.Equals(name, "id")),
            RetryAfter = accepted.Describes("Retry-After"),
        });
    }

    private static MessageField? Header(ApiResponse response)
    {
        foreach (var name in MonitorHeaders)
            if (response.Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } header)
                return new MessageField(MessagePlace.Header, header.Name);
        return null;
    }

    private static MessageField? Field(IReadOnlyDictionary<string, RawNode> fields, Func<string, bool> isThat) =>
        fields.Keys.FirstOrDefault(isThat) is { } name ? MessageField.InBody(name) : null;
}
