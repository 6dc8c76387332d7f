using System.Globalization;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>That a response is not as its description has it.</summary>
/// <threadsafety>As every exception: shared between threads for reading only.</threadsafety>
public sealed class ConformanceException : Exception
{
    private const int MostOfBody = 2_000;

    internal ConformanceException(ApiOperation operation, RecordedResponse response, MessageVerdict verdict) : base(Text(operation, response, verdict)) =>
        Findings = verdict.Findings;

    /// <summary>What was found, errors and lesser things.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private static string Text(ApiOperation operation, RecordedResponse response, MessageVerdict verdict)
    {
        var broken = verdict.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        var places = broken.Count == 1 ? "one place" : string.Create(CultureInfo.InvariantCulture, $"{broken.Count} places");
        var head = string.Create(CultureInfo.InvariantCulture,
            $"The answer {response.Status} to {operation.Method} {operation.Path} is not as described, in {places}:");
        return HarmlessText.Of(string.Join('\n', [head, .. broken.Select(Line), $"The body was: {Body(response)}"]));
    }

    private static string Line(Finding finding)
    {
        var source = finding.Source is { } place ? $" ({place})" : "";
        return HarmlessText.OneLine($"  - {(finding.Where.Length == 0 ? "" : $"{finding.Where}: ")}{finding.Message}{source}");
    }

    private static string Body(RecordedResponse response)
    {
        var text = TraceBody.Capture(response.Body, MostOfBody);
        return text.Length == 0 ? "empty" : text.IsTruncated ? $"{text.Text} ..." : text.Text;
    }
}
