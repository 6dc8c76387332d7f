using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes, for an operation, the smallest request with everything that is required and a whole body.</summary>
internal sealed class RequestMaker(TestMaterial material)
{
    private static readonly HashSet<string> NeverSent =
        new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Content-Type", "Accept", "Prefer", "Content-Length", "Content-Encoding", "Host" };

    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
        { "q", "query", "search", "term", "keyword", "keywords", "text", "max", "limit", "size", "count", "top", "page", "offset", "skip" };

    /// <summary>How many values are tried for the parameters of a path.</summary>
    private const int MostVariations = 8;

    public RequestMaking Make(ApiOperation operation) =>
        DescribesSuccess(operation) ? MakeAny(operation) : new(null, $"{operation.Id} describes no success.");

    /// <summary>Whether a document says what an operation answers when all is well: that it did what was asked, or where to go on.</summary>
    public static bool DescribesSuccess(ApiOperation operation) => StatusChoice.Success(operation) is (>= 200 and <= 399) and not 304;

    /// <summary>A request for an operation whether it describes a success or not.</summary>
    public RequestMaking MakeAny(ApiOperation operation)
    {
        var making = MakeUnjudged(operation);
        return making.Plan is { } plan && material.Meaning.Stranger(plan) is { } stranger
            ? new(null, $"{operation.Id} and {stranger.Id} have the same path (OpenAPI 3.1.1, section 4.8.8), so that a request for the one is for the other.")
            : making;
    }

    private RequestMaking MakeUnjudged(ApiOperation operation)
    {
        if (Restorations.IsOne(operation) && operation.Responses.Any(response => response.Status == Restorations.NotDeleted))
            return new(null, $"{operation.Id} brings back what was deleted, and refuses what was not.");
        if (material.Twins.Of(operation) is { } twin)
            return new(null, $"{operation.Id} and {twin.Id} differ in their fragments only, which are not sent (RFC 9110, section 7.1).");
        if (TestMaterial.JsonAnswer(operation) is { } answer
            && material.Samples.ForBody(answer, MessageDirection.Response) is { Found: false, Problem: var why })
            return new(null, $"{operation.Id} describes an answer that nothing can conform to: {why}");
        if (PathValues(operation) is not { } samples) return new(
            null, $"{operation.Id}: every request for it is one for another operation, whose path is more specific.");
        var variables = new VariableBook(material, operation);
        var places = new Dictionary<ParameterPlace, Dictionary<string, JsonElement>>();
        foreach (var parameter in operation.Parameters.Where(parameter => IsSent(operation, parameter)))
        {
            var sample = samples.GetValueOrDefault(parameter) ?? material.Samples.ForParameter(parameter);
            if (!sample.Found) return new(null, $"{operation.Id}: no value can be made for the parameter '{parameter.Name}': {sample.Problem}");
            Of(places, parameter.Place)[parameter.Name] = Value(operation, parameter, sample, variables);
        }

        foreach (var name in PathNames.Of(operation.Path)
            .Where(name => operation.Parameters.All(other => other.Place != ParameterPlace.Path || other.Name != name)))
        {
            if (DescribedElsewhere(operation, name) is not { } parameter)
                return new(null, $"{operation.Id}: no parameter describes '{name}', which stands in the path.");
            Of(places, ParameterPlace.Path)[name] = Value(operation, parameter, material.Samples.ForParameter(parameter), variables);
        }

        var request = new StepRequest
        {
            Method = operation.Method,
            Path = operation.Path,
            PathValues = Of(places, ParameterPlace.Path),
            Query = Of(places, ParameterPlace.Query),
            Headers = Of(places, ParameterPlace.Header),
            Cookies = Of(places, ParameterPlace.Cookie),
        };
        return operation.RequestBody is { Content.Count: > 0 } body
            ? WithBody(operation, body, request, variables)
            : new(Plan(operation, request, variables), null);
    }

    /// <summary>
    /// Samples of the parameters of the path that do not lead to another operation; null when all do. Of operations whose paths differ in the names of their
    /// parameters only, none can be told from the others.
    /// </summary>
    private Dictionary<ApiParameter, SampleResult>? PathValues(ApiOperation operation)
    {
        for (var variation = 0; variation < MostVariations; variation++)
        {
            var samples = operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).DistinctBy(parameter => parameter.Name)
                .ToDictionary(parameter => parameter, parameter =>
                    material.Samples.ForParameter(material.PathParameters.Fullest(operation, parameter), variation));
            if (samples.Count == 0 || samples.Values.Any(sample => !sample.Found)) return samples;
            var request = new StepRequest { Method = operation.Method, Path = operation.Path,
                PathValues = samples.ToDictionary(pair => pair.Key.Name, pair => pair.Value.ToElement()) };
            if (material.Meaning.TakenBy(operation, request) is not { } taker || PathPlaces.AreOne(taker.Path, operation.Path)) return samples;
        }

        return null;
    }

    private static Dictionary<string, JsonElement> Of(Dictionary<ParameterPlace, Dictionary<string, JsonElement>> places, ParameterPlace place)
    {
        if (place == ParameterPlace.QueryString) place = ParameterPlace.Query;
        if (!places.TryGetValue(place, out var values)) places[place] = values = new(StringComparer.Ordinal);
        return values;
    }

    private bool IsSent(ApiOperation operation, ApiParameter parameter) =>
        (parameter.Required || parameter.Place == ParameterPlace.Path) && IsSendable(operation, parameter);

    /// <summary>Whether a parameter is a test's to set: not credentials, nor what the sender of a request says itself.</summary>
    public bool IsSendable(ApiOperation operation, ApiParameter parameter) =>
        !(parameter.Place == ParameterPlace.Header && NeverSent.Contains(parameter.Name) && !IsWanted(parameter)) && !IsCredential(operation, parameter);

    /// <summary>A preference is nobody's duty (RFC 7240, section 2), but some descriptions require one.</summary>
    private static bool IsWanted(ApiParameter parameter) => parameter.Required && parameter.Name.Equals("Prefer", StringComparison.OrdinalIgnoreCase);

    private bool IsCredential(ApiOperation operation, ApiParameter parameter) =>
        material.Authentication.PlacesOf(operation.Security.SelectMany(alternative => alternative.Requirements).Select(requirement => requirement.Scheme))
            .Any(place => place.Is(parameter.Place, parameter.Name));

    /// <summary>A value that a person may have to give becomes a variable; one that the document gives stays as it is.</summary>
    private JsonElement Value(ApiOperation operation, ApiParameter parameter, SampleResult sample, VariableBook variables)
    {
        var value = (parameter.Place == ParameterPlace.Path ? InBody(operation, parameter, sample) : null) ?? sample.ToElement();
        if (IsKey(operation, parameter) && material.Accepts(parameter.Schema, IdempotencyKeys.Example))
            return variables.Fresh(IdempotencyKeys.Variable, IdempotencyKeys.Description);
        var named = NamedValue.Of(operation, parameter) with { Schema = material.PathParameters.Fullest(operation, parameter).Schema };
        if (material.Suppliers.IsChosen(operation, parameter) && Chosen(parameter, value) is { } chosen)
            return variables.Fresh(named, chosen with { Description = parameter.Description });
        var invented = sample.Invented.Count > 0 && parameter.Examples.Count == 0;
        if (invented && IsFree(operation, parameter)) return variables.Guessed(named, value, parameter.Description);
        return parameter.Place == ParameterPlace.Path || invented || IsSupplied(operation, parameter)
            ? variables.For(named, value, invented, parameter.Description)
            : TemplateEscapes.Escape(value);
    }

    /// <summary>Whether any value will do, since nothing has to be there for it: what to look for, and how much of it to give.</summary>
    private bool IsFree(ApiOperation operation, ApiParameter parameter) =>
        parameter.Place == ParameterPlace.Query && !IsSupplied(operation, parameter)
        && material.Suppliers.MeaningOf(operation) is { Effect: OperationEffect.Safe } && NameWords.Of(parameter.Name) is [.., var last] && Free.Contains(last);

    /// <summary>The number that a body wants where a path takes any text and means the same thing; null where there is none.</summary>
    private JsonElement? InBody(ApiOperation operation, ApiParameter parameter, SampleResult sample)
    {
        if (operation.RequestBody is not { Content.Count: > 0 } body || sample.ToElement().ValueKind != JsonValueKind.String) return null;
        if (RequestMedia.Of(body.Content) is not { IsJson: true } media
            || material.Samples.ForBody(media, MessageDirection.Request) is not { Found: true } made) return null;
        var place = DescribedPlaces.Of(material.Structure, media.Schema, made.ToElement()).FirstOrDefault(place => place.Value.ValueKind == JsonValueKind.Number
            && IsNamesake(place.Pointer, parameter.Name) && material.Suppliers.IsIdentifier(operation, place.Pointer.ToString()));
        return place is not null && material.Takes(parameter, AsJson.Node(place.Value)!) ? place.Value : null;
    }

    private static bool IsNamesake(NodePointer pointer, string name) =>
        pointer.Tokens is [.., var last] && string.Concat(NameWords.Of(last)) == string.Concat(NameWords.Of(name));

    /// <summary>A parameter that stands in the path and is not described, as other operations describe it.</summary>
    private ApiParameter? DescribedElsewhere(ApiOperation operation, string name)
    {
        var upTo = operation.Path[..(operation.Path.IndexOf($"{{{name}}}", StringComparison.Ordinal) + name.Length + 2)];
        return material.Spec.Operations.Where(other => other.Path.StartsWith(upTo, StringComparison.Ordinal))
            .Select(other => other.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Path && parameter.Name == name))
            .FirstOrDefault(parameter => parameter is not null && material.Samples.ForParameter(parameter).Found);
    }

    private bool IsSupplied(ApiOperation operation, ApiParameter parameter) =>
        parameter.Place == ParameterPlace.Query && material.Suppliers.For(operation, parameter.Name, parameter.Place).Suppliers.Count > 0;

    /// <summary>What the client calls a new thing is nobody else's yet.</summary>
    private TestVariable? Chosen(ApiParameter parameter, JsonElement value) =>
        AsJson.Node(value) is JsonValue sample
            ? FreshForms.Of(sample, other => material.Accepts(parameter.Schema, AsJson.Element(other))) : null;

    private static bool IsKey(ApiOperation operation, ApiParameter parameter) =>
        operation.Facts.OfType<IdempotencyKeyFact>().Any(fact => fact.Key.FindIn(operation) == parameter);

    private RequestMaking WithBody(ApiOperation operation, ApiRequestBody body, StepRequest request, VariableBook variables)
    {
        var media = RequestMedia.Of(body.Content);
        if (IsXml(media))
            return Bodiless(operation, body, request, variables, $"{operation.Id} takes {media.Name} only, and values of schemas do not determine XML.");
        var sample = material.Samples.ForBody(media, MessageDirection.Request);
        if (!sample.Found) return Bodiless(operation, body, request, variables, $"{operation.Id}: no body can be made: {sample.Problem}");
        var isExample = sample.Origin == SampleOrigin.Example;
        var names = new BodyVariables(material, operation, media, variables, request, isExample ? [] : sample.Invented);
        var applied = isExample ? null : new PatchBodies(material).Make(operation, media);
        var (template, value) = applied is { } patch ? (TemplateEscapes.Escape(patch), patch) : names.Replace(sample.ToElement());
        var plan = Plan(operation, request with { Body = new StepBody { MediaType = media.Name, Json = template } }, variables);
        plan = plan with { Media = media, Sample = value, Explained = plan.Explained && sample.Invented.Count == 0 && !names.MadeAnew };
        return new(RefundAmounts.Fitted(material, plan), null);
    }

    private RequestMaking Bodiless(ApiOperation operation, ApiRequestBody body, StepRequest request, VariableBook variables, string problem) =>
        body.Required ? new(null, problem) : new(Plan(operation, request, variables), null);

    private RequestPlan Plan(ApiOperation operation, StepRequest request, VariableBook variables) => new(operation, request, variables.All)
    {
        Explained = !variables.HasGuesses && variables.All.All(variable => !variable.Invented || variable.Fresh),
        HasShapedErrors = material.HasShapedErrors(operation),
    };

    private static bool IsXml(ApiMediaType media) => media.Name.Contains("xml", StringComparison.OrdinalIgnoreCase);
}
