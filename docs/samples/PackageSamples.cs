using System.Net.Http.Json;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Proxy;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;
using IntegrationCopilot.Validator.AspNetCore;
using IntegrationCopilot.Validator.JsonSchemaNet;
using Json.Schema;
using Microsoft.AspNetCore.Builder;

namespace IntegrationCopilot.Samples;

/// <summary>The code of each package's README.md.</summary>
public sealed class PackageSamples
{
    private static readonly string Document = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    [Fact]
    public async Task SpecEngine()
    {
        var path = Document;
        #region spec-engine
        SpecReadResult read = await ApiSpecReader.ReadFileAsync(path);
        foreach (var problem in read.Problems) Console.WriteLine($"{problem.Location}: {problem.Message}");
        foreach (var operation in read.Spec!.Operations) Console.WriteLine($"{operation.Id}: {operation.Summary}");
        foreach (var resource in read.Spec.Resources.Resources) Console.WriteLine(resource.Name);
        #endregion
        read.Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Validator()
    {
        var path = Document;
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = JsonContent.Create(new { data = 1 }) };
        #region validator
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        var validator = new MessageValidator(spec);
        var verdict = validator.ValidateResponse(spec.FindOperation("GET", "/payments")!, await RecordedResponse.FromAsync(response));
        foreach (var finding in verdict.Findings) Console.WriteLine($"{finding.Where}: {finding.Message}");
        #endregion
        verdict.IsValid.Should().BeFalse();
    }

    [Fact]
    public async Task ValidatorAspNetCore()
    {
        var path = Document;
        #region validator-asp-net-core
        var builder = WebApplication.CreateBuilder();
        await using var app = builder.Build();
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        app.UseRequestValidation(new MessageValidator(spec));
        app.MapPost("/payments", (JsonElement payment) => payment);
        #endregion
        app.Services.Should().NotBeNull();
    }

    [Fact]
    public async Task JsonSchemaNet()
    {
        var path = Document;
        #region json-schema-net
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        JsonSchema theirs = spec.FindOperation("POST", "/payments")!.RequestBody!.Content[0].ToJsonSchema(spec);
        using var payment = JsonDocument.Parse("""{"amount":-1}""");
        Console.WriteLine($"JsonSchema.Net: {theirs.Evaluate(payment.RootElement).IsValid}");
        CompiledSchema ours = theirs.ToCompiledSchema().Schema!;
        Console.WriteLine($"The validator: {ours.IsValid(payment.RootElement)}");
        #endregion
        theirs.Evaluate(payment.RootElement).IsValid.Should().BeFalse();
        ours.IsValid(payment.RootElement).Should().BeFalse();
    }

    [Fact]
    public async Task Proxy()
    {
        var path = Document;
        #region proxy
        var builder = WebApplication.CreateBuilder();
        await using var app = builder.Build();
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        app.MapRecordingProxy(spec, new Uri("https://api.payments.example/v1"), new RecordingProxyOptions
        {
            OnExchange = exchange =>
            {
                foreach (var found in exchange.Verdict.Findings) Console.WriteLine($"{exchange.Trace.Request.Url}: {found.Finding.Where}: {found.Finding.Message}");
            },
        });
        #endregion
        var tracePath = Path.Combine(Directory.CreateTempSubdirectory("ic-sample-").FullName, "traces.ndjson");
        #region proxy-traces
        var key = TraceKey.Generate();
        await using var writer = await TraceWriter.OpenAsync(tracePath, key);
        app.MapRecordingProxy(spec, new Uri("https://api.payments.example/v1"), new RecordingProxyOptions { Strict = true, OnTrace = writer.WriteAsync });
        #endregion
        writer.Count.Should().Be(0);
    }

    [Fact]
    public async Task MockGen()
    {
        var path = Document;
        #region mock-gen
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        Console.WriteLine($"The mock answers at {mock.BaseUrl}.");
        GoldenTestSuite suite = GoldenTestGenerator.Generate(spec);
        Console.WriteLine($"{suite.Tests.Count(test => test.Applicable)} golden tests apply.");
        #endregion
        suite.Tests.Should().NotBeEmpty();
    }

    [Fact]
    public async Task TestKit()
    {
        var path = Document;
        #region test-kit
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec); // or the URL of a sandbox, with credentials
        using var client = TestRunner.CreateClient();
        RunResult result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), RunTarget.ForMock(mock));
        TextReport.Write(result, Console.Out);
        #endregion
        result.Succeeded.Should().BeTrue();
    }
}
