using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.MockGen;

/// <summary>One exchange over a web server: reads the request, has it answered, writes the answer.</summary>
internal static class HttpExchange
{
    public static async Task RunAsync(MockEngine engine, HttpContext context)
    {
        var aborted = context.RequestAborted;
        var reading = await RequestReading.ReadAsync(context, engine.Options);
        var request = reading.Refusal is { } refusal ? engine.Refused(reading.Request, refusal, aborted) : engine.Receive(reading.Request, aborted);
        try
        {
            await SendAsync(context, await engine.AnswerAsync(request));
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
        foreach (var (name, value) in reply.Headers) response.Headers.Append(name, value);
        if (MockReply.IsBodiless(reply.Status)) return;
        response.ContentLength = reply.Body.Length;
        if (reply.Body.IsEmpty || !reply.IsBodySent(context.Request.Method)) return;
        var length = Math.Min(reply.BreakAfterBytes ?? reply.Body.Length, reply.Body.Length);
        await response.BodyWriter.WriteAsync(reply.Body[..length], context.RequestAborted);
        if (length < reply.Body.Length) context.Abort();
    }
}
