using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>One check of what somebody gives for a run.</summary>
internal sealed class GivenValueCheck(ApiSpec spec, GoldenTestSuite suite, RunOptions options)
{
    private const string AnyUuid = "00000000-0000-4000-8000-000000000000";

    private readonly SchemaSet schemas = new(spec);
    private readonly GivenRequests given = new(spec, options);
    private readonly List<TemplateProblem> problems = [];

    public IReadOnlyList<TemplateProblem> Run()
    {
        problems.AddRange(TemplateValues.Create(suite.Tests.SelectMany(test => test.Variables), options.Values).Problems);
        foreach (var id in options.Bodies.Keys) Body(id);
        foreach (var name in options.Values.Keys)
            if (GivenPlace.Read(spec, name) is { } place) Place(name, place);
        if (problems.Count == 0) foreach (var (request, variables) in Requests()) Request(given.Unbroken(request), variables);
        return [.. problems.DistinctBy(problem => (problem.Variable, problem.Message))];
    }

    /// <summary>Each unbroken request once, with its variables.</summary>
    private IEnumerable<(StepRequest Request, IReadOnlyList<TestVariable> Variables)> Requests() =>
        suite.Tests.SelectMany(test => test.Steps.Select(step => (Request: Unbroken(step), test.Variables)))
            .Concat(suite.Producers.Select(call => ((StepRequest?)call.Request, call.Variables)))
            .Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!, pair.Item2)).DistinctBy(pair => ControlBook.KeyOf(pair.Item1));

    private static StepRequest? Unbroken(TestStep step) =>
        step.Control ?? (step.Assertions.Any(assertion => assertion is RefusedAssertion) ? null : step.Request);

    private void Body(string id)
    {
        if (spec.Operations.FirstOrDefault(operation => operation.Id == id) is not { RequestBody: { } body } operation)
            Add(id, $"{id} takes no body, or is no operation of the document.");
        else if (Requests().FirstOrDefault(pair => IsOf(pair.Request, operation) && pair.Request.Body is not null).Request is not { } request)
            Add(id, $"No test sends a body to {id}.");
        else if (request.Body!.Json is not null && GivenBody.Parse(options.Bodies[id]) is null)
            Add(id, $"The body given for {id} is not JSON, which {request.Body.MediaType} wants here.");
    }

    private void Place(string name, GivenPlace place)
    {
        if (!place.IsInBody)
        {
            if (place.Parameter is null) Add(name, $"{place.Operation.Id} has no parameter '{place.Place}'; a place in its body begins with '/'.");
            return;
        }

        var bodies = Requests().Where(pair => IsOf(pair.Request, place.Operation)).Select(pair => pair.Request.Body?.Json).OfType<JsonElement>().ToList();
        var any = AsJson.Element("");
        if (!bodies.Exists(body => AsJson.Node(body) is { } node && JsonPlaces.Set(node, place.Place, any)))
            Add(name, $"No test sends a body to {place.Operation.Id} that has a place '{place.Place}'.");
    }

    private void Request(StepRequest request, IReadOnlyList<TestVariable> variables)
    {
        if (spec.FindOperation(request.Method, request.Path) is not { } operation) return;
        var values = Filled(variables);
        foreach (var (name, template) in request.PathValues.Concat(request.Query).Concat(request.Headers).Concat(request.Cookies))
            Parameter(operation, name, template, values);
        if (request.Body is { Json: { } json } body && GivenJson.MediaOf(operation, body.MediaType) is { Schema.IsDefined: true } media)
            Json(operation, media, json, values);
    }

    private void Parameter(ApiOperation operation, string name, JsonElement template, TemplateValues values)
    {
        var parameter = operation.Parameters.FirstOrDefault(candidate => candidate.Name == name && candidate.Schema.IsDefined);
        var from = NameOf(operation, name, template);
        if (parameter is null || from is null) return;
        var filled = JsonTemplate.Substitute(template, values);
        if (!filled.IsComplete) return;
        Report(from, operation, schemas.For(parameter.Schema, MessageDirection.Request).Validate(AsJson.Bytes(filled.Value), name));
    }

    private void Json(ApiOperation operation, ApiMediaType media, JsonElement json, TemplateValues values)
    {
        var filled = JsonTemplate.Substitute(json, values);
        if (!filled.IsComplete || AsJson.Node(filled.Value) is not { } node) return;
        var schema = schemas.For(media.Schema, MessageDirection.Request);
        if (options.Bodies.ContainsKey(operation.Id))
        {
            var findings = schema.Validate(AsJson.Bytes(node));
            Report(operation.Id, operation, findings.Where(finding => finding.Severity == FindingSeverity.Error));
            return;
        }

        foreach (var (pointer, text) in Texts(json, ""))
            if (VariableIn(text) is { } variable) Report(variable, operation, GivenFindings.At(schema, node, pointer));
        foreach (var name in options.Values.Keys)
            if (GivenPlace.Read(spec, name) is { IsInBody: true } place && place.Operation == operation)
                Report(name, operation, GivenFindings.At(schema, node, place.Place));
    }

    /// <summary>Who gave the value of a place: the name of a variable, or of the place; null when nobody did.</summary>
    private string? NameOf(ApiOperation operation, string place, JsonElement template) =>
        VariableIn(template)
        ?? options.Values.Keys.FirstOrDefault(name => GivenPlace.Read(spec, name) is { } known && known.Operation == operation && known.Place == place);

    private string? VariableIn(JsonElement template) =>
        JsonTemplate.Variables(template).Select(variable => variable.Name).FirstOrDefault(options.Values.ContainsKey);

    /// <summary>What was given, and something of the right form for the rest.</summary>
    private TemplateValues Filled(IReadOnlyList<TestVariable> variables)
    {
        var values = TemplateValues.Create(variables, options.Values).Value;
        foreach (var variable in variables.Where(variable => variable.Default is null && !values.IsGiven(variable.Name)))
            values = values.With(variable.Name, AsJson.Element(variable.Form?.Make(variable.Name) ?? AnyUuid));
        return values;
    }

    private void Report(string name, ApiOperation operation, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var expected = finding.Expected is { } text ? $": expected {text}" : "";
            var line = finding.Source is { Line: > 0 } source ? $" (line {source.Line})" : "";
            Add(name, $"What is given as '{name}' cannot stand at {finding.Where} of {operation.Id} ({finding.Code}){expected}{line}.");
        }
    }

    private void Add(string name, string message) => problems.Add(new(TemplateProblemKind.Unfit, name, message));

    private static bool IsOf(StepRequest request, ApiOperation operation) =>
        request.Method == operation.Method && request.Path == operation.Path;

    /// <summary>Every value of a JSON value that is neither object nor array, with its pointer.</summary>
    private static IEnumerable<(string Pointer, JsonElement Value)> Texts(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            Texts(member.Value, $"{pointer}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}")),
        JsonValueKind.Array => value.EnumerateArray().Index().SelectMany(item => Texts(item.Item, $"{pointer}/{item.Index}")),
        _ => [(pointer, value)],
    };
}
