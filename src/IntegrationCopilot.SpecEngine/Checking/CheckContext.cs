namespace IntegrationCopilot.SpecEngine;

/// <summary>What every check of a description works with.</summary>
internal sealed class CheckContext(RawDocumentSet documents, OpenApiEdition edition, ProblemLog problems)
{
    public RawDocumentSet Documents { get; } = documents;

    public OpenApiEdition Edition { get; } = edition;

    public ProblemLog Problems { get; } = problems;

    /// <summary>Where each <c>operationId</c> was seen first.</summary>
    public Dictionary<string, RawNode> OperationIds { get; } = new(StringComparer.Ordinal);

    /// <summary>Security schemes told to need the same place of a request, which is said once for all operations that ask for both.</summary>
    public HashSet<(string, string)> SharedCredentials { get; } = [];

    /// <summary>Links to operations by id, to be looked up when all ids are known.</summary>
    public List<RawNode> LinkedIds { get; } = [];

    public RawNode Root => Documents.Entry.Root;

    public void Report(SpecRule rule, RawNode node, params object?[] values) => Problems.Add(rule, node, values);
}
