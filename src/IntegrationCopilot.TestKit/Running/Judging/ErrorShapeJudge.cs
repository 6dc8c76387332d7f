using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges the shape of errors: the described one, else that of RFC 9457 where the answer claims it.</summary>
internal static class ErrorShapeJudge
{
    private const string ProblemType = "application/problem+json";
    private static readonly string[] Texts = ["type", "title", "detail", "instance"];

    public static Judgement Judge(ErrorShapeAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (exchange.Response is not { Status: >= 400 } response) return Judgement.Fails($"{JudgeContext.Describe(exchange)}, which is no error");
        var described = exchange.Operation?.FindResponse(response.Status) is { Content.Count: > 0 } ? Described(exchange.Verdict) : Judgement.Holds;
        if (described.Problem is not null) return described;
        return exchange.Request.Method != "HEAD" && exchange.Header("Content-Type")?.StartsWith(ProblemType, StringComparison.OrdinalIgnoreCase) == true
            ? ProblemDetails(exchange.Json, response.Status)
            : Judgement.Holds;
    }

    private static Judgement Described(MessageVerdict? verdict)
    {
        var errors = verdict?.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ToList() ?? [];
        return errors.Count == 0 ? Judgement.Holds : ConformsJudge.OfErrors(errors);
    }

    /// <remarks>RFC 9457, section 3.1: the members are optional, and of another type they must be ignored by readers.</remarks>
    private static Judgement ProblemDetails(JsonElement? body, int status)
    {
        if (body is not { ValueKind: JsonValueKind.Object } problem) return Judgement.Fails($"the answer is called {ProblemType} but is not a JSON object");
        foreach (var name in Texts)
            if (problem.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.String)
                return Judgement.Fails($"'{name}' is not a string, as RFC 9457 wants");
        return !problem.TryGetProperty("status", out var code)
            || (code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) && number == status)
            ? Judgement.Holds : Judgement.Fails($"'status' is {JudgeContext.Short(code)}, but the answer's status is {status} (RFC 9457, section 3.1.2)");
    }
}
