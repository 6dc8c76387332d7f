using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.MockGen;

/// <summary>A request taken from the wire, or the answer to one that could not be.</summary>
/// <param name="Request">The request; without its body when it was refused.</param>
/// <param name="Refusal">The answer to a refused one; null otherwise.</param>
internal readonly record struct RequestReading(RecordedRequest Request, MockReply? Refusal)
{
    /// <summary>Reads a request within the limits of size and time.</summary>
    public static async Task<RequestReading> ReadAsync(HttpContext context, MockOptions options)
    {
        try
        {
            var body = context.Request.ContentLength is 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false ? default : await ReadBodyAsync(context, options);
            return new RequestReading(ToRecord(context, body), null);
        }
        catch (BadHttpRequestException bad)
        {
            return Refused(context, bad.StatusCode, bad.StatusCode == 413 ? $"The body is larger than the {options.MaxBodyBytes} bytes that are read." : bad.Message);
        }
        catch (OperationCanceledException)
        {
            return Refused(context, 408, $"The request did not arrive within {options.ReadTimeout.TotalSeconds:0.#} seconds.");
        }
        catch (IOException)
        {
            return Refused(context, 400, "The request broke off.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context, MockOptions options)
    {
        using var timeout = new CancellationTokenSource(options.ReadTimeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        if (context.Request.ContentLength is { } length && length <= options.MaxBodyBytes)
        {
            var exact = new byte[length];
            await context.Request.Body.ReadExactlyAsync(exact, either.Token);
            return exact;
        }
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, either.Token);
        return buffer.ToArray();
    }

    private static RecordedRequest ToRecord(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var headers = new List<KeyValuePair<string, string>>(request.Headers.Count);
        foreach (var (name, values) in request.Headers)
            foreach (var value in values) headers.Add(new(name, value ?? ""));
        return new RecordedRequest { Method = request.Method, Url = request.RawTarget, Headers = headers, Body = body };
    }

    private static RequestReading Refused(HttpContext context, int status, string detail) =>
        new(ToRecord(context, default), ErrorAnswers.Make(status, detail).With("Connection", "close"));
}
