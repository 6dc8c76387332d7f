using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit.Tests.Running;
using IntegrationCopilot.Validator;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>A link to the next page that names a server of the document means the one that is tested.</summary>
public sealed class NextLinkReportTests
{
    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/items?page=2", CaseStatus.Pass)]
    [InlineData("https://api.example.com/v1/", "https://api.example.com/v1/items?page=2", CaseStatus.Pass)]
    [InlineData("https://{region}.example.com/{version}", "https://eu.example.com/v2/items?page=2", CaseStatus.Pass)]
    [InlineData("https://api.example.com", "HTTPS://API.example.com/items?page=2", CaseStatus.Pass)]
    [InlineData("https://api.example.com", "/items?page=2", CaseStatus.Pass)]
    [InlineData("https://api.example.com/v1", "https://api.example.com/v1items?page=2", CaseStatus.NoVerdict)]
    [InlineData("https://api.example.com", "https://api.example.com.evil.test/items?page=2", CaseStatus.NoVerdict)]
    [InlineData("https://api.example.com", "http://api.example.com/items?page=2", CaseStatus.NoVerdict)]
    [InlineData("/v1", "https://api.example.com/v1/items?page=2", CaseStatus.NoVerdict)]
    public async Task Report_NextLink_IsFollowedWhereItBeginsAsAServerOfTheDocument(string server, string link, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((number, context) =>
        {
            if (context.Request.Path == "/items" && context.Request.QueryString.Value == "") context.Response.Headers.Link = $"<{link}>; rel=\"next\"";
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, $$"""[{ "id": {{number}} }]""");
        });
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes($$$$"""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            servers: [{url: '{{{{server}}}}', variables: {region: {default: us}, version: {default: v1} } }]
            paths: {/items: {get: { responses: { '200': { description: ok } } } }}
            """), "items.yaml").Spec!;
        using var client = TestRunner.CreateClient();
        var walk = new PageWalk { Style = PageStyle.Link, ItemsPointer = "" };
        var test = Case(Get("walk", new PagesAssertion(NoDuplicates: true)) with { Walk = walk });
        var target = new RunTarget { Environment = EnvironmentType.Mock, BaseUrl = api.BaseUrl };
        var result = (await new TestRunner(spec, client)
            .RunAsync(Suite(test), target with { Environment = EnvironmentType.Sandbox }, null, TestContext.Current.CancellationToken)).Cases.Single();
        result.Status.Should().Be(expected, result.Reason);
        api.Requests.Any(asked => asked.Url == "/items?page=2").Should().Be(expected == CaseStatus.Pass);
    }
}
