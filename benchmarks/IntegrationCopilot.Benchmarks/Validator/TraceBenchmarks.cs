using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Benchmarks.Validator;

/// <summary>Traces of 64 KB: signing and verifying against the bare HMAC over the same bytes.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class TraceBenchmarks
{
    private readonly byte[] secret = new byte[32];
    private readonly TraceKey key = new("bench", new byte[32]);
    private readonly ArrayBufferWriter<byte> buffer = new();
    private TraceSigner signer = null!;
    private ApiTrace trace = null!;
    private byte[] canonical = [];
    private TraceSignature signature = null!;
    private byte[] file = [];

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        signer = new TraceSigner(key);
        var body = new StringBuilder();
        while (body.Length < 62 * 1024) body.Append("the quick brown fox jumps over the lazy dog, ");
        trace = new ApiTrace
        {
            Id = "0198c0de-0000-7000-8000-000000000000",
            StartedAt = DateTimeOffset.UnixEpoch,
            Duration = TimeSpan.FromMilliseconds(12),
            Environment = EnvironmentType.Sandbox,
            ErrorCategory = TraceErrorCategory.None,
            Request = new() { Method = "POST", Url = "/payments", Body = TraceBody.Capture(Encoding.UTF8.GetBytes(body.ToString())) },
            Response = new() { Status = 201 },
        };
        canonical = TraceJson.Serialize(trace);
        signature = signer.Sign(canonical);
        var output = new MemoryStream();
        await using (var writer = await TraceWriter.StartAsync(output, key))
            for (var i = 0; i < 16; i++) await writer.WriteAsync(trace);
        file = output.ToArray();
    }

    [Benchmark(Baseline = true)]
    public byte[] Hmac() => HMACSHA256.HashData(secret, canonical);

    [Benchmark]
    public TraceSignature SignTrace() => signer.Sign(trace);

    [Benchmark]
    public bool VerifyTrace() => signer.Verify(canonical, signature);

    [Benchmark]
    public void SerializeTrace()
    {
        buffer.ResetWrittenCount();
        TraceJson.Serialize(trace, buffer);
    }

    /// <summary>A file of 16 traces; per trace.</summary>
    [Benchmark(OperationsPerInvoke = 16)]
    public async Task<TraceVerification> VerifyFile() => await TraceVerifier.VerifyAsync(new MemoryStream(file), [key]);
}
