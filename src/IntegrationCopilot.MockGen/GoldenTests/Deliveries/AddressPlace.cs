using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Puts the address that the runner listens at into requests.</summary>
internal static class AddressPlace
{
    private const string Example = "http://127.0.0.1:49152/deliveries/0123456789abcdef";
    private const string SafeExample = "https://receiver.example/deliveries/0123456789abcdef";

    /// <summary>The address as a template.</summary>
    public const string Template = $"{{{{ {StepDelivery.AddressVariable} }}}}";

    /// <summary>Puts it into a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="field">Where the document wants it.</param>
    /// <returns>Whether it has to be one of https; null when the body takes none that could be listened at.</returns>
    public static bool? Put(TwinBody body, NodePointer field)
    {
        if (field.Tokens.Count == 0) return null;
        var holder = body.Holder(field.Tokens.SkipLast(1));
        var (way, wrap) = Form(field.Tokens, holder?[field.Tokens[^1]]);
        foreach (var (example, isSafe) in ((string, bool)[])[(Example, false), (SafeExample, true)])
            if (body.TrySet(way, wrap(example), wrap(Template))) return isSafe;
        return null;
    }

    /// <summary>Puts the address of a callback into the request that asks for it; null when that takes none.</summary>
    /// <param name="material">What tests are made of.</param>
    /// <param name="plan">The request.</param>
    /// <param name="expression">The callback's runtime expression.</param>
    public static (RequestPlan Plan, bool NeedsHttps)? Put(TestMaterial material, RequestPlan plan, string expression)
    {
        var source = expression.TrimStart('{').Split('}')[0];
        if (After(source, "$request.body#") is { } place)
            return NodePointer.TryParse(Uri.UnescapeDataString(place), out var pointer) && TwinBody.Of(material, plan) is { } body
                && Put(body, pointer) is { } needsHttps ? (body.Plan, needsHttps) : null;
        var value = AsJson.Element(Template);
        if (After(source, "$request.query.") is { } parameter && Schema(plan, ParameterPlace.Query, parameter) is { } query)
            return Needs(material, query) is { } safe ? (plan.WithQuery(parameter, value), safe) : null;
        if (After(source, "$request.header.") is { } name && Schema(plan, ParameterPlace.Header, name) is { } header)
            return Needs(material, header) is { } safe ? (plan.WithHeader(name, value), safe) : null;
        return null;
    }

    private static bool? Needs(TestMaterial material, RawNode schema) =>
        material.Accepts(schema, AsJson.Element(Example)) ? false
            : material.Accepts(schema, AsJson.Element(SafeExample)) ? true : null;

    private static RawNode? Schema(RequestPlan plan, ParameterPlace place, string name) =>
        plan.Operation.Parameters.FirstOrDefault(parameter => parameter.Place == place && parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            is { } found ? found.Schema : null;

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;

    /// <summary>One address may be asked for as a list, or as a member of an object.</summary>
    private static (IReadOnlyList<string> Way, Func<string, JsonNode> Wrap) Form(IReadOnlyList<string> way, JsonNode? current) => current switch
    {
        JsonArray => (way, text => new JsonArray(JsonValue.Create(text))),
        JsonObject members when members.FirstOrDefault(IsAddress).Key is { } inner => ([.. way, inner], text => JsonValue.Create(text)),
        _ => (way, text => JsonValue.Create(text)),
    };

    private static bool IsAddress(KeyValuePair<string, JsonNode?> member) =>
        member.Value is JsonValue value && value.TryGetValue<string>(out var text)
        && (DeliveryAddress.TryParse(text, out _) || member.Key.EndsWith("url", StringComparison.OrdinalIgnoreCase));
}
