using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;
using IntegrationCopilot.Validator.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/validator.md.</summary>
public sealed class ValidatorSamples
{
    private static async Task<ApiSpec> SpecAsync() =>
        (await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"))).Spec!;

    [Fact]
    public void Schema()
    {
        var utf8Schema = """{ "type": "object", "properties": { "amount": { "minimum": 1 } } }"""u8.ToArray();
        var utf8Json = """{ "amount": 0 }"""u8.ToArray();
        #region schema
        var document = RawDocumentReader.Read(utf8Schema, "order.json").Document!;
        var result = CompiledSchema.Compile(document.Root, new SchemaOptions { Dialect = SchemaDialect.Draft202012, AssertFormats = true });
        foreach (var problem in result.Problems) Console.WriteLine($"{problem.Location}: {problem.Message}");

        bool valid = result.Schema!.IsValid(utf8Json);                 // as fast as possible
        foreach (var finding in result.Schema.Validate(utf8Json))      // everything that is wrong
            Console.WriteLine($"{finding.Where}: {finding.Message}");  // amount: Must be 1 or more, but is 0.
        #endregion
        valid.Should().BeFalse();
    }

    [Fact]
    public async Task Messages()
    {
        var spec = await SpecAsync();
        var request = new RecordedRequest { Method = "GET", Url = "https://api.payments.example/v1/payments?limit=0", Headers = [new("X-API-Key", "k")] };
        var response = new RecordedResponse { Status = 200, Headers = [new("Content-Type", "application/json")], Body = "{}"u8.ToArray() };
        var message = new RecordedRequest { Method = "POST", Url = "https://shop.example/hooks", Headers = [new("Content-Type", "application/json")], Body = "{}"u8.ToArray() };
        #region messages
        var validator = new MessageValidator(spec, new MessageValidatorOptions { Strict = false });
        MessageVerdict asked = validator.ValidateRequest(request);
        MessageVerdict answered = validator.ValidateResponse(asked.Operation!, response);
        MessageVerdict sent = validator.ValidateWebhook("payment.succeeded", message);
        #endregion
        asked.Findings.Should().Contain(f => f.Where == "query.limit");
        answered.Findings.Should().NotBeEmpty();
        sent.Findings.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Explaining()
    {
        var validator = new MessageValidator(await SpecAsync());
        var request = new RecordedRequest { Method = "GET", Url = "/v1/payment?limit=5", Headers = [new("X-API-Key", "k")] };
        #region explain
        RouteExplanation explanation = validator.Explain(request);
        foreach (NearbyOperation nearby in explanation.Nearest)
            foreach (RouteDifference difference in nearby.Differences)
                Console.WriteLine($"{nearby.Operation.Id}: {difference.Where} is {difference.Actual}, described as {difference.Expected}");
        // GET /payments: path[1] is payment, described as payments
        #endregion
        explanation.Nearest[0].Operation.Id.Should().Be("GET /payments");
        explanation.Nearest[0].Differences[0].Expected.Should().Be("payments");
    }

    [Fact]
    public async Task Recording()
    {
        var services = new ServiceCollection();
        var validator = new MessageValidator(await SpecAsync());
        await using var writer = await TraceWriter.StartAsync(new MemoryStream(), TraceKey.Generate());
        #region client
        services.AddHttpClient("payments").AddTraceRecording(_ => new TraceRecordingOptions
        {
            Environment = EnvironmentType.Sandbox,
            OnTrace = writer.WriteAsync,
            Validator = validator,
        });
        #endregion
        using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("payments");
        var app = WebApplication.CreateBuilder().Build();
        #region server
        app.UseTraceRecording(_ => new ServerTraceRecordingOptions
        {
            Environment = EnvironmentType.Production,
            OnTrace = writer.WriteAsync,
            Filter = context => context.Request.Path != "/health",
        });
        #endregion
        #region application
        app.UseRequestValidation(validator);
        #endregion
        await app.DisposeAsync();
        writer.Count.Should().Be(0);
    }

    [Fact]
    public async Task Traffic()
    {
        var spec = await SpecAsync();
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, """
            {"log":{"version":"1.2","creator":{"name":"any","version":"1"},"entries":[{"request":{"method":"GET","url":"/payments?limit=0","headers":[]},
            "response":{"status":200,"headers":[],"content":{"size":2,"mimeType":"application/json","text":"{}"}}}]}}
            """, TestContext.Current.CancellationToken);
        #region traffic
        var check = new TrafficCheck(new MessageValidator(spec));
        var tally = new TrafficTally(spec);
        await tally.AddAsync(check, TrafficReader.ReadFileAsync(path));
        TrafficReport report = tally.ToReport();
        foreach (var cause in report.Causes)
            Console.WriteLine($"{cause.Exchanges} × {cause.Endpoint}: {cause.Finding.Where}: {cause.Finding.Message} ({cause.First})");
        foreach (var seen in report.Coverage.Where(coverage => coverage.Exchanges == 0))
            Console.WriteLine($"{seen.Operation.Id} was never called");
        #endregion
        File.Delete(path);
        report.Judged.Should().Be(1);
        report.IsGood.Should().BeFalse();
    }

    [Fact]
    public void Webhooks()
    {
        var clock = TimeProvider.System;
        var secret = "whsec_" + Convert.ToBase64String(Encoding.UTF8.GetBytes("sixteen bytes or more"));
        var body = "{}"u8.ToArray();
        var headers = WebhookSignature.StandardWebhooks([secret], clock).Sign("msg_1", body);
        #region webhooks
        var scheme = WebhookSignature.StandardWebhooks([secret], clock, TimeSpan.FromMinutes(5));
        WebhookVerification verdict = scheme.Verify(headers, body);
        if (!verdict.IsValid) Console.WriteLine(verdict.Refusal);
        #endregion
        var app = WebApplication.CreateBuilder().Build();
        #region hooks
        app.MapPost("/hooks/payments", (PaymentEvent happened) => Results.NoContent()).RequireWebhookSignature(scheme);
        #endregion
        verdict.IsValid.Should().BeTrue();
    }

    private sealed record PaymentEvent(string Id);
}
