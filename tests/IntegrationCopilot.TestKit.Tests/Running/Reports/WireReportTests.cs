using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running.Reports;

/// <summary>What others reported of requests as they go out: paths, forms, sequences and schemes nobody has credentials for.</summary>
public sealed class WireReportTests
{
    [Theory]
    [InlineData("01-", "uni.yaml")]
    [InlineData("01-", "sp.yaml")]
    [InlineData("01-", "odd.yaml")]
    [InlineData("02-", "crlf.json")]
    [InlineData("03-", "a.yaml")]
    [InlineData("03-", "b.yaml")]
    [InlineData("06-", "a.yaml")]
    [InlineData("32-", "a.yaml")]
    public async Task Report_AgainstTheOwnMock_HasNoFalseAlarm(string report, string file)
    {
        var spec = Read(report, file);
        var suite = GoldenTestGenerator.Generate(spec);
        await using var mock = await MockServer.StartAsync(spec, new MockServerOptions { Seed = suite.Seed }, default);
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock));
        result.Cases.Where(it => it.Status is not (CaseStatus.Pass or CaseStatus.NotApplicable)).Select(it => $"{it.Id} {it.Status}: {it.Reason}")
            .Should().BeEmpty();
        result.Cases.Should().Contain(it => it.Status == CaseStatus.Pass);
    }

    [Fact]
    public async Task Report_SchemesNobodyHasCredentialsFor_AreSkippedEverywhereElse()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = context.Request.Path != "/mtls" ? 401 : context.Request.Method is "GET" or "HEAD" ? 200 : 405;
            if (context.Response.StatusCode == 405) context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        });
        var spec = Read("32-", "a.yaml");
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec),
            new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl });
        result.Cases.Should().NotContain(it => it.Status == CaseStatus.Fail || it.Status == CaseStatus.Error || it.Status == CaseStatus.NoVerdict);
        result.Cases.Where(it => it.Operation == "GET /dig").Should().NotBeEmpty().And.OnlyContain(it =>
            it.Status == CaseStatus.NotApplicable || it.Reason!.Contains("(HTTP digest), of which no credentials can be given here"));
        api.Requests.Should().NotContain(it => it.Url.StartsWith("/dig") || it.Url.StartsWith("/cust"));
    }

    private static ApiSpec Read(string report, string file)
    {
        var folder = Directory.GetDirectories(SharedData.Require("reports"), $"{report}*").Single();
        return ApiSpecReader.Read(File.ReadAllBytes(Path.Combine(folder, file)), file).Spec!;
    }
}
