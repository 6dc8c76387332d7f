using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A resource whose things a test can make and then name, in the group that makes them.</summary>
internal sealed class LifeSubject
{
    private const double Assumed = 0.5;
    private const string Created = "created_id";

    private readonly TestMaterial material;
    private readonly string? answered;
    private readonly JsonElement name;

    private LifeSubject(TestMaterial material, ApiResource resource, RequestPlan create, JsonElement name, string? answered)
    {
        (this.material, Resource, Create, this.name, this.answered) = (material, resource, create, name, answered);
        Thing = LifeThing.Of(material, resource, create);
    }

    public ApiResource Resource { get; }

    /// <summary>The request that makes one.</summary>
    public RequestPlan Create { get; }

    /// <summary>The thing as it is read; null where no operation reads one.</summary>
    public LifeThing? Thing { get; }

    public TestMaterial Material => material;

    /// <summary>The text that stands for what names the new thing.</summary>
    public JsonElement Name => name;

    /// <summary>The resources that a group makes.</summary>
    public static IEnumerable<LifeMaking> In(GroupSubject subject)
    {
        foreach (var resource in subject.Material.Spec.Resources.Resources)
            if (resource is { Kind: ResourceKind.Collection, Confidence: >= Assumed, Create: { } create, Identifier: { Parts.Count: 1 } }
                && create.RequestBody is not null && subject.Operations.Contains(create)
                && !ScopeResources.Contains(subject.Material.Spec.Resources, resource)
                && subject.Material.Spec.Resources.Of(create).Effect == OperationEffect.Creates)
                yield return Of(subject.Material, resource, create);
    }

    private static LifeMaking Of(TestMaterial material, ApiResource resource, ApiOperation create)
    {
        if (material.RequestFor(create) is not { Plan: { } plan, Problem: var problem }) return new(null, material.RequestFor(create).Problem!);
        var part = resource.Identifier!.Parts[0];
        if (plan.Request.PathValues.TryGetValue(part.Parameter, out var chosen))
            return plan.Variables.Any(variable => variable.Fresh && JsonElement.DeepEquals(VariableBook.Placeholder(variable.Name), chosen))
                ? new(new(material, resource, plan, chosen, null), problem)
                : new(null, $"{create.Id} takes the name of what it creates, and none can be made anew.");
        if (IsNamedAlike(plan, part)) return new(null, $"{create.Id} is told the name of what it creates, and none can be made anew.");
        if (part.Create?.Replace("/*/", "/0/", StringComparison.Ordinal) is { } pointer && NodePointer.TryParse(pointer, out var way)
            && Answers.Usual(material, create, way) is
            { ValueKind: JsonValueKind.String or JsonValueKind.Number })
            return new(new(material, resource, plan, VariableBook.Placeholder(Created), pointer), problem);
        if (part.Request is { } sent && NodePointer.TryParse(sent, out var field) && plan.Request.Body?.Json is { } body
            && field.Find(body) is { } own && TemplateEscapes.IsVariable(own))
            return new(new(material, resource, plan, own, null), problem);
        return new(null, $"Neither the request of {create.Id} nor its answer names what it creates.");
    }

    /// <summary>Whether the request says the name that its answer tells, and says the same in every case.</summary>
    private static bool IsNamedAlike(RequestPlan plan, IdentifierPart part) =>
        part is { Create: { } told, Request: { } sent } && NodePointer.TryParse(sent, out var field) && NodePointer.TryParse(told, out var answered)
        && field.Tokens is [.., var own] && answered.Tokens is [.., var name] && own == name
        && plan.Request.Body?.Json is { } body && field.Find(body) is { } given && !plan.Variables.Any(variable =>
            (variable.Fresh || variable.Own) && JsonElement.DeepEquals(VariableBook.Placeholder(variable.Name), given));

    /// <summary>The step that makes the thing, and keeps its name.</summary>
    public TestStep CreateStep() => new()
    {
        Name = "create",
        Request = Create.Request,
        Captures = answered is { } pointer ? [new StepCapture(Created, pointer)] : [],
        Assertions = [Expect.SuccessOf(Create)],
    };

    /// <summary>The request of an operation on the new thing; null when none can be made.</summary>
    public RequestPlan? On(ApiOperation? operation)
    {
        if (operation is null || Resource.ItemPath is null || material.RequestFor(operation).Plan is not { } plan) return null;
        var (names, parents) = (PathNamesOf(operation.Path), PathNamesOf(Create.Operation.Path));
        var own = PathNamesOf(Resource.ItemPath).Count - 1;
        if (own < 0 || names.Count <= own || !Fits(operation, names[own])) return null;
        plan = Beneath(plan, names.Take(own), parents);
        return Rekeyed(plan.WithPathValue(names[own], Name));
    }

    /// <summary>The request that lists things beside the new one; null when there is none that lists all of them.</summary>
    public RequestPlan? Listing() =>
        Resource.List is { Method: "GET" } list
        && !list.Parameters.Any(parameter => parameter is { Required: true, Place: ParameterPlace.Query } && !IsOfPage(list, parameter))
        && material.RequestFor(list).Plan is { } plan
            ? Beneath(plan, PathNamesOf(list.Path), PathNamesOf(Create.Operation.Path)) : null;

    /// <summary>A test of these steps with the variables that they use.</summary>
    public TestDraft Draft(IEnumerable<RequestPlan> others, params IReadOnlyList<TestStep> steps)
    {
        var used = string.Concat(steps.SelectMany(step => (StepRequest?[])[step.Request, step.Control]).OfType<StepRequest>().Select(request =>
            request.ToElement().GetRawText()));
        var draft = others.Aggregate(TestDraft.Of(Create, steps), (all, plan) => all.Using(plan));
        return draft with { Variables = [.. draft.Variables.Where(variable => used.Contains($"{{{{ {variable.Name} }}}}", StringComparison.Ordinal))] };
    }

    /// <summary>What lies around the thing is called as in the request that made it.</summary>
    private RequestPlan Beneath(RequestPlan plan, IEnumerable<string> names, IReadOnlyList<string> parents)
    {
        foreach (var (index, parent) in names.Index())
            if (index < parents.Count && Create.Request.PathValues.TryGetValue(parents[index], out var value)) plan = plan.WithPathValue(parent, value);
        return plan with { Variables = [.. plan.Variables, .. Create.Variables] };
    }

    private static bool IsOfPage(ApiOperation list, ApiParameter parameter) =>
        list.Facts.OfType<PaginationFact>().Any(fact => fact.Position?.Name == parameter.Name || fact.Size?.Name == parameter.Name);

    /// <summary>Another request of the same case is another attempt, which has a key of its own.</summary>
    private static RequestPlan Rekeyed(RequestPlan plan)
    {
        if (!plan.Variables.Any(variable => variable.Name == IdempotencyKeys.Variable)) return plan;
        var own = $"{IdempotencyKeys.Variable}_of_{string.Join('_', NameWords.Of(plan.Operation.Method))}";
        var key = VariableBook.Placeholder(IdempotencyKeys.Variable);
        foreach (var (header, value) in plan.Request.Headers)
            if (JsonElement.DeepEquals(value, key)) plan = plan.WithHeader(header, VariableBook.Placeholder(own));
        return plan.With(new TestVariable { Name = own, Fresh = true, Invented = true, Description = IdempotencyKeys.Description });
    }

    /// <summary>Whether a parameter takes the name as it is told.</summary>
    private bool Fits(ApiOperation operation, string parameter)
    {
        var pointer = answered ?? Resource.Identifier!.Parts[0].Request;
        if (pointer is null || !NodePointer.TryParse(pointer, out var way)) return true;
        var schema = operation.Parameters.FirstOrDefault(described => described.Place == ParameterPlace.Path && described.Name == parameter)?.Schema ?? default;
        return (answered is null ? way.Find(Create.Sample) : Answers.Usual(material, Create.Operation, way)) is { } usual && material.Accepts(schema, usual);
    }

    private static List<string> PathNamesOf(string path) =>
        [.. path.Split('{').Skip(1).Select(part => part.Split('}')).Where(part => part.Length > 1).Select(part => part[0])];
}

/// <summary>A subject of life-cycle tests, or why there is none.</summary>
/// <param name="Subject">The subject; null when there is none.</param>
/// <param name="Problem">Why; null when there is one.</param>
internal readonly record struct LifeMaking(LifeSubject? Subject, string? Problem);
