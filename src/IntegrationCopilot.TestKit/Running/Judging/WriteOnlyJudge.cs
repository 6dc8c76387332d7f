using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether an answer shows what clients write and nobody reads.</summary>
/// <remarks>JSON Schema validation 2020-12, section 9.4, which OpenAPI 3.1 follows: never there when read. OpenAPI 3.0.4, section 4.7.24.2: it should not
/// be.</remarks>
internal static class WriteOnlyJudge
{
    private const string WriteOnly = "write-only";

    public static Judgement Judge(Exchange exchange, JudgeContext context)
    {
        var shown = exchange.Verdict?.Findings.Where(finding => finding.Code == WriteOnly && IsTold(JsonValues.Find(exchange.Json, finding.Pointer))
            && !IsInExample(exchange, finding.Pointer)).ToList();
        if (shown is not { Count: > 0 }) return Judgement.Holds;
        var judgement = ConformsJudge.OfErrors(shown);
        return context.Spec is { } spec && !IsOlder(spec) ? judgement : judgement with { Verdict = AssertionVerdict.Doubted };
    }

    /// <summary>Stars in the place of a secret tell nothing.</summary>
    private static bool IsTold(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => false,
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Any(char.IsLetterOrDigit),
        _ => true,
    };

    /// <summary>A document that shows the field in an answer contradicts itself, and nobody can tell which of the two is meant.</summary>
    private static bool IsInExample(Exchange exchange, string pointer) =>
        exchange.Operation?.FindResponse(exchange.Response!.Status)?.Content.SelectMany(media => media.Examples)
            .Any(example => JsonValues.Find(JsonBody.Parse(example.Value.ToUtf8Json()), pointer) is not null) == true;

    private static bool IsOlder(ApiSpec spec) =>
        spec.OpenApiVersion.StartsWith("2.", StringComparison.Ordinal) || spec.OpenApiVersion.StartsWith("3.0", StringComparison.Ordinal);
}
