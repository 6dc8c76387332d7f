using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Sends the probes in a fixed order, each twice, and afterwards asks for everything again, so that effects show too.</summary>
internal sealed class ProbeSession(ApiSpec spec, ProbeMaker maker, MockEngine mock, ProbeReceiver receiver, Action<int, ProbeAnswer>? heard) : IDisposable
{
    /// <summary>Probes that are sent at most, for documents of thousands of operations.</summary>
    private const int MostProbes = 20_000;

    /// <summary>How long an answer may take; the mock with nothing wrong takes thousandths of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ApiResource, string> made = [];
    private readonly List<ProbeAnswer> answers = [];
    private readonly HttpClient client = mock.CreateClient();
    private readonly MockCredentials known = mock.Options.Credentials;
    private readonly SchemeValues values = SchemeValues.Of(mock.Options.Credentials, null);

    public void Dispose() => client.Dispose();

    public async Task<IReadOnlyList<ProbeAnswer>> RunAsync(CancellationToken cancellationToken)
    {
        var operations = spec.Operations.OrderBy(operation => OrderOf(operation.Method)).ToList();
        foreach (var operation in operations) await SendAllAsync(maker.For(operation), cancellationToken);
        var again = operations.Where(operation => operation.Method is "GET").SelectMany(operation => maker.For(operation).Take(2)).ToList();
        await SendAllAsync(again, cancellationToken);
        await SendAllAsync(operations.Where(operation => operation.Method == "DELETE").SelectMany(operation => maker.For(operation).Take(1)),
            cancellationToken);
        await SendAllAsync(again, cancellationToken);
        return answers;
    }

    private static int OrderOf(string method) => method switch { "POST" => 0, "PUT" => 1, "GET" => 2, "PATCH" => 3, "DELETE" => 5, _ => 4 };

    private async Task SendAllAsync(IEnumerable<Probe> probes, CancellationToken cancellationToken)
    {
        foreach (var probe in probes)
        {
            for (var time = 0; time < 2 && answers.Count < MostProbes; time++) await SendAsync(probe, cancellationToken);
        }
    }

    private async Task SendAsync(Probe probe, CancellationToken cancellationToken)
    {
        using var request = await RequestAsync(probe, cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await client.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            Learn(probe, (int)response.StatusCode, body);
            Note(new(probe.Operation, probe.What, (int)response.StatusCode,
                FieldText.Of(response.Headers, response.Content.Headers) + Encoding.Latin1.GetString(body))
            {
                Delivered = await receiver.TakeAsync(mock.Deliveries, cancellationToken),
            });
        }
        catch (HttpRequestException e)
        {
            Note(new(probe.Operation, probe.What, 0, e.HttpRequestError.ToString()));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Note(new(probe.Operation, probe.What, 0, "no answer in time"));
        }
    }

    private void Note(ProbeAnswer answer)
    {
        answers.Add(answer);
        heard?.Invoke(answers.Count - 1, answer);
    }

    /// <summary>What a call made is asked for by later probes.</summary>
    private void Learn(Probe probe, int status, byte[] body)
    {
        if (status is < 200 or > 299 || probe.Operation.Method is not ("POST" or "PUT")) return;
        if (spec.Resources.Of(probe.Operation) is not { Effect: OperationEffect.Creates, Resource: { Identifier: { } identifier } resource }) return;
        var pointer = identifier.Parts[^1].Create ?? identifier.Field;
        if (pointer is null || JsonBody.Parse(body) is not { } json) return;
        if (JsonValues.Find(json, pointer) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id)
            made[resource] = id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText();
    }

    private async Task<HttpRequestMessage> RequestAsync(Probe probe, CancellationToken cancellationToken)
    {
        var query = string.Join('&', probe.Query);
        var url = PathOf(probe) + (query.Length == 0 ? "" : $"?{query}");
        var request = new HttpRequestMessage(new HttpMethod(probe.Method), new Uri($"http://localhost{url}"));
        if (probe.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body.Bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        }

        foreach (var (name, value) in probe.Headers) request.Headers.TryAddWithoutValidation(name, value);
        foreach (var authenticator in Authenticators(probe)) await authenticator.ApplyAsync(request, probe.Body?.Bytes ?? default, cancellationToken);
        return request;
    }

    private IEnumerable<RequestAuthenticator> Authenticators(Probe probe)
    {
        var credentials = values.For(probe.Operation, mock.Options.Authentication);
        return probe.Credentials switch
        {
            StepCredentials.None => [],
            StepCredentials.Valid => credentials.Select(valid => new RequestAuthenticator(CredentialSources.Of(valid.Credentials, client, TimeProvider.System),
                mock.Options.Authentication.Of(valid.Scheme), valid.Scheme)),
            _ => credentials.Select(valid => SpoiledCredentials.Of(valid, probe.Credentials, known.ExpiredToken, 0, mock.Options.Authentication)),
        };
    }

    private string PathOf(Probe probe)
    {
        var path = probe.Operation.Path.Split('#')[0];
        foreach (var parameter in probe.Operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path))
        {
            var value = probe.Path.TryGetValue(parameter.Name, out var given) ? given : Known(probe.Operation, parameter);
            if (value.ValueKind == JsonValueKind.Undefined) continue;
            path = path.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{parameter.Name}}}"), ParameterSerializer.Serialize(parameter, value),
                StringComparison.Ordinal);
        }

        return path.StartsWith('/') ? path : $"/{path}";
    }

    private JsonElement Known(ApiOperation operation, ApiParameter parameter)
    {
        for (var resource = spec.Resources.Of(operation).Resource; resource is not null; resource = resource.Parent)
            if (resource.Identifier?.Parameter == parameter.Name && made.TryGetValue(resource, out var id))
                return AsJson.Element(id);
        return maker.Sample(parameter);
    }
}
