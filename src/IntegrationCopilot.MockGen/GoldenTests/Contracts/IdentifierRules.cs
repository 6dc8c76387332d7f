using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Identifiers that name nothing, or are of absurd length.</summary>
internal sealed class IdentifierRules(TestMaterial material)
{
    private const int AbsurdLength = 1_500;

    public IEnumerable<ContractCase> Of(RequestPlan plan)
    {
        if (plan.Operation.Parameters.LastOrDefault(parameter => parameter.Place == ParameterPlace.Path && IsLast(plan.Operation, parameter)) is not { } last)
            yield break;
        if (Unknown(plan, last) is { } unknown) yield return unknown;
        if (material.Structure.IsOfType(last.Schema, SpecEngine.JsonTypes.String))
            yield return RobustCases.Of(plan, plan.WithPathValue(last.Name, JsonSerializer.SerializeToElement(new string('x', AbsurdLength))),
                "contract-overlong-identifier", $"{plan.Operation.Id} bears an identifier of absurd length in '{last.Name}'", "RFC 9110, section 15.6.1");
    }

    private static bool IsLast(ApiOperation operation, ApiParameter parameter) =>
        operation.Path.LastIndexOf('{') is >= 0 and var at && operation.Path.AsSpan(at + 1).StartsWith($"{parameter.Name}}}", StringComparison.Ordinal);

    private bool ReadsOneOfMany(ApiOperation operation) =>
        material.Suppliers.MeaningOf(operation) is { Role: ResourceRole.Read, Resource.Kind: ResourceKind.Collection };

    /// <summary>PUT makes what is not there where the document says so (RFC 9110, section 9.3.4).</summary>
    private bool MayMake(ApiOperation operation) =>
        material.Suppliers.MeaningOf(operation) is { Role: ResourceRole.Replace or ResourceRole.Update } && operation.Method == "PUT"
        && operation.Responses.Any(response => response.Status == "201");

    /// <summary>
    /// An identifier that nobody has: of an identifier that leaves little choice, each may be somebody's. Only where the document knows 404, or the operation
    /// reads one thing, is it told what must happen.
    /// </summary>
    private ContractCase? Unknown(RequestPlan plan, ApiParameter parameter)
    {
        var isKnown = plan.Operation.Responses.Any(response => response.Status is "404" or "410");
        if (!isKnown && !ReadsOneOfMany(plan.Operation)) return null;
        if (material.Suppliers.IsChosen(plan.Operation, parameter) || MayMake(plan.Operation)) return null;
        if (!material.Suppliers.NamesThing(plan.Operation)) return null;
        if (material.Samples.ForParameter(parameter) is not { Found: true } sample || JsonSerializer.SerializeToNode(sample.ToElement()) is not JsonValue value)
            return null;
        if (FreshForms.Of(value, other => material.Accepts(parameter.Schema, JsonSerializer.SerializeToElement(other)))
            is not { Form: null or { HasRoom: true } } form) return null;
        var variable = form with { Name = $"unknown_{string.Join('_', NameWords.Of(parameter.Name))}", Description = "An identifier that names nothing." };
        var broken = plan.WithPathValue(parameter.Name, VariableBook.Placeholder(variable.Name)).With(variable);
        var rule = new BrokenRule
        {
            Kind = RuleKind.UnknownIdentifier, Place = parameter.Name, In = ParameterPlace.Path, Line = RefusedStep.LineOf(parameter.Node),
            Sent = VariableBook.Placeholder(variable.Name),
        };
        return RuleCases.Of(plan, broken, rule, "RFC 9110, section 15.5.5", "", isKnown ? GroundStrength.Firm : GroundStrength.Advisory);
    }
}
