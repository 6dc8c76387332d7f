using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.MockGen;

/// <summary>One exchange over a web server: reads the request, has it answered, writes the answer.</summary>
internal static class HttpExchange
{
    /// <summary>Runs the exchange.</summary>
    /// <param name="engine">The mock.</param>
    /// <param name="context">The exchange.</param>
    /// <param name="prefix">The path the mock is mapped under, without a slash at its end; empty when it is mapped under none.</param>
    public static async Task RunAsync(MockEngine engine, HttpContext context, string prefix = "")
    {
        var aborted = context.RequestAborted;
        var pathBase = MappedUrl.BaseOf(context, prefix);
        var url = MappedUrl.Of(context, pathBase);
        // Who calls matters to the mock's own paths only.
        var caller = new MockCaller(url.StartsWith(OwnPathsBehaviour.Prefix, StringComparison.Ordinal) && ControlAccess.IsLocal(context), pathBase);
        var reading = await RequestReading.ReadAsync(context, url, engine.Options);
        var request = reading.Refusal is { } refusal ? engine.Refused(reading.Request, refusal, aborted) : engine.Receive(reading.Request, caller, aborted);
        try
        {
            await SendAsync(context, MappedUrl.WithBase(await engine.AnswerAsync(request), caller.PathBase));
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static async Task SendAsync(HttpContext context, MockReply reply)
    {
        if (reply.BreakAfterBytes == 0) { context.Abort(); return; }
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            if (!response.Headers.TryAdd(name, value)) response.Headers.Append(name, value);
        if (MockReply.IsBodiless(reply.Status)) return;
        response.ContentLength = reply.Body.Length;
        if (reply.Body.IsEmpty || !reply.IsBodySent(context.Request.Method)) return;
        var length = Math.Min(reply.BreakAfterBytes ?? reply.Body.Length, reply.Body.Length);
        await response.BodyWriter.WriteAsync(reply.Body[..length], context.RequestAborted);
        if (length < reply.Body.Length) context.Abort();
    }
}
