using System.Text.Json;
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
            yield return RobustCases.Of(plan, plan.WithPathValue(last.Name, AsJson.Element(new string('x', AbsurdLength))),
                "contract-overlong-identifier", $"{plan.Operation.Id} bears an identifier of absurd length in '{last.Name}'", "RFC 9110, section 15.6.1");
    }

    private static bool IsLast(ApiOperation operation, ApiParameter parameter) =>
        operation.Path.LastIndexOf('{') is >= 0 and var at && operation.Path.AsSpan(at + 1).StartsWith($"{parameter.Name}}}", StringComparison.Ordinal);

    /// <summary>
    /// An identifier that nobody has: of an identifier that leaves little choice, each may be somebody's. Only where the document knows 404, or the operation
    /// reads one thing, is it told what must happen.
    /// </summary>
    private ContractCase? Unknown(RequestPlan plan, ApiParameter parameter)
    {
        var operation = plan.Operation;
        if (material.Lookups.NamedBy(operation) is not { } resource || !material.Lookups.Refuses(operation)) return null;
        if (material.Suppliers.MeaningOf(operation) is not { } meaning) return null;
        if (ReferenceEquals(meaning.Resource, resource) && ThingLookups.MayMake(meaning) && !IsKnownElsewhere(operation, parameter, resource)) return null;
        if (new UnknownNames(material).Of(parameter) is not { } variable) return null;
        var broken = plan.WithPathValue(parameter.Name, VariableBook.Placeholder(variable.Name)).With(variable);
        var rule = new BrokenRule
        {
            Kind = RuleKind.UnknownIdentifier, Place = parameter.Name, In = ParameterPlace.Path, Line = RefusedStep.LineOf(parameter.Node),
            Sent = VariableBook.Placeholder(variable.Name),
        };
        return RuleCases.Of(plan, broken, rule, "RFC 9110, section 15.5.5", "", ThingLookups.IsTold(operation) ? GroundStrength.Firm : GroundStrength.Advisory);
    }

    /// <summary>Whether what becomes a member is a thing that the document knows under the same name.</summary>
    private bool IsKnownElsewhere(ApiOperation operation, ApiParameter parameter, ApiResource resource) =>
        material.Suppliers.IsMember(operation, parameter) && MemberSources.Of(material.Spec, resource) is not null;
}
