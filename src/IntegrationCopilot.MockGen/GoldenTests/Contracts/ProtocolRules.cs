using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What HTTP itself asks of every operation: methods, representations, conditions.</summary>
internal sealed class ProtocolRules(TestMaterial material)
{
    private const int NoContent = 204;
    private const int ResetContent = 205;
    private const string Nothing = "application/x-nothing";

    /// <summary>Undescribed methods that are tried, the least harmful first. Nothing is ever deleted on a guess.</summary>
    private static readonly string[] Methods = ["GET", "PATCH", "PUT", "POST"];

    public IEnumerable<ContractCase> Of(RequestPlan plan)
    {
        if (plan.Operation.Method == "GET")
        {
            if (Conditional(plan) is { } conditional) yield return conditional;
            if (material.OfPath(plan.Operation).All(other => other.Method != "HEAD") && !Removes(plan.Operation)) yield return Head(plan);
            yield return RobustCases.Of(plan, plan.WithHeader("Accept", AsJson.Element(Nothing)), "contract-accept",
                $"{plan.Operation.Id} bears that nothing described is wanted", "RFC 9110, section 12.5.1");
        }

        if (Outdated(plan) is { } outdated) yield return outdated;
        if (IsFirstOfPath(plan.Operation) && Undescribed(plan) is { } undescribed) yield return undescribed;
    }

    /// <summary>What GET removes against RFC 9110, section 9.2.1, HEAD finds no more.</summary>
    private bool Removes(ApiOperation operation) =>
        material.Suppliers.MeaningOf(operation) is { Effect: OperationEffect.Deletes or OperationEffect.Dangerous };

    private bool IsFirstOfPath(ApiOperation operation) => material.OfPath(operation)[0] == operation;

    private ContractCase? Undescribed(RequestPlan plan)
    {
        var described = material.OfPlace(plan.Operation).Select(other => other.Method).ToHashSet(StringComparer.Ordinal);
        if (Array.Find(Methods, method => !described.Contains(method)) is not { } free) return null;
        var request = plan with { Request =
            plan.Request with { Method = free, Body = null, Query = new Dictionary<string, JsonElement>(StringComparer.Ordinal) } };
        var rule = new BrokenRule { Kind = RuleKind.Method, Sent = AsJson.Element(free) };
        var made = RuleCases.Of(plan, request, rule, "RFC 9110, section 15.5.6");
        return made with { Name = $"{plan.Operation.Path} refuses {free}, which is not described", Draft = () => WithStatusFields(made.Draft()) };
    }

    private static TestDraft WithStatusFields(TestDraft draft)
    {
        var step = draft.Steps[0];
        var assertions = step.Assertions.Where(assertion => assertion is not ErrorShapeAssertion).Append(new StatusFieldsAssertion());
        return draft with { Steps = [step with { Assertions = [.. assertions] }] };
    }

    private static ContractCase Head(RequestPlan plan) => new()
    {
        Template = "contract-head",
        Name = $"HEAD {plan.Operation.Path} answers as GET does, without a body",
        Draft = () => TestDraft.Of(plan, new TestStep
        {
            Name = "call",
            Request = plan.Request with { Method = "HEAD" },
            Control = plan.Request,
            Assertions =
            [
                new RobustAssertion { Ground = "RFC 9110, section 9.3.2" }, new NoLeakAssertion(),
                new HeadAssertion { Ground = "RFC 9110, section 9.3.2", Strength = GroundStrength.Advisory },
            ],
        }),
    };

    /// <summary>What the client has already is not sent again; where nothing is sent at all, there is nothing to spare.</summary>
    private static ContractCase? Conditional(RequestPlan plan)
    {
        if (StatusChoice.Success(plan.Operation) is NoContent or ResetContent
            || plan.Operation.FindResponse(StatusChoice.Success(plan.Operation)) is not { } success
            || !success.Headers.Any(header => header.Name.Equals(ConditionalFields.Tag, StringComparison.OrdinalIgnoreCase))) return null;
        var first = new TestStep { Name = "read", Request = plan.Request, Assertions = [Expect.SuccessOf(plan)],
            Captures = [new StepCapture("entity_tag", Header: ConditionalFields.Tag)] };
        var again = plan.WithHeader(ConditionalFields.IfNoneMatch, VariableBook.Placeholder("entity_tag"));
        return new()
        {
            Template = "contract-conditional-read",
            Name = $"{plan.Operation.Id} does not send again what the client has already",
            Draft = () => TestDraft.Of(plan, first, new TestStep { Name = "again", Request = again.Request,
                Assertions = [new StatusAssertion(["304"]) { Ground = "RFC 9110, section 13.1.2" }] }),
        };
    }

    /// <summary>A change of a state that is out of date is refused where the document says so.</summary>
    private static ContractCase? Outdated(RequestPlan plan)
    {
        if (plan.Operation.Method is not ("PUT" or "PATCH" or "DELETE" or "POST")) return null;
        if (!plan.Operation.Responses.Any(response => response.Status == "412")
            || !plan.Operation.Parameters.Any(parameter => parameter.Place == ParameterPlace.Header
                && parameter.Name.Equals(ConditionalFields.IfMatch, StringComparison.OrdinalIgnoreCase))) return null;
        var outdated = AsJson.Element("\"outdated-0000000000\"");
        var rule = new BrokenRule { Kind = RuleKind.Precondition, Place = ConditionalFields.IfMatch, In = ParameterPlace.Header, Sent = outdated };
        return RuleCases.Of(plan, plan.WithHeader(ConditionalFields.IfMatch, outdated), rule, "RFC 9110, section 13.1.1");
    }
}
