using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Error answers: in the shape the document describes for the status, else as problem details (RFC 9457).</summary>
internal static class ErrorAnswers
{
    private const string ProblemJson = "application/problem+json";
    private const int MaxFindings = 50;
    private static readonly string[] MessageNames = ["message", "detail", "error_description", "description", "error_message", "errorMessage"];

    /// <summary>An error of a request that belongs to no operation.</summary>
    /// <param name="status">The status.</param>
    /// <param name="detail">What was wrong, in one sentence.</param>
    public static MockReply Make(int status, string detail) => Make(null, status, detail, null, null, []);

    /// <summary>An error of a request that belongs to no operation, with those that come nearest.</summary>
    /// <param name="status">The status.</param>
    /// <param name="reason">What was wrong, in one sentence.</param>
    /// <param name="explanation">What comes nearest.</param>
    public static MockReply Unrouted(int status, string reason, RouteExplanation explanation) =>
        Problem(status, RouteProblems.Detail(reason, explanation), [], writer => RouteProblems.Write(writer, explanation));

    /// <summary>An error the mock itself has found.</summary>
    /// <param name="answers">Answers of the operation; null when the request belongs to none.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">What was wrong, in one sentence.</param>
    /// <param name="media">The representation described for the status; null for none.</param>
    /// <param name="example">Name of an example of <paramref name="media"/> to answer with as it is; null for none.</param>
    /// <param name="findings">What is wrong with the request, in detail.</param>
    public static MockReply Make(OperationAnswers? answers, int status, string detail, ApiMediaType? media, string? example, IReadOnlyList<Finding> findings)
    {
        var problem = Problem(status, detail, findings);
        var answer = answers is null ? problem : Described(answers, media, example, detail, problem);
        return findings.Count == 0 ? answer : WithFindings(answer, findings);
    }

    /// <summary>An answer that tells what is wrong with its request, the worst first.</summary>
    public static MockReply WithFindings(MockReply reply, IReadOnlyList<Finding> findings) =>
        reply.With(MockHeaders.Findings, StructuredText.List(findings.OrderByDescending(f => f.Severity).Select(Told)));

    private static MockReply Described(OperationAnswers answers, ApiMediaType? media, string? example, string detail, MockReply problem)
    {
        if (media is null) return WithFieldsOf(answers, problem);
        if (example is null && media.IsJson && media.Schema.IsDefined && IsProblem(media)
            && answers.Builder.Schemas.For(media.Schema, MessageDirection.Response).IsValid(problem.Body.Span))
            return WithFieldsOf(answers, problem).With("Content-Type", media.Name);
        var answer = answers.Get(new AnswerKey(problem.Status, media, example, false, 0));
        return media.IsJson && example is null ? Reworded(answers, media, answer, detail) : answer;
    }

    /// <summary>The problem with the header fields the document describes for its status.</summary>
    private static MockReply WithFieldsOf(OperationAnswers answers, MockReply problem) =>
        problem with { Headers = [.. answers.Builder.Headers.Make(answers.Operation.FindResponse(problem.Status), problem.Status), .. problem.Headers] };

    private static bool IsProblem(ApiMediaType media) => media.Name.StartsWith(ProblemJson, StringComparison.OrdinalIgnoreCase);

    /// <summary>A described error with the mock's own words where it has a place for a message.</summary>
    private static MockReply Reworded(OperationAnswers answers, ApiMediaType media, MockReply answer, string detail)
    {
        if (answer.Body.IsEmpty || !TryReword(answer.Body, detail, out var body)) return answer;
        if (media.Schema.IsDefined && !answers.Builder.Schemas.For(media.Schema, MessageDirection.Response).IsValid(body)) return answer;
        return answer with { Body = body };
    }

    private static bool TryReword(ReadOnlyMemory<byte> body, string detail, out byte[] reworded)
    {
        reworded = [];
        try
        {
            if (JsonNode.Parse(body.Span) is not JsonObject root) return false;
            var holder = root["error"] as JsonObject ?? root;
            var name = Array.Find(MessageNames, n => holder[n] is JsonValue value && value.GetValueKind() == JsonValueKind.String);
            if (name is null) return false;
            holder[name] = detail;
            reworded = AsJson.Bytes(root);
            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static MockReply Problem(int status, string detail, IReadOnlyList<Finding> findings, Action<Utf8JsonWriter>? more = null) =>
        MockReply.Own(status, ProblemJson, writer =>
    {
        writer.WriteString("type", "about:blank");
        writer.WriteString("title",
            Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : $"Status {status}");
        writer.WriteNumber("status", status);
        writer.WriteString("detail", detail);
        more?.Invoke(writer);
        if (findings.Count == 0) return;
        writer.WriteStartArray("errors");
        foreach (var finding in findings.Take(MaxFindings)) WriteFinding(writer, finding);
        writer.WriteEndArray();
    }, "problem");

    public static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("where", finding.Where);
        writer.WriteString("detail", finding.Message);
        if (finding.Expected is not null) writer.WriteString("expected", finding.Expected);
        if (finding.Actual is not null) writer.WriteString("actual", finding.Actual);
        writer.WriteEndObject();
    }

    private static string Told(Finding finding) => finding.Where.Length == 0 ? finding.Message : $"{finding.Where}: {finding.Message}";
}
