namespace IntegrationCopilot.SpecEngine;

/// <summary>Describes one operation for somebody who must build against it.</summary>
internal sealed class EndpointBuilder(ApiSpec spec, IExampleProvider? provider)
{
    private const string Receiving =
        "Verify that it is genuine before you believe it (see Receiving webhooks), store it, answer 2XX, then act; a second delivery of it changes nothing.";
    private readonly SchemaStructure structure = new(spec);
    private readonly BodyExamples examples = new(spec, provider);
    private readonly HashSet<string> anchors = new(StringComparer.Ordinal);

    public BlueprintEndpoint Build(ApiOperation operation)
    {
        var received = operation.Kind != OperationKind.Path;
        return new BlueprintEndpoint
        {
            Operation = operation.Id,
            Anchor = Anchor(operation),
            Method = operation.Method,
            Path = operation.Path,
            Purpose = PlainText.Line(operation.Summary) ?? FirstSentence(operation.Description) ?? operation.Id,
            Description = PlainText.Block(operation.Description),
            Deprecated = operation.Deprecated,
            Authentication = received ? [] : [.. operation.Security.Select(InWords).Distinct(StringComparer.Ordinal)],
            Parameters = [.. operation.Parameters.Select(Parameter)],
            Request = operation.RequestBody is { } body ? Body(body.Content, body.Required, sent: !received) : null,
            Answers = [.. operation.Responses.Where(r => !IsError(operation, r)).Select(r => Answer(r, received))],
            Errors = received ? [] : [.. operation.Responses.Where(r => IsError(operation, r)).Select(r => Error(operation, r))],
            Hints = received ? [Receiving] : [.. operation.Facts.GroupBy(fact => fact.Capability, StringComparer.Ordinal).Select(Hint).OfType<string>()],
            Source = operation.Location.ToString(),
        };
    }

    private BlueprintField Parameter(ApiParameter parameter)
    {
        var facts = new SchemaFacts(structure, parameter.Content?.Schema ?? parameter.Schema);
        return new BlueprintField
        {
            Name = parameter.Name,
            Place = parameter.Place.ToString().ToLowerInvariant(),
            Type = facts.Type,
            Required = parameter.Required,
            Description = PlainText.Line(parameter.Description ?? facts.Description),
            Constraints = parameter.Deprecated ? [.. facts.Constraints.Append("deprecated").Distinct(StringComparer.Ordinal)] : facts.Constraints,
        };
    }

    private BlueprintBody? Body(IReadOnlyList<ApiMediaType> content, bool required, bool sent)
    {
        if (content.Count == 0) return null;
        var chosen = content.FirstOrDefault(c => c.IsJson) ?? content[0];
        var schema = chosen.Schema.IsDefined ? chosen.Schema : chosen.ItemSchema;
        var (example, whyNone) = examples.Of(chosen, sent);
        return new BlueprintBody(chosen.Name, required, [.. content.Where(c => c != chosen).Select(c => c.Name)],
            new FieldLister(structure).Fields(schema, sent, out var cut), cut, example) { WhyNoExample = whyNone };
    }

    private BlueprintAnswer Answer(ApiResponse response, bool received) =>
        new(response.Status, PlainText.Line(response.Description), [.. response.Headers.Select(h => h.Name)],
            Body(response.Content, required: true, sent: received));

    private static bool IsError(ApiOperation operation, ApiResponse response) =>
        response.Status is ['4' or '5', ..] || (response.Status == "default" && operation.Responses.Any(r => r.Status is ['2' or '3', ..]));

    private BlueprintError Error(ApiOperation operation, ApiResponse response)
    {
        var safe = !Writing.Is(operation) || operation.Method is "PUT" or "DELETE";
        return new BlueprintError(response.Status, PlainText.Line(response.Description),
            ErrorAdvice.For(response.Status, safe, operation.Facts.Any(fact => fact is IdempotencyKeyFact)));
    }

    private static string? Hint(IGrouping<string, CapabilityFact> facts) => facts.Key switch
    {
        CapabilityIds.Idempotency => $"Send a new key of your own with each new request ({Told(facts)}), and the same key when you repeat one.",
        CapabilityIds.Pagination => $"The answer comes in pages ({Told(facts)}): go on until there is no next one.",
        CapabilityIds.Async => "202 means accepted, not done: find out later how it ended.",
        CapabilityIds.ConditionalRequests => $"Conditional requests work here ({Told(facts)}): keep the validator of what you read.",
        CapabilityIds.Refunds => "This gives back or undoes something: make sure it runs once.",
        _ => null,
    };

    private static string Told(IEnumerable<CapabilityFact> facts) => string.Join(", ", facts.Select(fact => fact.ToString()).Distinct(StringComparer.Ordinal));

    private static string InWords(SecurityAlternative alternative) => alternative.Requirements.Count == 0
        ? "no credentials"
        : string.Join(" and ", alternative.Requirements.Select(r => r.Scopes.Count == 0 ? r.SchemeName : $"{r.SchemeName} ({string.Join(", ", r.Scopes)})"));

    private static string? FirstSentence(string? description)
    {
        if (PlainText.Line(description, 600) is not { } line) return null;
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return PlainText.Line(end > 0 ? line[..(end + 1)] : line, 160);
    }

    private string Anchor(ApiOperation operation)
    {
        var words = string.Join('-', Words.Of(operation.Id));
        var anchor = words.Length == 0 ? "operation" : words.Length > 80 ? words[..80] : words;
        for (var i = 2; !anchors.Add(anchor); i++) anchor = $"{words[..Math.Min(80, words.Length)]}-{i}";
        return anchor;
    }
}
