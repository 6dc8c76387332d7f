using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Something can be made, and found again.</summary>
internal static class CreateResourceTests
{
    private const string Created = "created_id";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("create-resource-succeeds", "Creating succeeds and answers as described", subject => Draft(subject, Succeeds)),
        Template("create-resource-minimal", "Creating with nothing but what is required succeeds", subject => Draft(subject, plan => Minimal(subject, plan))),
        Template("create-resource-identifies", "The answer names what was created", subject => Draft(subject, plan => Identifies(subject, plan))),
        Template("create-resource-readable", "What was created can be read again", Readable),
    ];

    /// <summary>Operations that create, best first: those whose result can be read, then those that say 201.</summary>
    public static IEnumerable<ApiOperation> Creating(GroupSubject subject)
    {
        var undoing = subject.Has(CapabilityIds.Refunds) ? subject.Showing(CapabilityIds.Refunds).ToHashSet() : [];
        return subject.Operations
            .Where(operation => operation.Method == "POST" && operation.RequestBody is not null
                && subject.Material.Spec.Resources.Of(operation).Effect == OperationEffect.Creates && !operation.Path.TrimEnd('/').EndsWith('}'))
            .OrderBy(operation =>
                (undoing.Contains(operation) ? 8 : 0) + (operation.Deprecated ? 4 : 0) + (ReaderOf(subject, operation) is null ? 2 : 0)
                + (operation.Responses.Any(response => response.Status == "201") ? 0 : 1));
    }

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.CreateResource, Group = make };

    private static TestDraft Draft(GroupSubject subject, Func<RequestPlan, TestDraft> make)
    {
        var (plan, problem) = subject.First(Creating(subject), $"No POST of the group '{subject.Name}' creates something.");
        return plan is null ? TestDraft.Not(problem!) : make(plan);
    }

    private static TestDraft Succeeds(RequestPlan plan) => TestDraft.Of(plan, Create(plan));

    private static TestStep Create(RequestPlan plan) => new() { Name = "create", Request = plan.Request, Shared = true, Assertions = Expect.DescribedOf(plan) };

    private static TestDraft Minimal(GroupSubject subject, RequestPlan plan)
    {
        if (plan.Media is not { } media || plan.Sample.ValueKind != JsonValueKind.Object) return TestDraft.Not($"{plan.Operation.Id} takes no object.");
        var (sample, body) = (plan.Sample, plan.Request.Body!.Json!.Value);
        foreach (var member in plan.Sample.EnumerateObject())
        {
            var less = JsonEdits.Remove(sample, member.Name);
            if (!subject.Material.Accepts(media.Schema, less)) continue;
            (sample, body) = (less, JsonEdits.Remove(body, member.Name));
        }

        if (sample.GetPropertyCount() == plan.Sample.GetPropertyCount())
            return TestDraft.Not($"Everything that {plan.Operation.Id} is sent is required, which is tested already.");
        if (sample.GetPropertyCount() == 0) return TestDraft.Not($"{plan.Operation.Id} requires nothing by its schema, and an empty request is hardly meant.");
        return TestDraft.Of(plan, Create(plan.WithBody(body)));
    }

    private static TestDraft Identifies(GroupSubject subject, RequestPlan plan)
    {
        if (Answers.Identifier(subject.Material, plan.Operation) is not { } pointer || Answers.Usual(subject.Material, plan.Operation, pointer) is null)
            return TestDraft.Not($"The answer of {plan.Operation.Id} describes no identifier, or need not hold it.");
        var location = plan.Operation.FindResponse(StatusChoice.Success(plan.Operation))!.Headers.FirstOrDefault(header =>
            header.Required && header.Name.Equals("Location", StringComparison.OrdinalIgnoreCase));
        return TestDraft.Of(plan, new TestStep
        {
            Name = "create",
            Request = plan.Request,
            Assertions = [Expect.SuccessOf(plan), new BodyExistsAssertion(pointer.ToString()),
                .. location is null ? [] : new TestAssertion[] { new HeaderAssertion("Location") { Ground = Expect.Place(location.Node) } }],
        });
    }

    private static TestDraft Readable(GroupSubject subject)
    {
        var reasons = new List<string>();
        foreach (var creator in Creating(subject))
        {
            if (subject.Material.RequestFor(creator) is not { Plan: { } plan, Problem: var problem }) { continue; }
            if (ReaderOf(subject, creator) is not { } reader || subject.Material.RequestFor(reader).Plan is not { } reading)
                reasons.Add($"What {creator.Id} creates has no operation that reads it by its identifier.");
            else if (Answers.Identifier(subject.Material, creator) is not { } pointer) reasons.Add($"The answer of {creator.Id} describes no identifier.");
            else if (!FitsInto(subject, creator, pointer, reader))
                reasons.Add($"The identifier that {creator.Id} answers is not of the form {reader.Id} takes.");
            else return Read(subject, plan, pointer, reading);
        }

        return TestDraft.Not(reasons.FirstOrDefault() ?? $"No POST of the group '{subject.Name}' creates something.");
    }

    private static TestDraft Read(GroupSubject subject, RequestPlan plan, NodePointer pointer, RequestPlan reading)
    {
        var parameter = LastParameter(reading.Operation.Path)!;
        // What lies around the thing is called as in the request that made it: the one path is the other and one parameter more.
        var request = plan.Request.PathValues.Aggregate(reading, (all, around) => all.WithPathValue(around.Key, around.Value))
            .WithPathValue(parameter, VariableBook.Placeholder(Created));
        var used = request.Request.ToElement().GetRawText();
        var same = Answers.Identifier(subject.Material, reading.Operation) == pointer
            ? new TestAssertion[] { new BodySameAssertion(pointer.ToString(), "create") }
            : [];
        var create =
            new TestStep { Name = "create", Request = plan.Request, Assertions = [Expect.SuccessOf(plan)],
                Captures = [new StepCapture(Created, pointer.ToString())] };
        var read = new TestStep { Name = "read", Request = request.Request, Assertions = [.. Expect.DescribedOfMade(create.Name), .. same] };
        return TestDraft.Of(plan, create, read).Using(request with { Variables = [.. request.Variables.Where(variable => IsIn(used, variable))] });
    }

    private static bool IsIn(string request, TestVariable variable) => request.Contains($"{{{{ {variable.Name} }}}}", StringComparison.Ordinal);

    private static bool FitsInto(GroupSubject subject, ApiOperation creator, NodePointer pointer, ApiOperation reader)
    {
        var schema = reader.Parameters.First(parameter => parameter.Place == ParameterPlace.Path && parameter.Name == LastParameter(reader.Path)).Schema;
        if (Answers.Usual(subject.Material, creator, pointer) is not { ValueKind: JsonValueKind.String or JsonValueKind.Number } id) return false;
        return subject.Material.Accepts(schema, id);
    }

    /// <summary>The GET whose path is the creator's and one parameter more.</summary>
    private static ApiOperation? ReaderOf(GroupSubject subject, ApiOperation creator) => subject.Operations.FirstOrDefault(operation =>
        operation.Method == "GET" && LastParameter(operation.Path) is { } parameter
            && operation.Path.TrimEnd('/') == $"{creator.Path.TrimEnd('/')}/{{{parameter}}}"
        && operation.Parameters.Any(described => described.Place == ParameterPlace.Path && described.Name == parameter));

    private static string? LastParameter(string path)
    {
        var segment = path.TrimEnd('/').Split('/')[^1];
        return segment.Length > 2 && segment[0] == '{' && segment.IndexOf('}', StringComparison.Ordinal) == segment.Length - 1 ? segment[1..^1] : null;
    }
}
