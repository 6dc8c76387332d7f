using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>How a value that a description gives may be written.</summary>
internal enum GivenReading
{
    /// <summary>As the value itself.</summary>
    AsIs,

    /// <summary>Also as a text that holds it in JSON.</summary>
    AsText,

    /// <summary>Also as the text that is sent for it.</summary>
    AsSent,
}

/// <summary>A value that a description writes, and what it must meet.</summary>
/// <param name="Rule">What it breaks when it does not.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Value">The value.</param>
/// <param name="Reading">How it may be written.</param>
/// <param name="IsToldByEnum">Whether another rule tells that it is not among the values of <c>enum</c>.</param>
internal sealed record GivenValue(SpecRule Rule, RawNode Schema, RawNode Value, GivenReading Reading, bool IsToldByEnum = false)
{
    /// <summary>What stands first in the rule's sentence.</summary>
    public object?[] Arguments { get; init; } = [];
}

/// <summary>The values that a description gives, by where the standard lets them stand.</summary>
internal static class GivenValues
{
    public static IEnumerable<GivenValue> Of(ApiSpec spec, DescribedObject described)
    {
        var node = described.Node;
        var isOld = spec.Edition == OpenApiEdition.V20;
        return described.Kind switch
        {
            DescribedKind.Schema => OfSchema(node, spec.Edition >= OpenApiEdition.V31),
            DescribedKind.Items => OfSchema(node, hasExamples: false),
            DescribedKind.Parameter or DescribedKind.Header when isOld => node["schema"].IsDefined ? [] : OfSchema(node, hasExamples: false),
            DescribedKind.Parameter or DescribedKind.Header => OfExamples(spec, node, GivenReading.AsSent),
            DescribedKind.MediaType when IsJson(node.Name) => OfExamples(spec, node, GivenReading.AsText),
            DescribedKind.Response =>
                node["examples"].Children.Where(e => IsJson(e.Name) && node["schema"].IsObject)
                .Select(e => new GivenValue(EvaluatedRules.Examples, node["schema"], e, GivenReading.AsText)),
            _ => [],
        };
    }

    private static IEnumerable<GivenValue> OfSchema(RawNode schema, bool hasExamples)
    {
        if (!schema.IsObject) yield break;
        if (schema["default"] is { IsDefined: true } fallback)
            yield return new(EvaluatedRules.Default, schema, fallback, GivenReading.AsIs,
                IsToldByEnum: schema["enum"].IsArray && fallback.Kind is RawKind.String or RawKind.Number);
        if (schema["example"] is { IsDefined: true } example) yield return new(EvaluatedRules.Examples, schema, example, GivenReading.AsText);
        if (hasExamples && schema["examples"] is { IsArray: true } examples)
            foreach (var item in examples.Children) yield return new(EvaluatedRules.Examples, schema, item, GivenReading.AsIs);
        if (schema["enum"] is { IsArray: true } values)
            foreach (var value in values.Children) yield return new(EvaluatedRules.Listed, schema, value, GivenReading.AsIs) { Arguments = ["enum"] };
    }

    private static IEnumerable<GivenValue> OfExamples(ApiSpec spec, RawNode owner, GivenReading reading)
    {
        if (owner["schema"] is not { IsDefined: true } schema) yield break;
        if (owner["example"] is { IsDefined: true } example) yield return new(EvaluatedRules.Examples, schema, example, reading);
        foreach (var item in owner["examples"].Children)
        {
            var named = spec.Resolve(item);
            if (named["dataValue"] is { IsDefined: true } data) yield return new(EvaluatedRules.Examples, schema, data, GivenReading.AsIs);
            if (named["value"] is { IsDefined: true } value) yield return new(EvaluatedRules.Examples, schema, value, reading);
        }
    }

    private static bool IsJson(string mediaType) => new ApiMediaType { Name = mediaType, Node = default }.IsJson;
}
