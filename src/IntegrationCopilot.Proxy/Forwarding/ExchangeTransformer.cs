using System.Buffers;
using System.Net;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace IntegrationCopilot.Proxy;

/// <summary>What is changed of the messages of one exchange: as little as HTTP allows.</summary>
internal sealed class ExchangeTransformer(PassingExchange exchange, ProxySettings settings) : HttpTransformer
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Bodies that may never end, or whose parts are meant to be read as they come.</summary>
    private static readonly SearchValues<string> Streams = SearchValues.Create(
        ["text/event-stream", "application/x-ndjson", "application/jsonl", "application/json-seq", "application/geo+json-seq", "multipart/x-mixed-replace",
            "application/grpc"],
        StringComparison.OrdinalIgnoreCase);

    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.RequestUri = new Uri(settings.Prefix + exchange.Target, AsWritten);
        proxyRequest.Headers.Host = null;
        RemoveNominated(proxyRequest);
        if (settings.Options.SendsForwardedHeaders) AddForwarded(httpContext, proxyRequest);
        // The body of a strict exchange is here already.
        if (settings.Options.Strict) proxyRequest.Headers.Remove("Expect");
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        exchange.StopWaiting();
        if (proxyResponse is null) return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        if (proxyResponse.StatusCode == HttpStatusCode.SwitchingProtocols || (exchange.IsUpgrade && proxyResponse.IsSuccessStatusCode))
        {
            exchange.Said = HeadOf(proxyResponse);
            var isTunnel = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            await exchange.TellAsync(null);
            return isTunnel;
        }

        if (settings.Options.Strict && await JudgeAsync(proxyResponse, cancellationToken) is { Count: > 0 } findings)
        {
            exchange.Refusal = ProxyRefusal.Response;
            await ProxyProblems.OfResponse((int)proxyResponse.StatusCode, findings).ExecuteAsync(httpContext);
            return false;
        }

        return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
    }

    /// <summary>Holds a response, and judges what can be held. It can be read from its beginning afterwards.</summary>
    private async Task<List<Finding>> JudgeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var head = HeadOf(response);
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : "";
        var isEndless = Streams.Contains(type.Split(';')[0].Trim());
        if (isEndless || response.Content.Headers.ContentLength > settings.Options.MaxJudgedBytes) return Judge(head, isWhole: false);
        var held = await HeldBody.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), settings.Options.MaxJudgedBytes, cancellationToken);
        var findings = Judge(held.IsWhole ? head with { Body = held.Beginning } : head, held.IsWhole);
        if (findings.Count > 0) return findings;
        var content = new StreamContent(held.ToStream());
        foreach (var (name, values) in response.Content.Headers.NonValidated) content.Headers.TryAddWithoutValidation(name, values);
        response.Content = content;
        return findings;
    }

    private List<Finding> Judge(RecordedResponse response, bool isWhole)
    {
        var findings = exchange.JudgeResponse(response, isWhole);
        if (findings.Count > 0) exchange.Said = response;
        return findings;
    }

    private static RecordedResponse HeadOf(HttpResponseMessage response) => new()
    {
        Status = (int)response.StatusCode,
        Headers = [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))],
    };

    /// <summary>Fields that <c>Connection</c> names are for this connection only (RFC 9110, section 7.6.1).</summary>
    private void RemoveNominated(HttpRequestMessage proxyRequest)
    {
        foreach (var name in exchange.Nominated)
        {
            proxyRequest.Headers.Remove(name);
            proxyRequest.Content?.Headers.Remove(name);
        }
    }

    private static void AddForwarded(HttpContext context, HttpRequestMessage proxyRequest)
    {
        var headers = proxyRequest.Headers;
        if (context.Connection.RemoteIpAddress is { } client)
        {
            var before = context.Request.Headers["X-Forwarded-For"].ToString();
            headers.Remove("X-Forwarded-For");
            headers.TryAddWithoutValidation("X-Forwarded-For", before.Length == 0 ? client.ToString() : $"{before}, {client}");
        }

        if (!headers.NonValidated.Contains("X-Forwarded-Host") && context.Request.Host.HasValue)
            headers.TryAddWithoutValidation("X-Forwarded-Host", context.Request.Host.ToUriComponent());
        if (!headers.NonValidated.Contains("X-Forwarded-Proto")) headers.TryAddWithoutValidation("X-Forwarded-Proto", context.Request.Scheme);
    }
}
