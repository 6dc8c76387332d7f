using IntegrationCopilot.MockGen;
using IntegrationCopilot.Proxy;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;
using IntegrationCopilot.Validator.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Samples;

/// <summary>The code of the article on applications.</summary>
public sealed class HostingSamples
{
    private static readonly string Document = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    [Fact]
    public async Task Services()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Document)).Spec!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Traces:Environment", "Sandbox")]);
        await using var writer = await TraceWriter.StartAsync(Stream.Null, TraceKey.Generate());
        #region services
        builder.Services.AddMessageValidator(spec);
        builder.Services.AddRequestValidation(options => options.MaxBodyBytes = 1024 * 1024);
        builder.Services.AddTraceRecording(options => options.OnTrace = writer.WriteAsync).BindConfiguration("Traces");
        builder.Services.AddMock(spec).BindConfiguration("Mock");
        builder.Services.AddTestRunner(spec, options => options.MaxConcurrency = 2);
        builder.Services.AddRecordingProxy(spec, new Uri("https://api.payments.example/v1"), options => options.Strict = true);

        await using var app = builder.Build();
        app.UseTraceRecording();
        app.UseRequestValidation();
        app.MapMock("/mock");
        app.MapRecordingProxy();
        #endregion
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await client.GetStringAsync("mock/__mock/health")).Should().Contain("ok");
        app.Services.GetRequiredService<TestRunner>().Should().NotBeNull();
    }

    [Fact]
    public async Task Refused()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Document)).Spec!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMock(spec, options => options.MaxThings = 0);
        await using var app = builder.Build();
        var start = () => app.StartAsync();
        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("MockOptions.MaxThings is 0; allowed is 1 or more.");
    }
}
