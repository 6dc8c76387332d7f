using System.Text.Json;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>What a verdict stands on.</summary>
/// <param name="Assertions">Assertions in order, up to and including the step that ended the case.</param>
/// <param name="TraceIds">The exchanges, in order.</param>
internal sealed record CaseEvidence(IReadOnlyList<AssertionView> Assertions, IReadOnlyList<Guid> TraceIds)
{
    public static CaseEvidence Of(CaseResult result) => new([.. result.Assertions.Select(AssertionView.Of)], [.. result.TraceIds.Select(Guid.Parse)]);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static CaseEvidence FromJson(string json) => JsonSerializer.Deserialize<CaseEvidence>(json, JsonSerializerOptions.Web)!;

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
