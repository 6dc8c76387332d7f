using IntegrationCopilot.Validator.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Validator.AspNetCore.Tests;

/// <summary>Options from code, from a container and from configuration, checked by one set of rules.</summary>
public sealed class OptionsTests
{
    private static readonly SpecEngine.ApiSpec Spec = Described.Operation("/payments/{id}", "post", """
        "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}]
        """);

    private static readonly ServerTraceRecordingOptions Recording = new() { OnTrace = (_, _) => Task.CompletedTask, Environment = EnvironmentType.Sandbox };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Requests:MaxBodyBytes", "0", "RequestValidationOptions.MaxBodyBytes is 0; allowed is 1 or more.")]
    [InlineData("Requests:MaxBodyBytes", "-5", "RequestValidationOptions.MaxBodyBytes is -5; allowed is 1 or more.")]
    [InlineData("Messages:MaxBodyBytes", "0", "MessageValidatorOptions.MaxBodyBytes is 0; allowed is 1 or more.")]
    [InlineData("Messages:MaxFindings", "0", "MessageValidatorOptions.MaxFindings is 0; allowed is 1 or more.")]
    public async Task Start_OptionNotAllowed_NamesItItsValueAndWhatIs(string key, string value, string expected)
    {
        await using var app = Build(new() { [key] = value });
        var start = () => app.StartAsync(Stop);
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(expected);
    }

    [Fact]
    public async Task Start_Configured_ValidatesAsItIsTold()
    {
        await using var app = Build(new() { ["Requests:RefusesUndescribed"] = "true", ["Requests:MaxBodyBytes"] = "1", ["Messages:MaxFindings"] = "1" });
        app.UseRequestValidation();
        app.MapPost("/payments/{id}", () => "paid");
        await app.StartAsync(Stop);
        using var client = app.GetTestClient();
        (await client.GetAsync("/other", Stop)).StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await client.PostAsync("/payments/1", null, Stop)).StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        (await client.PostAsync("/payments/1", new StringContent("12"), Stop)).StatusCode.Should().Be(System.Net.HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void UseRequestValidation_NoValidator_SaysHowToAddOne()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        FluentActions.Invoking(() => app.UseRequestValidation()).Should().Throw<InvalidOperationException>()
            .WithMessage("*services.AddMessageValidator(spec)*");
    }

    [Fact]
    public async Task UseTraceRecording_FromTheContainer_Records()
    {
        var traces = new List<ApiTrace>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Traces:Environment", "uat")]);
        builder.Services.AddTraceRecording(options => options.OnTrace = (trace, _) => { traces.Add(trace); return Task.CompletedTask; })
            .BindConfiguration("Traces");
        await using var app = builder.Build();
        app.UseTraceRecording();
        app.MapGet("/", () => "here");
        await app.StartAsync(Stop);
        using var client = app.GetTestClient();
        await client.GetStringAsync("/", Stop);
        traces.Should().ContainSingle().Which.Environment.Should().Be(EnvironmentType.Uat);
    }

    [Fact]
    public async Task Start_NeededOptionsOfRecordingNotSet_NamesEach()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddTraceRecording();
        await using var app = builder.Build();
        var start = () => app.StartAsync(Stop);
        var failures = (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.ToList();
        failures.Should().HaveCount(2);
        failures.Should().Contain(failure => failure.Contains("ServerTraceRecordingOptions.OnTrace is not set"))
            .And.Contain(failure => failure.Contains("ServerTraceRecordingOptions.Environment is not set; allowed is Mock, Sandbox, Uat or Production."));
    }

    [Fact]
    public void UseTraceRecording_OptionHandedOver_IsCheckedToo()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        FluentActions.Invoking(() => app.UseTraceRecording(_ => Recording with { Redactor = null! })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("*Redactor*");
    }

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddMessageValidator(Spec).BindConfiguration("Messages");
        builder.Services.AddRequestValidation(options => options.RefusesUndescribed = false).BindConfiguration("Requests");
        return builder.Build();
    }
}
