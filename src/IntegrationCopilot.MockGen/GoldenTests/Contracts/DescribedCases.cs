using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Requests that the document allows, each of which must be answered as described.</summary>
internal sealed class DescribedCases(TestMaterial material)
{
    private const int MaxBoundaries = 40;
    private const int LongestText = 2_000;
    private const int LongestList = 20;
    private const string LongestTextName = "the longest text";
    private const int MostOptional = 60;
    private const int ServerFailure = 500;

    /// <summary>The operation asked with everything that is required; or why it cannot be.</summary>
    public ContractCase Described(ApiOperation operation)
    {
        if (!RequestMaker.DescribesSuccess(operation)) return Answered(operation);
        var making = material.RequestFor(operation);
        return new ContractCase
        {
            Template = "contract-described",
            Name = $"{operation.Id} answers as described",
            Draft = () => making.Plan is { } plan
                ? TestDraft.Of(plan, new TestStep
                    { Name = "call", Request = plan.Request, Shared = true, Assertions = [.. Expect.DescribedOf(plan), new NoLeakAssertion()] })
                : TestDraft.Not(making.Problem!),
        };
    }

    /// <summary>
    /// Where the document describes no success, a request that breaks no rule is no reason to fail still, unless the document itself has nothing but failures.
    /// </summary>
    private ContractCase Answered(ApiOperation operation)
    {
        var making = StatusChoice.Success(operation) >= ServerFailure
            ? new RequestMaking(null, $"{operation.Id} describes nothing but failures of the server.") : material.RequestWithoutSuccess(operation);
        return new ContractCase
        {
            Template = "contract-described",
            Name = $"{operation.Id}, which describes no success, does not make the server fail",
            Draft = () => making.Plan is { } plan
                ? TestDraft.Of(plan, new TestStep
                    { Name = "call", Request = plan.Request,
                        Assertions = [new RobustAssertion { Ground = "RFC 9110, section 15.6.1" }, new NoLeakAssertion()] })
                : TestDraft.Not(making.Problem!),
        };
    }

    public IEnumerable<ContractCase> Others(RequestPlan plan)
    {
        if (IsOnlyOnce(plan)) yield break;
        if (Minimal(plan) is { } minimal)
            yield return Case(plan, minimal, "contract-minimal", $"{plan.Operation.Id} answers as described when everything optional is left out", "");
        if (Full(plan) is { } full)
            yield return Case(plan, full, "contract-full", $"{plan.Operation.Id} answers as described when everything optional is given", "");
        foreach (var boundary in Boundaries(plan).Take(MaxBoundaries)) yield return boundary;
    }

    /// <summary>What is removed and cannot be made again for each test is removed once.</summary>
    private bool IsOnlyOnce(RequestPlan plan) =>
        (plan.Operation.Method == "DELETE" || material.Suppliers.MeaningOf(plan.Operation) is { Effect: OperationEffect.Deletes })
        && (plan.Variables.Any(variable => !variable.Fresh) || material.Lookups.IsCall(plan.Operation))
        && !plan.Variables.Any(variable => variable.Own && variable.Suppliers.Any(supplier => supplier.Creates));

    private static ContractCase Case(RequestPlan whole, RequestPlan plan, string template, string name, string place,
        GroundStrength strength = GroundStrength.Firm) => new()
    {
        Template = template,
        Name = name,
        Place = place,
        Draft = () => TestDraft.Of(plan, new TestStep
        {
            Name = "call",
            Request = plan.Request,
            Control = whole.Request,
            Assertions = [.. strength == GroundStrength.Advisory ? (TestAssertion[])[new RobustAssertion()] : [],
                Expect.SuccessOf(plan) with { Strength = strength },
                new ConformsAssertion(), new NoLeakAssertion()],
        }),
    };

    /// <summary>The request without members of its body that need not be there; null when there are none.</summary>
    private RequestPlan? Minimal(RequestPlan plan)
    {
        if (plan.Media is not { IsJson: true, Schema.IsDefined: true } media || plan.Sample.ValueKind != JsonValueKind.Object) return null;
        var (sample, template, left) = (plan.Sample, plan.Request.Body!.Json!.Value, false);
        var optional = material.PlacesOf(plan).Where(place => !place.IsRequired).Take(MostOptional);
        foreach (var place in optional.Reverse())
        {
            if (!material.Accepts(media.Schema, PointerEdits.WithRemoved(sample, place.Pointer))) continue;
            (sample, template, left) = (PointerEdits.Remove(sample, place.Pointer), PointerEdits.Remove(template, place.Pointer), true);
        }

        return left && sample.GetPropertyCount() > 0 ? plan.WithBody(template) with { Sample = sample } : null;
    }

    /// <summary>The request with all optional parameters whose values the document tells; null when there are none.</summary>
    private RequestPlan? Full(RequestPlan plan)
    {
        var full = plan;
        foreach (var parameter in plan.Operation.Parameters.Where(parameter => IsToldOption(plan.Operation, parameter)))
        {
            if (material.Samples.ForParameter(parameter) is not { Found: true, Invented.Count: 0 } sample) continue;
            var value = TemplateEscapes.Escape(sample.ToElement());
            full = parameter.Place == ParameterPlace.Header ? full.WithHeader(parameter.Name, value) : full.WithQuery(parameter.Name, value);
        }

        return ReferenceEquals(full, plan) ? null : full;
    }

    private bool IsToldOption(ApiOperation operation, ApiParameter parameter) =>
        parameter is { Required: false, Deprecated: false } && parameter.Place is ParameterPlace.Query or ParameterPlace.Header
        && material.IsSendable(operation, parameter) && !ConditionalFields.IsOne(parameter);

    /// <summary>Bodies and queries in which one value goes to its bound.</summary>
    private IEnumerable<ContractCase> Boundaries(RequestPlan plan)
    {
        if (plan.Media is { IsJson: true, Schema.IsDefined: true } media && plan.Sample.ValueKind != JsonValueKind.Undefined && !GivesBack(plan.Operation)
            && !PatchBodies.IsOne(material.Structure, media))
            foreach (var place in material.PlacesOf(plan).Where(place => IsOwnValue(plan, place) && !IsName(plan, place.Pointer.ToString())))
                foreach (var (value, variant, strength) in Bounds(place.Schema, place.Value))
                    if (material.Accepts(media.Schema, PointerEdits.WithSet(plan.Sample, place.Pointer, value)))
                        yield return Boundary(plan, plan.WithBody(PointerEdits.Set(plan.Request.Body!.Json!.Value, place.Pointer, Escaped(value))),
                            place.Pointer.ToString(), $"'{place.Pointer.ToString().TrimStart('/')}'", variant, strength);
        foreach (var parameter in plan.Operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Query && !parameter.Deprecated))
            if (material.IsSendable(plan.Operation, parameter) && !IsName(plan, parameter.Name) && !IsCursor(plan.Operation, parameter)
                && material.Samples.ForParameter(parameter) is { Found: true } sample)
                foreach (var (value, variant, strength) in Bounds(parameter.Content?.Schema ?? parameter.Schema, sample.ToElement()))
                    if (variant != LongestTextName && SampleCarrier.Of(parameter).Carries(value, false)
                        && material.Wire.OfParameter(parameter, AsJson.Element(value)).Count == 0)
                        yield return Boundary(plan, plan.WithQuery(parameter.Name, AsJson.Element(Escaped(value))), parameter.Name,
                            $"the query parameter '{parameter.Name}'", variant, strength);
    }

    /// <summary>What may be given back is bounded by what was given, whatever the schema allows.</summary>
    private static bool GivesBack(ApiOperation operation) => operation.Facts.Any(fact => fact is RefundFact);

    private static ContractCase Boundary(RequestPlan whole, RequestPlan plan, string place, string name, string variant, GroundStrength strength) =>
        Case(whole, plan, "contract-boundary", $"{plan.Operation.Id} takes {variant} of {name}", $"{place} {variant}", strength);

    private static JsonNode? Escaped(JsonNode? value) =>
        AsJson.Node(TemplateEscapes.Escape(AsJson.Element(value)));

    /// <summary>What names things is not changed: it must be known, or nobody else's.</summary>
    private bool IsName(RequestPlan plan, string parameter) => material.Lookups.IsNamedBy(plan.Operation, parameter);

    private static bool IsOwnValue(RequestPlan plan, DescribedPlace place) =>
        place.Pointer.Find(plan.Request.Body!.Json!.Value) is { } template && template.GetRawText() == TemplateEscapes.Escape(place.Value).GetRawText();

    /// <summary>What leads to a page is told by the page before, whatever its schema allows.</summary>
    private static bool IsCursor(ApiOperation operation, ApiParameter parameter) => operation.Facts.OfType<PaginationFact>().Any(fact =>
        fact.Style is PaginationStyle.Cursor or PaginationStyle.Token
        && fact.Position is { Place: MessagePlace.Query } position && position.Name == parameter.Name);

    /// <summary>Values at the bounds of a schema that are not the value itself.</summary>
    private IEnumerable<(JsonNode Value, string Variant, GroundStrength Strength)> Bounds(RawNode schema, JsonElement value)
    {
        var schemas = KeywordView.Of(material.Structure, schema);
        foreach (var (bound, variant, strength) in Candidates(schemas, value))
            if (bound.ToJsonString() != value.GetRawText() && material.Accepts(schema, AsJson.Element(bound)))
                yield return (bound, variant, strength);
    }

    private static IEnumerable<(JsonNode Value, string Variant, GroundStrength Strength)> Candidates(IReadOnlyList<RawNode> schemas, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            foreach (var (keyword, variant) in ((string, string)[])[("minimum", "the smallest number"), ("maximum", "the largest number")])
                if (KeywordView.Find(schemas, keyword) is { Kind: RawKind.Number } bound && JsonNode.Parse(bound.ToUtf8Json()) is { } number)
                    yield return (number, variant, GroundStrength.Firm);
        }
        else if (value.ValueKind == JsonValueKind.String)
        {
            if (KeywordView.Find(schemas, "maxLength").GetInt64() is { } most and > 0 and <= LongestText)
                yield return (JsonValue.Create(TextBreaks.Longer(value.GetString()!, (int)most)), LongestTextName, GroundStrength.Firm);
            foreach (var item in KeywordView.Find(schemas, "enum").Children.Take(LongestList))
                if (item.GetString() is { } text) yield return (JsonValue.Create(text), $"the value {text}", GroundStrength.Advisory);
        }
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0
            && KeywordView.Find(schemas, "maxItems").GetInt64() is { } longest and > 0 and <= LongestList)
        {
            yield return (new JsonArray([.. Enumerable.Range(0, (int)longest).Select(i => AsJson.Node(value[i % value.GetArrayLength()]))]),
                "the longest list", GroundStrength.Firm);
        }
    }
}
