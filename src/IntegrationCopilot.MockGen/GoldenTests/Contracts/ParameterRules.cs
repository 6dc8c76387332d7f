using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Parameters that break one rule each.</summary>
internal sealed class ParameterRules(TestMaterial material, SchemaBreaks breaks)
{
    public IEnumerable<ContractCase> Of(RequestPlan plan)
    {
        foreach (var parameter in plan.Operation.Parameters.Where(parameter => IsTold(plan.Operation, parameter)))
        {
            if (parameter.Required && Without(plan, parameter) is { } less) yield return less;
            if (ConditionalFields.IsOne(parameter) || material.Samples.ForParameter(parameter) is not { Found: true } sample) continue;
            foreach (var candidate in breaks.Of(parameter.Content?.Schema ?? parameter.Schema, sample.ToElement()))
                if (With(plan, parameter, candidate) is { } broken) yield return broken;
        }
    }

    private bool IsTold(ApiOperation operation, ApiParameter parameter) =>
        !parameter.Deprecated && parameter.Place is ParameterPlace.Path or ParameterPlace.Query or ParameterPlace.Header
        && material.IsSendable(operation, parameter);

    private ContractCase? Without(RequestPlan plan, ApiParameter parameter)
    {
        var values = parameter.Place == ParameterPlace.Header ? plan.Request.Headers : plan.Request.Query;
        if (parameter.Place == ParameterPlace.Path || !values.ContainsKey(parameter.Name)) return null;
        var less = plan.Without(parameter);
        return material.Meaning.IsBroken(less) ? RuleCases.Of(plan, less, Rule(RuleKind.Required, parameter), Expect.Place(parameter.Node)) : null;
    }

    private ContractCase? With(RequestPlan plan, ApiParameter parameter, SchemaBreak candidate)
    {
        if (candidate.Value is null or System.Text.Json.Nodes.JsonObject || !SampleCarrier.Of(parameter).Carries(candidate.Value, inside: false)) return null;
        var value = AsJson.Element(candidate.Value);
        if (material.Wire.OfParameter(parameter, value).Count == 0 || !IsSendable(parameter, value)) return null;
        var broken = Broken(plan, parameter, TemplateEscapes.Escape(value));
        if (!material.Meaning.IsBroken(broken)) return null;
        var rule = Rule(candidate.Kind, parameter) with { Allowed = candidate.Allowed, Sent = TemplateEscapes.Escape(value) };
        return RuleCases.Of(plan, broken, rule, Expect.Place(candidate.Source), candidate.Variant,
            parameter is { Place: ParameterPlace.Header, Required: false } ? GroundStrength.Advisory : candidate.Strength);
    }

    private static RequestPlan Broken(RequestPlan plan, ApiParameter parameter, JsonElement value) => parameter.Place switch
    {
        ParameterPlace.Path => plan.WithPathValue(parameter.Name, value),
        ParameterPlace.Header => plan.WithHeader(parameter.Name, value),
        _ => plan.WithQuery(parameter.Name, value),
    };

    /// <summary>A blank segment of a path leads elsewhere, and nobody should ever be sent kilobytes in a line.</summary>
    private static bool IsSendable(ApiParameter parameter, JsonElement value) =>
        value.GetRawText().Length < 4_000 && !(parameter.Place == ParameterPlace.Path && value.ValueKind == JsonValueKind.String
            && string.IsNullOrWhiteSpace(value.GetString()));

    private static BrokenRule Rule(RuleKind kind, ApiParameter parameter) =>
        new() { Kind = kind, Place = parameter.Name, In = parameter.Place, Line = RefusedStep.LineOf(parameter.Node) };
}
