using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Traces for tests: the same number gives the same trace.</summary>
internal static class TraceSamples
{
    public static readonly TraceKey Key = new("k1", Encoding.ASCII.GetBytes("a signing secret of 32 bytes ..."));
    public static readonly TraceKey OtherKey = new("k2", Encoding.ASCII.GetBytes("another secret that has 32 bytes"));
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1));

    public static ApiTrace Small(int number) => new()
    {
        Id = $"0195f0a0-0000-7000-8000-{number:x12}",
        StartedAt = Start.AddTicks(number * 12_345_678L),
        Duration = TimeSpan.FromTicks(number * 1_234L),
        Environment = EnvironmentType.Mock,
        Request = new() { Method = "GET", Url = $"/payments/{number}" },
        Response = new() { Status = 200, Body = TraceBody.Capture(Encoding.UTF8.GetBytes($$"""{"id":"pay_{{number}}"}""")) },
        ErrorCategory = TraceErrorCategory.None,
    };

    public static ApiTrace Full() => Small(7) with
    {
        Environment = EnvironmentType.Sandbox,
        Operation = new("POST", "/payments/{id}/refunds", "refundPayment"),
        Effect = OperationEffect.Creates,
        Origin = TraceOrigin.HostedMock,
        Document = new("Payments", "1.0", new string('b', 64)),
        CaseId = "refund.success.full",
        Step = "refund",
        IsErrorAskedFor = true,
        ErrorCode = "E_LIMIT",
        Partner = "Zoë & Söhne \"GmbH\"",
        Request = new()
        {
            Method = "POST",
            Url = "https://api.example.com/payments/7/refunds?dry=1",
            Headers = [new("Content-Type", "application/json"), new("X-Twice", "a"), new("X-Twice", "b")],
            Unknown = ["header.X-Twice", "body/note"],
            Body = TraceBody.Capture("{\"amount\":1.50,\n\t\"note\":\"\u2028 \U0001F600 \\u0007\u0007\"}"u8.ToArray()),
        },
        Response = new() { Status = 502, Headers = [new("Server", "x")], Body = TraceBody.Capture(new byte[] { 0xFF, 0x00, 0x80, 1, 2, 3 }, 4) },
        Error = "The connection\u0000 broke.",
        ErrorCategory = TraceErrorCategory.RateLimit,
        Findings =
        [
            new() { Code = "required", Message = "amount is missing", Where = "body.amount", Pointer = "/amount", Expected = "amount", Actual = "nothing",
                Source = new SourceLocation("spec.yaml", "/paths/~1a", 12, 3) },
            new() { Code = "undocumented-status", Message = "502 is not documented", Severity = FindingSeverity.Warning,
                Source = new SourceLocation("spec.yaml", "") },
        ],
    };

    public static async Task<byte[]> FileAsync(IEnumerable<ApiTrace> traces, TraceKey? key = null, bool close = true)
    {
        var stream = new MemoryStream();
        var writer = await TraceWriter.StartAsync(stream, key ?? Key, "test-chain");
        foreach (var trace in traces) await writer.WriteAsync(trace);
        if (close) await writer.DisposeAsync();
        return stream.ToArray();
    }

    public static Task<TraceVerification> VerifyAsync(byte[] file, params TraceKey[] keys) =>
        TraceVerifier.VerifyAsync(new MemoryStream(file), keys.Length == 0 ? [Key] : keys);

    /// <summary>The lines of a file, each with its line feed.</summary>
    public static List<byte[]> Lines(byte[] file)
    {
        var lines = new List<byte[]>();
        var start = 0;
        while (Array.IndexOf(file, (byte)'\n', start) is var end and >= 0)
        {
            lines.Add(file[start..(end + 1)]);
            start = end + 1;
        }

        return lines;
    }
}
