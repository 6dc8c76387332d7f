using System.Collections.Concurrent;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Defects;

/// <summary>What the traces of a run say beside what was sent and answered.</summary>
public sealed class RunTraceTests
{
    [Fact]
    public async Task OnTrace_RunOfTheExample_SaysOriginCaseStepEffectErrorAndDocumentAndNoLocalPath()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        var traces = new ConcurrentQueue<ApiTrace>();
        await using var mock = await MockServer.StartAsync(spec);
        using var client = TestRunner.CreateClient();
        var options = new RunOptions { OnTrace = (trace, _) => { traces.Enqueue(trace); return Task.CompletedTask; } };
        var result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), RunTarget.ForMock(mock), options,
            TestContext.Current.CancellationToken);

        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path)));
        traces.Should().NotBeEmpty().And.OnlyContain(trace => trace.Origin == TraceOrigin.Run && trace.CaseId != null && trace.Step != null
            && trace.Document == new TraceDocument(spec.Title, spec.Version, sha256));
        traces.Where(trace => trace.Operation is { Method: "POST", Endpoint: "/payments" }).Should()
            .OnlyContain(trace => trace.Effect == OperationEffect.Creates);
        traces.Where(trace => trace.IsError && !trace.IsErrorAskedFor).Should().BeEmpty("the mock does nothing wrong");
        traces.Where(trace => trace.IsError).Should().Contain(trace => trace.IsErrorAskedFor && trace.ErrorCode != null);
        foreach (var trace in traces) Encoding.UTF8.GetString(TraceJson.Serialize(trace)).Should().NotContain(SharedData.RepositoryRoot);
        result.Succeeded.Should().BeTrue();
    }
}
