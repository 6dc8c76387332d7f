using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class TraceCommandTests
{
    [Fact]
    public async Task Verify_WholeFile_IsGood()
    {
        using var folder = new TempFolder();
        var (file, key) = await RecordAsync(folder);
        var run = await CliRun.OfAsync("trace", "verify", file, "--key-file", key);
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().Contain("3 traces, all signatures and the chain hold.");
    }

    [Fact]
    public async Task Verify_OneByteChanged_NamesTheEntry()
    {
        using var folder = new TempFolder();
        var (file, key) = await RecordAsync(folder);
        var lines = await File.ReadAllLinesAsync(file);
        lines[2] = lines[2].Replace("/payments/2", "/payments/9", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");
        var run = await CliRun.OfAsync("trace", "verify", file, "--key-file", key);
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().Contain(":3: changed, trace trace-2").And.Contain("The 1 traces before it hold.");
    }

    [Fact]
    public async Task Verify_AnotherKey_IsNotGood()
    {
        using var folder = new TempFolder();
        var (file, _) = await RecordAsync(folder);
        var other = folder.PathOf("other.key");
        await TraceKeyFile.CreateAsync(other, TraceKey.Generate());
        (await CliRun.OfAsync("trace", "verify", file, "--key-file", other)).ExitCode.Should().Be(ExitCodes.Failed);
    }

    [Fact]
    public async Task Verify_KeyThatIsNone_IsMisuse()
    {
        using var folder = new TempFolder();
        var (file, _) = await RecordAsync(folder);
        var run = await CliRun.OfAsync("trace", "verify", file, "--key-file", folder.Write("k", "secret"));
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("is not a key file").And.NotContain("secret");
    }

    private static async Task<(string File, string Key)> RecordAsync(TempFolder folder)
    {
        var (file, keyFile, key) = (folder.PathOf("traces.ndjson"), folder.PathOf("key"), TraceKey.Generate());
        await TraceKeyFile.CreateAsync(keyFile, key);
        await using var writer = await TraceWriter.OpenAsync(file, key);
        for (var number = 1; number <= 3; number++)
        {
            await writer.WriteAsync(new TraceRedactor().Record(new TraceDraft
            {
                Id = $"trace-{number}",
                StartedAt = DateTimeOffset.UnixEpoch,
                Duration = TimeSpan.FromMilliseconds(number),
                Environment = EnvironmentType.Sandbox,
                Request = new RecordedRequest { Method = "GET", Url = $"https://api.example/payments/{number}" },
                Response = new RecordedResponse { Status = 200 },
            }));
        }
        return (file, keyFile);
    }
}
