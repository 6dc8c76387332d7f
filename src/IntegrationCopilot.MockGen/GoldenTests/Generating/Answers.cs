using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What the answer of an operation names.</summary>
internal static class Answers
{
    private static readonly string[] Envelopes = ["data", "result", "response", "item", "resource"];

    /// <summary>What names the thing an answer is about; null when nothing does.</summary>
    public static NodePointer? Identifier(TestMaterial material, ApiOperation operation)
    {
        if (TestMaterial.JsonAnswer(operation) is not { } media) return null;
        if (Inferred(material, operation) is { } inferred) return inferred;
        var fields = material.Structure.FieldsOf(media.Schema);
        if (Name(fields, operation) is { } name) return NodePointer.Of(name);
        foreach (var envelope in Envelopes.Concat(ThingsOf(operation)))
            if (Find(fields, envelope) is { } member && Name(material.Structure.FieldsOf(fields[member]), operation) is { } inner)
                return NodePointer.Of(member, inner);
        return null;
    }

    /// <summary>Where the answer to making or reading a thing holds what its path names it by.</summary>
    private static NodePointer? Inferred(TestMaterial material, ApiOperation operation)
    {
        if (material.Suppliers.MeaningOf(operation)?.Resource is not { Identifier: { Parts: [var part] } } resource) return null;
        var pointer = ReferenceEquals(resource.Create, operation) ? part.Create : ReferenceEquals(resource.Read, operation) ? part.Read : null;
        return pointer is ['/', ..] && !pointer.Contains('*', StringComparison.Ordinal) && NodePointer.TryParse(pointer, out var place) ? place : null;
    }

    /// <summary>What a usual answer holds at a place; null when it need not hold anything there.</summary>
    public static JsonElement? Usual(TestMaterial material, ApiOperation operation, NodePointer pointer)
    {
        if (TestMaterial.JsonAnswer(operation) is not { } media) return null;
        var sample = material.Samples.ForBody(media, MessageDirection.Response);
        return sample.Found ? pointer.Find(sample.ToElement()) : null;
    }

    private static string? Name(IReadOnlyDictionary<string, RawNode> fields, ApiOperation operation)
    {
        foreach (var candidate in ThingsOf(operation).SelectMany(thing => new[] { $"{thing}id", $"{thing}token", $"{thing}uuid", $"{thing}guid" }).Prepend("id")
            .Append("uuid").Append("guid").Append("token").Append("sid"))
            if (Find(fields, candidate) is { } name) return name;
        return null;
    }

    /// <summary>The field's own name; names compare as vendors vary them.</summary>
    private static string? Find(IReadOnlyDictionary<string, RawNode> fields, string name) =>
        fields.TryGetValue(name, out var node) ? fields.First(field => field.Value == node).Key : null;

    /// <summary>What the last segment of the path that is no parameter calls the thing, in the singular.</summary>
    private static IEnumerable<string> ThingsOf(ApiOperation operation)
    {
        if (NameWords.Segments(operation.Path) is not { Count: > 0 } segments) yield break;
        var words = NameWords.Of(segments[^1]);
        if (words.Count == 0) yield break;
        var last = words[^1];
        yield return string.Concat([.. words.SkipLast(1), last.EndsWith("ies", StringComparison.Ordinal) ? $"{last[..^3]}y" : last.TrimEnd('s')]);
    }
}
