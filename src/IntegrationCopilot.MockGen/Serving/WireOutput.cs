using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// A connection as the web server sees it. An answer without a body, to what the server has refused, gets a problem as its body; everything else passes as it
/// is.
/// </summary>
/// <threadsafety>As that of the connection; <see cref="Refusal"/> may be set from any thread.</threadsafety>
internal sealed class WireOutput(IDuplexPipe plain) : PipeWriter, IDuplexPipe
{
    private readonly PipeWriter output = plain.Output;
    private volatile BadHttpRequestException? refusal;
    private Memory<byte> given;

    public PipeReader Input => plain.Input;

    public PipeWriter Output => this;

    /// <summary>Why the request is refused.</summary>
    public BadHttpRequestException Refusal
    {
        set => refusal = value;
    }

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => given = output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (refusal is not { } reason || Explained(given.Span[..bytes], reason) is not { } answer)
        {
            output.Advance(bytes);
            return;
        }
        refusal = null;
        output.Write(answer);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => output.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);

    /// <summary>The answer with its body; null when these bytes are not the whole of an answer without one.</summary>
    private static byte[]? Explained(ReadOnlySpan<byte> written, BadHttpRequestException reason)
    {
        var empty = "Content-Length: 0\r\n"u8;
        var at = written.IndexOf(empty);
        if (at < 0 || !written.StartsWith("HTTP/1.1 "u8) || !written.EndsWith("\r\n\r\n"u8)) return null;
        var body = ErrorAnswers.Make(reason.StatusCode, reason.Message).Body.Span;
        var fields = Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\nContent-Type: application/problem+json\r\n{MockHeaders.Body}: problem\r\n");
        return [.. written[..at], .. fields, .. written[(at + empty.Length)..], .. body];
    }
}
