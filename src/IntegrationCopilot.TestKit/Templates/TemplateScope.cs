using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What shares its variables: a golden test, or a call that tells values.</summary>
/// <param name="Id">Id of the test, or of the call's operation.</param>
/// <param name="Place">Where it stands in the JSON of the suite.</param>
/// <param name="Declared">The variables that it declares.</param>
/// <param name="Steps">Its templates, step by step.</param>
internal sealed record TemplateScope(string Id, NodePointer Place, IReadOnlyList<TestVariable> Declared, IReadOnlyList<ScopeStep> Steps)
{
    private static readonly string[] Requests = ["request", "control"];
    private static readonly string[] Deliveries = ["subscribe", "cause"];
    private static readonly string[] Parameters = ["pathValues", "query", "headers", "cookies"];
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 10_000 };

    /// <summary>All of a suite, in its order.</summary>
    public static IReadOnlyList<TemplateScope> Of(GoldenTestSuite suite)
    {
        using var document = JsonDocument.Parse(suite.ToJson(), Deep);
        var root = document.RootElement;
        return
        [
            .. suite.Tests.Select((test, i) => Test(test, root.GetProperty("tests")[i], NodePointer.Of("tests", $"{i}"))),
            .. suite.Producers.Select((call, i) => Call(call, root.GetProperty("producers")[i], NodePointer.Of("producers", $"{i}"))),
        ];
    }

    private static TemplateScope Test(GoldenTest test, JsonElement json, NodePointer place)
    {
        var steps = json.GetProperty("steps");
        return new(test.Id, place, test.Variables, [.. test.Steps.Select((step, i) => new ScopeStep([.. step.Captures.Select(capture => capture.Name)],
            Uses(Step(steps[i]), test.Id, step.Name, place.Append("steps").Append($"{i}"))))]);
    }

    private static TemplateScope Call(ProducerCall call, JsonElement json, NodePointer place) => new(call.Operation, place, call.Variables,
        [new([], Uses(Request(json.GetProperty("request"), NodePointer.Of("request")), call.Operation, null, place))]);

    private static List<TemplateUse> Uses(IEnumerable<(NodePointer Place, TextTemplate Template)> texts, string id, string? step, NodePointer at) =>
        [.. texts.Select(text => new TemplateUse(new(id, step, text.Place.ToString(), at.Append(text.Place).ToString()), text.Template))];

    private static IEnumerable<(NodePointer, TextTemplate)> Step(JsonElement step) =>
    [
        .. Members(step, NodePointer.Root, Requests).SelectMany(request => Request(request.Value, request.Place)),
        .. Members(step, NodePointer.Root, "delivery").SelectMany(delivery => Members(delivery.Value, delivery.Place, Deliveries))
            .SelectMany(request => Request(request.Value, request.Place)),
        .. Members(step, NodePointer.Root, "assertions").SelectMany(list => Items(list.Value, list.Place))
            .SelectMany(item => Assertion(item.Value, item.Place)),
    ];

    private static IEnumerable<(NodePointer, TextTemplate)> Assertion(JsonElement assertion, NodePointer place) =>
        Members(assertion, place, "value").Concat(Members(assertion, place, "rule").SelectMany(rule => Members(rule.Value, rule.Place, "sent")))
            .SelectMany(text => JsonTexts.Of(text.Value, text.Place));

    private static IEnumerable<(NodePointer, TextTemplate)> Request(JsonElement request, NodePointer place)
    {
        var parameters = Members(request, place, Parameters).SelectMany(group =>
            group.Value.EnumerateObject().Select(member => (Place: group.Place.Append(member.Name), member.Value)));
        var body = Members(request, place, "body").SelectMany(found => Members(found.Value, found.Place, "json", "text")
            .Concat(Members(found.Value, found.Place, "form").SelectMany(form => Items(form.Value, form.Place))
                .SelectMany(field => Members(field.Value, field.Place, "value"))));
        return parameters.Concat(body).SelectMany(text => JsonTexts.Of(text.Value, text.Place));
    }

    private static IEnumerable<(NodePointer Place, JsonElement Value)> Items(JsonElement array, NodePointer place) =>
        array.EnumerateArray().Select((item, i) => (place.Append($"{i}"), item));

    /// <summary>The members of these names that are there.</summary>
    private static IEnumerable<(NodePointer Place, JsonElement Value)> Members(JsonElement json, NodePointer place, params string[] names) =>
        from name in names
        where json.TryGetProperty(name, out var there) && there.ValueKind != JsonValueKind.Null
        select (place.Append(name), json.GetProperty(name));
}

/// <summary>A step as templates see it.</summary>
/// <param name="Kept">The names that later steps know by it.</param>
/// <param name="Uses">Its templates.</param>
internal sealed record ScopeStep(IReadOnlyList<string> Kept, IReadOnlyList<TemplateUse> Uses);

/// <summary>A template and where it stands.</summary>
internal sealed record TemplateUse(SuitePlace Place, TextTemplate Template);
