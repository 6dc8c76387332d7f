using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>What a verdict stands on.</summary>
/// <param name="Assertions">Assertions in order, up to and including the step that ended the case.</param>
/// <param name="TraceIds">The exchanges, in order.</param>
/// <param name="Cause">Why it did not pass; null when it did, and in results that were stored before causes were told.</param>
internal sealed record CaseEvidence(IReadOnlyList<AssertionView> Assertions, IReadOnlyList<Guid> TraceIds, CaseCause? Cause = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static CaseEvidence Of(CaseResult result) =>
        new([.. result.Assertions.Select(AssertionView.Of)], [.. result.TraceIds.Select(Guid.Parse)], result.Cause);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static CaseEvidence FromJson(string json) => JsonSerializer.Deserialize<CaseEvidence>(json, Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
