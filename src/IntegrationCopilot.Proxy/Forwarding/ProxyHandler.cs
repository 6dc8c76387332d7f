using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Yarp.ReverseProxy.Forwarder;

namespace IntegrationCopilot.Proxy;

/// <summary>Answers each request with what the API answers.</summary>
internal sealed class ProxyHandler(ProxySettings settings, IHttpForwarder forwarder, HttpMessageInvoker invoker)
{
    /// <summary>How long nothing may pass once a response has begun. Streams are quiet for hours; the connection tells when somebody is gone.</summary>
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromDays(1) };

    public async Task HandleAsync(HttpContext context)
    {
        using var activity = ProxyTelemetry.Source.StartActivity(ProxyTelemetry.Name);
        using var exchange = new PassingExchange(context, settings, activity);
        var (requestBody, responseBody) = (context.Request.Body, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        LiftLimits(context);
        try
        {
            if (settings.Options.Strict && !await AdmitAsync(context, exchange)) return;
            context.Request.Body = exchange.Watch(context.Request.Body);
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(exchange.WatchResponse(responseBody.Stream), responseBody));
            var error = await forwarder.SendAsync(context, settings.Prefix, invoker, Config, new ExchangeTransformer(exchange, settings), exchange.Patience);
            var exception = error == ForwarderError.None
                ? null : context.Features.Get<IForwarderErrorFeature>()?.Exception ?? new HttpRequestException($"{error}");
            context.Features.Set(responseBody);
            if (exception is not null) exception = await FailAsync(context, exchange, error, exception);
            await exchange.TellAsync(exception);
        }
        finally
        {
            context.Request.Body = requestBody;
            context.Features.Set(responseBody);
        }
    }

    /// <summary>Holds the request and judges it; refuses it when it does not conform.</summary>
    /// <returns>Whether it may pass.</returns>
    private async Task<bool> AdmitAsync(HttpContext context, PassingExchange exchange)
    {
        HeldBody? held = null;
        if (!exchange.IsUpgrade && !(context.Request.ContentLength > settings.Options.MaxJudgedBytes))
        {
            try
            {
                held = await HeldBody.ReadAsync(context.Request.Body, settings.Options.MaxJudgedBytes, context.RequestAborted);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                if (!context.RequestAborted.IsCancellationRequested) await ProxyProblems.BrokenRequest().ExecuteAsync(context);
                await exchange.TellAsync(e);
                return false;
            }

            context.Request.Body = held.ToStream();
        }

        if (exchange.JudgeRequest(held) is not { Count: > 0 } findings) return true;
        exchange.Refusal = ProxyRefusal.Request;
        if (held is not null) exchange.Keep(held.Beginning.Span);
        await ProxyProblems.OfRequest(findings).ExecuteAsync(context);
        await exchange.TellAsync(null);
        return false;
    }

    /// <summary>Tells the client what happened, where it can still be told.</summary>
    private async Task<Exception> FailAsync(HttpContext context, PassingExchange exchange, ForwarderError error, Exception exception)
    {
        if (context.RequestAborted.IsCancellationRequested) return new OperationCanceledException("The client left.", exception);
        var hasWaited = exchange.Patience.IsCancellationRequested || error == ForwarderError.RequestTimedOut;
        if (hasWaited) exception = new TimeoutException($"No answer came within {settings.Options.Timeout}.", exception);
        if (context.Response.HasStarted) return exception;
        context.Response.Clear();
        exchange.IsOurs = true;
        var problem = hasWaited ? ProxyProblems.TimedOut(settings.Upstream, settings.Options.Timeout)
            : error is ForwarderError.RequestBodyClient ? ProxyProblems.BrokenRequest()
            : ProxyProblems.Unreachable(settings.Upstream, exception);
        await problem.ExecuteAsync(context);
        return exception;
    }

    /// <summary>How long a body may be and how fast it comes is between client and API.</summary>
    private static void LiftLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } sending) sending.MinDataRate = null;
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } receiving) receiving.MinDataRate = null;
    }
}
