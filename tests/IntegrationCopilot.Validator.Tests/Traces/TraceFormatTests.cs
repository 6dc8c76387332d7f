using System.Text;
using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Files of version 1 of the format, which an earlier release wrote, and what version 2 adds.</summary>
public sealed class TraceFormatTests : IDisposable
{
    private static readonly string Format1 =
        Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.Validator.Tests", "Traces", "Format1");

    private readonly string folder = Directory.CreateTempSubdirectory("traces-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task VerifyAsync_FileOfVersion1_Holds()
    {
        var verification = await VerifyAsync(await OldFileAsync());
        verification.Should().Be(new TraceVerification(12, null));
    }

    [Fact]
    public async Task ReadAsync_FileOfVersion1_GivesEveryTraceAndLeavesOutWhatItDidNotSay()
    {
        var lines = await TraceReader.ReadAsync(new MemoryStream(await OldFileAsync())).ToListAsync();
        lines.Should().HaveCount(12).And.OnlyContain(line => line.Problem == null);
        lines.Should().OnlyContain(line => line.Trace!.Origin == null && line.Trace.Document == null && line.Trace.Effect == null && line.Trace.Step == null);
        lines[1].Trace!.Operation!.Endpoint.Should().Be("/items");
    }

    [Fact]
    public async Task VerifyAsync_AnyByteOfAFileOfVersion1Changed_DoesNotHold()
    {
        var file = await OldFileAsync();
        for (var at = 0; at < file.Length; at += 97)
        {
            var changed = file.ToArray();
            changed[at] ^= 1;
            (await VerifyAsync(changed)).IsValid.Should().BeFalse($"byte {at} was changed");
        }
    }

    [Fact]
    public async Task OpenAsync_FileOfVersion1_GoesOnInVersion2AndHolds()
    {
        var path = Path.Combine(folder, "run.ndjson");
        await File.WriteAllBytesAsync(path, await OldFileAsync());
        await using (var writer = await TraceWriter.OpenAsync(path, await KeyAsync())) await writer.WriteAsync(TraceSamples.Small(1));
        var file = await File.ReadAllBytesAsync(path);
        (await VerifyAsync(file)).Should().Be(new TraceVerification(13, null));
        var lines = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => line.EndsWith(",\"version\":2}", StringComparison.Ordinal)).Should().Equal([.. Enumerable.Repeat(false, 13), true, true]);
    }

    [Fact]
    public async Task VerifyAsync_VersionTakenOffOrPutOn_DoesNotHold()
    {
        var lines = TraceSamples.Lines(await TraceSamples.FileAsync([TraceSamples.Small(1), TraceSamples.Small(2)]));
        lines[1] = Replaced(lines[1], ",\"version\":2}", "}");
        (await TraceSamples.VerifyAsync([.. lines.SelectMany(line => line)])).FirstFault!.Kind.Should().Be(TraceFaultKind.Changed);

        var old = TraceSamples.Lines(await OldFileAsync());
        old[1] = Replaced(old[1], "\"}\n", "\",\"version\":2}\n");
        (await VerifyAsync([.. old.SelectMany(line => line)])).FirstFault!.Kind.Should().Be(TraceFaultKind.Changed);
    }

    [Theory]
    [InlineData(",\"version\":3}", TraceFaultKind.UnknownVersion)]
    [InlineData(",\"version\":1}", TraceFaultKind.Malformed)]
    [InlineData(",\"version\":02}", TraceFaultKind.Changed)]
    [InlineData(",\"version\":2,\"x\":1}", TraceFaultKind.Malformed)]
    public async Task VerifyAsync_OtherVersion_SaysSo(string tail, TraceFaultKind kind)
    {
        var lines = TraceSamples.Lines(await TraceSamples.FileAsync([TraceSamples.Small(1)]));
        lines[1] = Replaced(lines[1], ",\"version\":2}", tail);
        var fault = (await TraceSamples.VerifyAsync([.. lines.SelectMany(line => line)])).FirstFault!;
        fault.Kind.Should().Be(kind);
        fault.Line.Should().Be(2);
    }

    [Fact]
    public void Record_DocumentOfAFile_KeepsNoFolder()
    {
        var source = new SpecEngine.SourceLocation("/home/somebody/secret-project/api/openapi.yaml", "/paths", 3, 1);
        var windows = new SpecEngine.SourceLocation(@"C:\Users\somebody\openapi.yaml", "/paths", 3, 1);
        var web = new SpecEngine.SourceLocation("https://api.example.com/openapi.json?api_key=secret-one-1234", "/paths", 3, 1);
        var trace = new TraceRedactor().Record(Draft("""{"code":"no"}""") with
        {
            Document = new TraceDocument("Items", "1", new string('a', 64)),
            Findings = [.. new[] { source, windows, web }.Select(place => new Finding { Code = "x", Message = "m", Source = place })],
        });
        trace.Findings.Select(finding => finding.Source!.Document).Take(2).Should().Equal("openapi.yaml", "openapi.yaml");
        Encoding.UTF8.GetString(TraceJson.Serialize(trace)).Should().NotContain("somebody").And.NotContain("secret-one-1234")
            .And.Contain($$$"""
                "document":{"sha256":"{{{new string('a', 64)}}}","title":"Items","version":"1"}
                """);
    }

    [Theory]
    [InlineData(422, """{"code":"bad_amount","type":"x"}""", "bad_amount")]
    [InlineData(422, """{"type":"https://api.example/problems/funds","status":422}""", "https://api.example/problems/funds")]
    [InlineData(422, """{"type":"about:blank","title":"No"}""", null)]
    [InlineData(400, """{"error":{"code":17,"message":"m"}}""", "17")]
    [InlineData(400, """{"error":"invalid_grant"}""", "invalid_grant")]
    [InlineData(400, """{"errors":[{"errorCode":"E1"}]}""", "E1")]
    [InlineData(400, """[1]""", null)]
    [InlineData(400, "no json", null)]
    [InlineData(200, """{"code":"fine"}""", null)]
    public void Record_Error_KeepsTheApisOwnCode(int status, string body, string? expected) =>
        new TraceRedactor().Record(Draft(body, status)).ErrorCode.Should().Be(expected);

    [Fact]
    public void Record_DescribedPlaceOfTheCode_IsLookedAtFirst() =>
        new TraceRedactor().Record(Draft(
            """{"code":"x","fault":{"id":"F-1"}}""", 400) with { ErrorCodePlace = SpecEngine.NodePointer.Of("fault", "id") }).ErrorCode.Should().Be("F-1");

    [Fact]
    public void Record_Secrets_AreMarkedAsUnknownWhereTheyStood()
    {
        var draft = Draft("""{"ok":true,"items":[{"name":"a"},{"client_secret":"secret-two-5678","n/m":{"password":12345678}}]}""") with
        {
            Request = new()
            {
                Method = "POST", Url = "https://api.example.com/items?limit=1&api_key=secret-one-1234",
                Headers = [new("Authorization", "Bearer secret-three-9012"), new("Accept", "*/*")],
                Body = Encoding.UTF8.GetBytes("client_secret=secret-four-3456&x=1"),
            },
        };
        var trace = new TraceRedactor().Record(draft);
        trace.Request.Unknown.Should().Equal("query.api_key", "header.Authorization", "body");
        trace.Response!.Unknown.Should().Equal("body/items/1/client_secret", "body/items/1/n~1m/password");
        new TraceRedactor().Record(Draft("""{"ok":true}""")).Response!.Unknown.Should().BeEmpty();
    }

    [Fact]
    public async Task WriteAsync_TenThousandTraces_HoldsOnToNone()
    {
        await using var writer = await TraceWriter.StartAsync(Stream.Null, TraceSamples.Key);
        var written = new List<WeakReference>();
        for (var i = 0; i < 10_000; i++) written.Add(await WriteAsync(writer, i));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        written.Count(trace => trace.IsAlive).Should().BeLessThan(10);
        writer.Count.Should().Be(10_000);
    }

    private static async Task<WeakReference> WriteAsync(TraceWriter writer, int number)
    {
        var trace = TraceSamples.Small(number);
        await writer.WriteAsync(trace);
        return new WeakReference(trace);
    }

    private static TraceDraft Draft(string body, int status = 200) => new()
    {
        StartedAt = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.Zero,
        Environment = EnvironmentType.Sandbox,
        Request = new() { Method = "GET", Url = "/" },
        Response = new() { Status = status, Headers = [new("Content-Type", "application/json")], Body = Encoding.UTF8.GetBytes(body) },
    };

    private static byte[] Replaced(byte[] line, string from, string to)
    {
        var text = Encoding.UTF8.GetString(line);
        var at = text.LastIndexOf(from, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
    }

    private static Task<byte[]> OldFileAsync() => File.ReadAllBytesAsync(Path.Combine(Format1, "run.ndjson"));

    private static async Task<TraceKey> KeyAsync() => (await TraceKeyFile.ReadAsync(Path.Combine(Format1, "run.key.json"))).Key!;

    private static async Task<TraceVerification> VerifyAsync(byte[] file) => await TraceVerifier.VerifyAsync(new MemoryStream(file), [await KeyAsync()]);
}
