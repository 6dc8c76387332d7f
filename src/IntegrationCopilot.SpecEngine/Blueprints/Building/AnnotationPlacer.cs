namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the place of each annotation.</summary>
internal sealed class AnnotationPlacer(IReadOnlyList<BlueprintAnnotation> annotations)
{
    private readonly HashSet<BlueprintAnnotation> placed = new(ReferenceEqualityComparer.Instance);

    /// <summary>An endpoint with the annotations that belong to it and its fields.</summary>
    public BlueprintEndpoint Place(BlueprintEndpoint endpoint)
    {
        var here = annotations.Where(a => IsFor(a, endpoint)).ToList();
        if (here.Count == 0) return endpoint;
        placed.UnionWith(here);
        List<BlueprintAnnotation> unplaced = [.. here];
        var parameters = Place(endpoint.Parameters, here, unplaced);
        var request = endpoint.Request is { } body ? body with { Fields = Place(body.Fields, here, unplaced) } : null;
        var answers = endpoint.Answers.Select(a => a.Body is { } b ? a with { Body = b with { Fields = Place(b.Fields, here, unplaced) } } : a).ToList();
        return endpoint with
        {
            Parameters = parameters,
            Request = request,
            Answers = answers,
            Notes = [.. unplaced.Select(a => Note(a, a.Field is null ? null : $"field {a.Field}"))],
        };
    }

    /// <summary>Annotations about getting in that name no endpoint.</summary>
    public IReadOnlyList<BlueprintNote> AboutAuthentication() =>
        [.. annotations.Where(a => a.Path is null && a.Type == AnnotationType.Auth && placed.Add(a)).Select(a => Note(a, place: null))];

    /// <summary>What is left: about the whole API, or about a place that is not there.</summary>
    public IReadOnlyList<BlueprintNote> Rest() =>
        [.. annotations.Where(placed.Add).Select(a => Note(a, a.Path is null ? null : $"{a.Method?.ToUpperInvariant()} {a.Path}".Trim()))];

    private static bool IsFor(BlueprintAnnotation annotation, BlueprintEndpoint endpoint) =>
        string.Equals(annotation.Path, endpoint.Path, StringComparison.Ordinal)
        && (string.IsNullOrEmpty(annotation.Method) || annotation.Method.Equals(endpoint.Method, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<BlueprintField> Place(IReadOnlyList<BlueprintField> fields, List<BlueprintAnnotation> here, List<BlueprintAnnotation> unplaced)
    {
        if (!here.Exists(a => a.Field is not null)) return fields;
        List<BlueprintField> result = new(fields.Count);
        foreach (var field in fields)
        {
            var notes = here.Where(a => a.Field is not null && Names(a.Field, field.Name)).ToList();
            unplaced.RemoveAll(notes.Contains);
            result.Add(notes.Count == 0 ? field : field with { Notes = [.. notes.Select(a => Note(a, place: null))] });
        }
        return result;
    }

    private static bool Names(string wanted, string name) =>
        string.Equals(wanted, name, StringComparison.Ordinal) || name.EndsWith("." + wanted, StringComparison.Ordinal);

    private static BlueprintNote Note(BlueprintAnnotation annotation, string? place) =>
        new(annotation.Type, annotation.Severity, PlainText.Block(annotation.Message) ?? "", PlainText.Line(annotation.Condition), place);
}
