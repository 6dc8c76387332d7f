using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Bodies that are wrong as a whole: absent, not JSON, broken off, called something else.</summary>
internal static class BodyFormRules
{
    private const string Undescribed = "application/x-not-described";

    public static IEnumerable<ContractCase> Of(RequestPlan plan)
    {
        if (plan.Request.Body is not { } body || plan.Media is not { } media) yield break;
        var place = plan.Operation.RequestBody!.Node;
        if (plan.Operation.RequestBody.Required)
            yield return RuleCases.Of(plan, plan.WithoutBody(), Rule(RuleKind.Required, place), $"the body is required by {Expect.Place(place)}", "none");
        if (!media.IsJson) yield break;
        foreach (var wrong in IsOfAnyKind(media) ? [] : OfJson(plan, body)) yield return wrong;
        // A server may read what is called something else (RFC 9110, section 15.5.16), so that this merely warns.
        if (!plan.Operation.RequestBody.Content.Any(content => content.Type.IsRange))
            yield return RuleCases.Of(plan, plan with { Request = plan.Request with { Body = body with { MediaType = Undescribed } } },
                Rule(RuleKind.ContentType, place) with { Sent = AsJson.Element(Undescribed) }, Expect.Place(place), "", GroundStrength.Advisory);
        yield return Robust(plan, plan with { Request = plan.Request with { Body = body with { MediaType = "" } } });
    }

    /// <summary>Whether nothing says that a body has to be JSON: any media type is taken, and no schema says more.</summary>
    private static bool IsOfAnyKind(ApiMediaType media) => media.Type.IsRange && !media.Schema.IsDefined;

    private static IEnumerable<ContractCase> OfJson(RequestPlan plan, StepBody body)
    {
        yield return Text(plan, "{\"unquoted: ]", new BrokenRule { Kind = RuleKind.MalformedBody, Place = "" }, "RFC 8259, section 2");
        if (plan.Sample.GetRawText() is { Length: > 2 } json && json[^1] is '}' or ']')
            yield return Text(plan, json[..^1], new BrokenRule { Kind = RuleKind.TruncatedBody, Place = "" }, "RFC 8259, section 2");
        if (Repeated(plan, body) is { } repeated) yield return repeated;
    }

    private static BrokenRule Rule(RuleKind kind, RawNode source) => new() { Kind = kind, Place = "", Line = RefusedStep.LineOf(source) };

    private static ContractCase Text(RequestPlan plan, string text, BrokenRule rule, string ground, GroundStrength strength = GroundStrength.Firm) =>
        RuleCases.Of(plan, WithText(plan, text), rule, ground, "", strength);

    private static RequestPlan WithText(RequestPlan plan, string text) => plan with
    {
        Request = plan.Request with { Body = new StepBody { MediaType = plan.Request.Body!.MediaType, Text = TemplateEscapes.Escape(text) } },
    };

    /// <summary>
    /// A name that comes twice, where names say something. Readers are only advised to refuse it (RFC 8259, section 4).
    /// </summary>
    private static ContractCase? Repeated(RequestPlan plan, StepBody body)
    {
        if (plan.Media is not { Schema.IsDefined: true } || body.Json is not { ValueKind: JsonValueKind.Object } json
            || !IsSameAsText(plan, json.GetRawText())) return null;
        if (plan.Sample.EnumerateObject().FirstOrDefault() is not { Value.ValueKind: not JsonValueKind.Undefined } first
            || !json.TryGetProperty(first.Name, out var template)) return null;
        var text = TemplateEscapes.OfJsonText($"{{{AsJson.Text(first.Name)}:{template.GetRawText()},{json.GetRawText()[1..]}");
        var place = NodePointer.Of(first.Name).ToString();
        var rule = new BrokenRule { Kind = RuleKind.DuplicateMember, Place = place, Sent = TemplateEscapes.Escape(first.Value) };
        var broken = plan with { Request = plan.Request with { Body = new StepBody { MediaType = body.MediaType, Text = text } } };
        return RuleCases.Of(plan, broken, rule, "RFC 8259, section 4", "", GroundStrength.Advisory);
    }

    /// <summary>Whether the values that are put into the template as text are what they are as JSON: numbers would become strings.</summary>
    private static bool IsSameAsText(RequestPlan plan, string json) => plan.Variables.All(variable =>
        variable.Type == TestVariableType.String || !json.Contains($"{{{{ {variable.Name} }}}}", StringComparison.Ordinal));

    /// <summary>What a body without Content-Type means is for the server to guess (RFC 9110, section 8.3).</summary>
    private static ContractCase Robust(RequestPlan whole, RequestPlan plan) => RobustCases.Of(whole, plan, "contract-content-type-missing",
        $"{whole.Operation.Id} bears a body without Content-Type", "RFC 9110, section 8.3");
}
