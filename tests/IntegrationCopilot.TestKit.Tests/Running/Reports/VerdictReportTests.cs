using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.Running.Reports;

/// <summary>What others reported of verdicts that were not earned, or were false alarms.</summary>
public sealed class VerdictReportTests
{
    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(401)]
    public async Task Report05_RefusalOfStrangersHidesWhatIsThere_DoesNotFail(int refusal)
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Request.Headers.Authorization == "Bearer good"
            ? context.Response.WriteAsJsonAsync(new { items = Array.Empty<string>(), id = "1", name = "One" })
            : RefuseAsync(context, refusal, "nf"));
        var result = await RunAsync("05-", "h.yaml", new Uri(api.BaseUrl, "/api/v3/"), new BearerCredentials("good"));
        var strangers = result.Cases.Where(item => item.Category == TestCategoryIds.Authentication && item.Status != CaseStatus.Skip
            && item.Status != CaseStatus.NotApplicable && !item.Id.StartsWith("authentication-valid", StringComparison.Ordinal)).ToList();
        strangers.Should().HaveCountGreaterThanOrEqualTo(3).And.OnlyContain(item => item.Status == CaseStatus.Pass || item.Status == CaseStatus.Warn);
    }

    [Fact]
    public async Task Report05_StrangersAreLetIn_Fails()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
            context.Response.WriteAsJsonAsync(new { items = Array.Empty<string>(), id = "1", name = "One" }));
        var result = await RunAsync("05-", "h.yaml", new Uri(api.BaseUrl, "/api/v3/"), new BearerCredentials("good"));
        result.Cases.Should().Contain(item => item.Id.StartsWith("authentication-missing", StringComparison.Ordinal) && item.Status == CaseStatus.Fail);
    }

    [Fact]
    public async Task Report41_ServerThatRefusesEverything_PassesNothing()
    {
        await using var api = await TestApi.StartAsync((_, context) => RefuseAsync(context, 400, "no"));
        var result = await RunAsync("41-", "mini-put.yaml", api.BaseUrl);
        result.Cases.Should().NotContain(item => item.Status == CaseStatus.Pass).And.Contain(item => item.Status == CaseStatus.NoVerdict);
        result.Succeeded.Should().BeFalse();
    }

    [Fact]
    public async Task Report41_ConflictThatAnotherRequestCaused_IsNoVerdict()
    {
        await using var api = await TestApi.StartAsync(async (_, context) =>
        {
            if (await IsWholeAsync(context)) context.Response.StatusCode = 204;
            else await RefuseAsync(context, 409, "somebody else is at it");
        });
        var result = await RunAsync("41-", "mini-put.yaml", api.BaseUrl);
        result.Cases.Where(item => item.Id.StartsWith("invalid-", StringComparison.Ordinal) && item.Status != CaseStatus.NotApplicable).Should().NotBeEmpty()
            .And.OnlyContain(item => item.Status == CaseStatus.NoVerdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Report43_PeriodOfABody_BeginsBeforeItEndsAndLiesAhead(int seed)
    {
        var today = new DateOnly(2027, 5, 6);
        var suite = GoldenTestGenerator.Generate(Spec("43-", "mini-dates.yaml"), new GoldenTestOptions { Seed = seed, Today = today });
        var bodies = suite.Tests.Where(test => test.Applicable).SelectMany(test => test.Steps).Select(step => step.Control ?? step.Request)
            .Select(request => request?.Body?.Json).OfType<JsonElement>().Select(body => JsonSerializer.SerializeToNode(body)).OfType<JsonObject>()
            .Where(body => body.ContainsKey("startsAt") && body.ContainsKey("endsAt")).ToList();
        bodies.Should().NotBeEmpty();
        foreach (var body in bodies)
        {
            var (starts, ends) = (body["startsAt"]!.GetValue<DateTimeOffset>(), body["endsAt"]!.GetValue<DateTimeOffset>());
            starts.Should().BeBefore(ends);
            DateOnly.FromDateTime(ends.UtcDateTime).Should().BeAfter(today).And.BeBefore(today.AddDays(180));
        }
    }

    private static async Task<bool> IsWholeAsync(HttpContext context)
    {
        context.Request.Body.Position = 0;
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        return await reader.ReadToEndAsync() is { Length: > 0 } text && JsonNode.Parse(text) is JsonObject body
            && body["mode"]?.ToJsonString() is "\"a\"" or "\"b\"" && body["level"] is JsonValue level && level.TryGetValue<int>(out var number) && number <= 9;
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message });
    }

    private static async Task<RunResult> RunAsync(string report, string file, Uri baseUrl, params IReadOnlyList<ApiCredentials> credentials)
    {
        var spec = Spec(report, file);
        using var client = TestRunner.CreateClient();
        return await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec),
            new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = baseUrl, Credentials = credentials });
    }

    private static ApiSpec Spec(string report, string file)
    {
        var folder = Directory.GetDirectories(SharedData.Require("reports"), $"{report}*").Single();
        return ApiSpecReader.Read(File.ReadAllBytes(Path.Combine(folder, file)), file).Spec!;
    }
}
