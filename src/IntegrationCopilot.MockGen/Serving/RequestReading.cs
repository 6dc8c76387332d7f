using System.Buffers;
using System.IO.Pipelines;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.MockGen;

/// <summary>A request taken from the wire, or the answer to one that could not be.</summary>
/// <param name="Request">The request; without its body when it was refused.</param>
/// <param name="Refusal">The answer to a refused one; null otherwise.</param>
internal readonly record struct RequestReading(RecordedRequest Request, MockReply? Refusal)
{
    /// <summary>The most bytes that are made room for because a client says that they will come.</summary>
    private const int MaxTrusted = 64 * 1024;

    /// <summary>Reads a request within the limits of size and time.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="url">Path and query, as the mock sees them.</param>
    /// <param name="options">The limits.</param>
    public static async ValueTask<RequestReading> ReadAsync(HttpContext context, string url, MockOptions options)
    {
        try
        {
            var hasNone = context.Request.ContentLength is 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false;
            var body = hasNone ? ReadOnlyMemory<byte>.Empty : await ReadBodyAsync(context, options);
            return new RequestReading(ToRecord(context, url, body ?? default), body is null ? ReadingRefusals.TooLarge(options) : null);
        }
        catch (BadHttpRequestException bad)
        {
            return Refused(bad.StatusCode, bad.Message);
        }
        catch (OperationCanceledException)
        {
            return Refused(408, $"The request did not arrive within {options.ReadTimeout.TotalSeconds:0.#} seconds.");
        }
        catch (IOException)
        {
            return Refused(400, "The request broke off.");
        }

        RequestReading Refused(int status, string detail) => new(ToRecord(context, url, default), ReadingRefusals.Make(status, detail));
    }

    /// <summary>The body; null when it is larger than is read.</summary>
    private static async ValueTask<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context, MockOptions options)
    {
        if (context.Request.ContentLength > options.MaxBodyBytes) return null;
        if (context.Request.ContentLength is { } expected && TryTake(context.Request.BodyReader, expected) is { } taken) return taken;
        using var timeout = new CancellationTokenSource(options.ReadTimeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        if (context.Request.ContentLength is { } length and <= MaxTrusted)
        {
            var exact = new byte[length];
            await context.Request.Body.ReadExactlyAsync(exact, either.Token);
            return exact;
        }
        using var buffer = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(piece, either.Token) is > 0 and var read)
        {
            if (buffer.Length + read > options.MaxBodyBytes) return null;
            buffer.Write(piece, 0, read);
        }
        return buffer.ToArray();
    }

    /// <summary>A body that has arrived already, which needs no watch on the time; null when something is still to come.</summary>
    private static ReadOnlyMemory<byte>? TryTake(PipeReader reader, long length)
    {
        if (!reader.TryRead(out var result)) return null;
        var buffer = result.Buffer;
        if (buffer.Length < length)
        {
            reader.AdvanceTo(buffer.Start);
            return null;
        }
        var body = buffer.Slice(0, length).ToArray();
        reader.AdvanceTo(buffer.GetPosition(length));
        return body;
    }

    private static RecordedRequest ToRecord(HttpContext context, string url, ReadOnlyMemory<byte> body)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var headers = new List<KeyValuePair<string, string>>(request.Headers.Count);
        foreach (var (name, values) in request.Headers)
            foreach (var value in values) headers.Add(new(name, value ?? ""));
        return new RecordedRequest { Method = request.Method, Url = url, Headers = headers, Body = body };
    }
}
