namespace IntegrationCopilot.SpecEngine;

/// <summary>Takes what is found.</summary>
internal sealed class ChangeSink
{
    public List<ApiChange> Changes { get; } = [];

    /// <summary>How many were found, and the worst of them: what a place is told to have changed by that refers to something else now.</summary>
    public int Count => Changes.Count;

    public ApiChange? Worst => Changes.MinBy(change => change.Kind);

    private static IReadOnlyList<string> Some(IReadOnlyList<string> operations) =>
        operations.Count > ApiChange.MaxOperations ? [.. operations.Take(ApiChange.MaxOperations)] : operations;

    public void Add(Place place, Verdict verdict) =>
        Changes.Add(new ApiChange(verdict.Rule, verdict.Message, place.OldLocation, place.NewLocation, Some(place.Use.Operations.Value)));
}
