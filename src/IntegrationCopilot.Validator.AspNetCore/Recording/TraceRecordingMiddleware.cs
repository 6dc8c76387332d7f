using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Records each request an application answers as a <see cref="ApiTrace"/>.</summary>
internal sealed class TraceRecordingMiddleware(RequestDelegate next, ServerTraceRecordingOptions options, ValidationObserver observer)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (options.Filter?.Invoke(context) == false)
        {
            await next(context);
            return;
        }

        var startedAt = options.Clock.GetUtcNow();
        var start = options.Clock.GetTimestamp();
        // A handler may replace the headers of the request; what came is what counts.
        var headers = context.Request.Headers.ToRecorded();
        using var capture = new Capture(context);
        var exception = await RunAsync(context, capture);
        await RecordAsync(context, new TraceDraft
        {
            StartedAt = startedAt,
            Duration = options.Clock.GetElapsedTime(start),
            Environment = options.Environment.GetValueOrDefault(),
            Origin = options.Origin,
            Request = new() { Method = context.Request.Method, Url = context.Request.RecordedUrl(), Headers = headers, Body = capture.Request },
            Response = ResponseOf(context, capture, exception),
            Exception = exception,
        });
        if (exception is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
    }

    private async Task<Exception?> RunAsync(HttpContext context, Capture capture)
    {
        try
        {
            await next(context);
            await capture.FlushAsync();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>What the client gets: nothing when it left, status 500 when the application failed before it answered.</summary>
    private static RecordedResponse? ResponseOf(HttpContext context, Capture capture, Exception? exception)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested) return null;
        if (exception is not null && !context.Response.HasStarted) return new() { Status = StatusCodes.Status500InternalServerError };
        return new() { Status = context.Response.StatusCode, Headers = context.Response.Headers.ToRecorded(), Body = capture.Response };
    }

    /// <remarks>Not cancelled with the request: that the client left is worth recording too.</remarks>
    private async Task RecordAsync(HttpContext context, TraceDraft draft)
    {
        draft = draft with { Partner = options.Partner?.Invoke(context), Operation = options.Operation?.Invoke(context) };
        draft = draft.CheckedBy(options.Validator);
        if (draft.Operation is null && options.Operation is null) draft = draft with { Operation = RouteOf(context) };
        try
        {
            await options.OnTrace(options.Redactor.Record(draft), CancellationToken.None);
            observer.Recorded(draft.Request.Method, draft.Operation?.Endpoint, null);
        }
        catch (Exception e)
        {
            observer.Recorded(draft.Request.Method, draft.Operation?.Endpoint, e);
            throw;
        }
    }

    private static TraceOperation? RouteOf(HttpContext context) => context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } template } endpoint
        ? new(context.Request.Method, template.StartsWith('/') ? template : "/" + template,
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName)
        : null;

    /// <summary>Stands between the application and the bodies of one exchange.</summary>
    private sealed class Capture : IDisposable
    {
        private readonly HttpContext context;
        private readonly Stream requestBody;
        private readonly IHttpResponseBodyFeature responseBody;
        private readonly MemoryStream request = new();
        private readonly MemoryStream response = new();
        private readonly StreamResponseBodyFeature feature;

        public Capture(HttpContext context)
        {
            this.context = context;
            requestBody = context.Request.Body;
            responseBody = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
            feature = new StreamResponseBodyFeature(new WatchedStream(responseBody.Stream, passing => Keep(response, passing)), responseBody);
            context.Request.Body = new WatchedStream(requestBody, passing => Keep(request, passing));
            context.Features.Set<IHttpResponseBodyFeature>(feature);
        }

        public ReadOnlyMemory<byte> Request => Kept(request);

        public ReadOnlyMemory<byte> Response => Kept(response);

        /// <summary>Sends on what was written but not flushed. An empty response is not started, so that others can still fill it.</summary>
        public async Task FlushAsync()
        {
            if (feature.Writer.UnflushedBytes > 0) await feature.Writer.FlushAsync(context.RequestAborted);
        }

        public void Dispose()
        {
            context.Request.Body = requestBody;
            context.Features.Set(responseBody);
            request.Dispose();
            response.Dispose();
        }

        private static ReadOnlyMemory<byte> Kept(MemoryStream kept) => kept.GetBuffer().AsMemory(0, (int)kept.Length);

        /// <summary>The last byte kept beyond the limit shows that there was more.</summary>
        private static void Keep(MemoryStream kept, ReadOnlySpan<byte> passing) =>
            kept.Write(passing[..(int)Math.Min(passing.Length, TraceRedactor.MaxInspectedBytes + 1 - kept.Length)]);
    }
}
