using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Which answer of an operation is wanted.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Media">Its representation, under the concrete type it is sent as; null for none.</param>
/// <param name="Example">Name of the example asked for; null for any.</param>
/// <param name="Dynamic">Whether to make it from the schema although there are examples.</param>
/// <param name="Variation">Which of the values that can be made.</param>
internal readonly record struct AnswerKey(int Status, ApiMediaType? Media, string? Example, bool Dynamic, int Variation);

/// <summary>Builds answers and validates each against the document.</summary>
internal sealed class AnswerBuilder(ApiSpec spec, MessageValidator validator, SchemaSet schemas, SampleGenerator samples)
{
    private const string WriteOnly = "write-only";

    private readonly BodyAnswers bodies = new(spec, samples);

    public HeaderAnswers Headers { get; } = new(schemas, samples);

    public SchemaSet Schemas => schemas;

    public MockReply Build(ApiOperation operation, AnswerKey key)
    {
        var fields = Headers.Make(operation.FindResponse(key.Status), key.Status);
        if (key.Media is null || MockReply.IsBodiless(key.Status))
            return Judge(operation, new MockReply { Status = key.Status, Headers = [.. fields, new(MockHeaders.Body, "none")] }, null);
        var body = bodies.Make(key.Media, key.Example, key.Dynamic, key.Variation);
        fields.Add(new("Content-Type", body.ContentType));
        fields.Add(new(MockHeaders.Body, body.Source));
        return Judge(operation, Readable(operation, new MockReply { Status = key.Status, Headers = fields, Body = body.Bytes }, key.Media), body.Problem);
    }

    /// <summary>The answer without what is only written: an example may show the card's code that was sent.</summary>
    private MockReply Readable(ApiOperation operation, MockReply answer, ApiMediaType media)
    {
        if (!media.IsJson) return answer;
        var shown = Findings(operation, answer).Where(finding => finding.Code == WriteOnly).ToList();
        if (shown.Count == 0 || JsonNode.Parse(answer.Body.Span) is not { } body) return answer;
        foreach (var finding in shown)
            if (NodePointer.TryParse(finding.Pointer, out var way) && way.Tokens is { Count: > 0 } steps
                && steps.Take(steps.Count - 1).Aggregate((JsonNode?)body, Step) is JsonObject holder)
                holder.Remove(steps[^1]);
        var less = answer with { Body = AsJson.Bytes(body) };
        return Findings(operation, less).Any(finding => finding.Severity == FindingSeverity.Error) ? answer : less;
    }

    private static JsonNode? Step(JsonNode? at, string token) => at switch
    {
        JsonObject members => members[token],
        JsonArray items when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
        _ => null,
    };

    private IReadOnlyList<Finding> Findings(ApiOperation operation, MockReply answer) =>
        validator.ValidateResponse(operation, new RecordedResponse { Status = answer.Status, Headers = answer.Headers, Body = answer.Body }).Findings;

    /// <summary>A JSON value written in a representation.</summary>
    public ReadOnlyMemory<byte> Write(ApiMediaType media, ReadOnlyMemory<byte> json) => media.IsJson ? json : bodies.Of(media, json).Bytes;

    /// <summary>The answer, which says so when it does not conform.</summary>
    public MockReply Judge(ApiOperation operation, MockReply answer, string? problem)
    {
        var verdict = validator.ValidateResponse(operation, new RecordedResponse { Status = answer.Status, Headers = answer.Headers, Body = answer.Body });
        problem ??= verdict.IsValid ? null : verdict.Findings.First(f => f.Severity == FindingSeverity.Error).Message;
        return problem is null ? answer : answer.With(MockHeaders.Nonconforming, StructuredText.Quote(problem));
    }
}
