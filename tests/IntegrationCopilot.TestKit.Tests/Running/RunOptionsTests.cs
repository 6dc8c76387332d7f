using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>The options of runs, from code and from configuration.</summary>
public sealed class RunOptionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Budget", "0", "Budget is 0; allowed is 1 or more.")]
    [InlineData("ShrinkingRequests", "-1", "ShrinkingRequests is -1; allowed is 0 or more.")]
    [InlineData("MaxConcurrency", "0", "MaxConcurrency is 0; allowed is 1 or more.")]
    [InlineData("RequestTimeout", "00:00:00", "RequestTimeout is 00:00:00; allowed is more than 00:00:00, up to 24.00:00:00.")]
    [InlineData("MaxRequestsPerSecond", "0", "MaxRequestsPerSecond is 0; allowed is more than 0.")]
    [InlineData("MaxRetryAfter", "-00:00:01", "MaxRetryAfter is -00:00:01; allowed is 00:00:00 or more.")]
    [InlineData("DeliveryTimeout", "25.00:00:00", "DeliveryTimeout is 25.00:00:00; allowed is more than 00:00:00, up to 24.00:00:00.")]
    [InlineData("MaxResponseBytes", "0", "MaxResponseBytes is 0; allowed is 1 or more.")]
    public async Task Start_OptionNotAllowed_NamesItItsValueAndWhatIs(string option, string value, string expected)
    {
        using var host = Build(new() { ["Runs:" + option] = value });
        var start = () => host.StartAsync(Stop);
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal("RunOptions." + expected);
    }

    [Fact]
    public async Task AddTestRunner_Options_CountWhereARunIsToldNothingElse()
    {
        using var host = Build(new() { ["Runs:Partner"] = "nightly" });
        await host.StartAsync(Stop);
        var runner = host.Services.GetRequiredService<TestRunner>();
        var target = new RunTarget { Environment = EnvironmentType.Mock, BaseUrl = new Uri("http://127.0.0.1:1/") };
        var suite = GoldenTestGenerator.Generate(TestApi.Spec);
        var run = () => runner.RunAsync(suite, target, new RunOptions { MaxConcurrency = 0 }, Stop);
        await run.Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("*RunOptions.MaxConcurrency is 0; allowed is 1 or more.*");
        runner.Plan(suite, target).Cases.Should().HaveCount(suite.Tests.Count);
        host.Services.GetRequiredService<IOptions<RunOptions>>().Value.Partner.Should().Be("nightly");
    }

    private static IHost Build(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddTestRunner(TestApi.Spec).BindConfiguration("Runs");
        return builder.Build();
    }
}
