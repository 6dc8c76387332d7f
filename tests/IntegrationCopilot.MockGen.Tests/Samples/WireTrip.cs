using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Sends samples through our own serializers and readers: bodies of every kind, parameters and fields.</summary>
internal sealed class WireTrip
{
    private readonly string name;
    private readonly ApiSpec spec;
    private readonly SampleTally tally;
    private readonly SampleGenerator samples;
    private readonly MessageValidator validator;
    private readonly SchemaSet schemas;

    public WireTrip(string name, ApiSpec spec, SampleTally tally)
    {
        schemas = new SchemaSet(spec);
        (this.name, this.spec, this.tally) = (name, spec, tally);
        samples = new SampleGenerator(spec, schemas);
        validator = new MessageValidator(spec, new MessageValidatorOptions { CheckSecurity = false }, schemas);
    }

    /// <summary>A schema by itself, as JSON.</summary>
    public void CheckSchema(RawNode schema)
    {
        var sample = samples.Make(schema);
        if (tally.Count(sample, $"{name} {schema.Name}") && !schemas.For(schema).IsValid(sample.Json.Span))
            tally.Break($"{name} {schema.Name}", $"is refused. Sample: {Short(sample)}");
    }

    public void CheckRequest(ApiOperation operation, ApiMediaType media)
    {
        var place = $"{name} {operation.Id} {media.Name}";
        var sample = samples.ForBody(media, MessageDirection.Request);
        if (!tally.Count(sample, place)) return;
        var body = BodySerializer.Serialize(spec, media, sample.ToElement());
        var request =
            new RecordedRequest { Method = operation.Method, Url = operation.Path, Headers = [new("Content-Type", body.ContentType)], Body = body.Bytes };
        Judge(place, "body", validator.ValidateRequest(operation, request), sample);
    }

    public void CheckResponse(ApiOperation operation, ApiResponse response, ApiMediaType media)
    {
        var place = $"{name} {operation.Id} {response.Status} {media.Name}";
        var sample = samples.ForBody(media, MessageDirection.Response);
        if (!tally.Count(sample, place)) return;
        var body = BodySerializer.Serialize(spec, media, sample.ToElement());
        var answer = new RecordedResponse { Status = StatusOf(operation, response), Headers = [new("Content-Type", body.ContentType)], Body = body.Bytes };
        if (operation.FindResponse(answer.Status) == response) Judge(place, "body", validator.ValidateResponse(operation, answer), sample);
    }

    public void CheckParameter(ApiOperation operation, ApiParameter parameter)
    {
        var place = $"{name} {operation.Id} {parameter.Place} {parameter.Name}";
        // Some documents tell operations apart by a fragment, which is not sent.
        var path = operation.Path.Split('#')[0];
        var sample = samples.ForParameter(parameter);
        if (!tally.Count(sample, place)) return;
        var text = ParameterSerializer.Serialize(parameter, sample.ToElement());
        var request = new RecordedRequest
        {
            Method = operation.Method,
            Url = parameter.Place is ParameterPlace.Query or ParameterPlace.QueryString ? $"{path}{(path.Contains('?') ? '&' : '?')}{text}" : path,
            Headers = parameter.Place == ParameterPlace.Header ? [new(parameter.Name, text)] : parameter.Place == ParameterPlace.Cookie ? [new("Cookie", text)]
                : [],
        };
        if (parameter.Place == ParameterPlace.Path && (text.Length == 0 || text is "." or ".." || text.Contains('/')))
            tally.Break(place, $"'{text}' is no segment of a path.");
        if (parameter.Place == ParameterPlace.Header && text.Any(c => c is < ' ' or > '~')) tally.Break(place, $"'{text}' is no value of a field.");
        var where = parameter.Place == ParameterPlace.QueryString ? "query" : $"{parameter.Place.ToString().ToLowerInvariant()}.{parameter.Name}";
        Judge(place, where, validator.ValidateRequest(operation, request, parameter.Place == ParameterPlace.Path ? [new(parameter.Name, text)] : []), sample);
    }

    public void CheckHeader(ApiOperation operation, ApiResponse response, ApiHeader header)
    {
        var place = $"{name} {operation.Id} {response.Status} {header.Name}";
        var sample = samples.ForHeader(header);
        if (!tally.Count(sample, place)) return;
        var text = ParameterSerializer.Serialize(header, sample.ToElement());
        if (text.Any(c => c is < ' ' or > '~') || text != text.Trim()) tally.Break(place, $"'{text}' is no value of a field.");
        var answer = new RecordedResponse { Status = StatusOf(operation, response), Headers = [new(header.Name, text)] };
        if (operation.FindResponse(answer.Status) == response) Judge(place, $"header.{header.Name}", validator.ValidateResponse(operation, answer), sample);
    }

    private void Judge(string place, string where, MessageVerdict verdict, SampleResult sample)
    {
        var wrong = verdict.Findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error
            && (f.Where == where || f.Where.StartsWith($"{where}.", StringComparison.Ordinal) || f.Where.StartsWith($"{where}[", StringComparison.Ordinal)));
        if (wrong is not null) tally.Break(place, $"{wrong.Where}: {wrong.Message} Sample: {Short(sample)}");
    }

    private static string Short(SampleResult sample) => System.Text.Encoding.UTF8.GetString(sample.Json.Span[..Math.Min(300, sample.Json.Length)]);

    private static int StatusOf(ApiOperation operation, ApiResponse response) =>
        int.TryParse(response.Status, out var status) ? status
        : response.Status.Length == 3 && char.IsAsciiDigit(response.Status[0]) ? ((response.Status[0] - '0') * 100) + 42
        : Enumerable.Range(200, 399).First(s => operation.FindResponse(s) == response || s == 598);
}
