using System.Collections.Concurrent;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A run whose cases are asked for one by one.</summary>
public sealed class TestSessionTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.1.0
        info: { title: Bins, version: '1' }
        paths:
          /bins:
            get: { responses: { '200': { description: All, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Bin' } } } } } } }
            post:
              requestBody: { content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              responses: { '201': { description: Made, content: { application/json: { schema: { $ref: '#/components/schemas/Bin' } } } }, '400': { description: Wrong } }
          /bins/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: One, content: { application/json: { schema: { $ref: '#/components/schemas/Bin' } } } }, '404': { description: None } } }
            delete: { responses: { '204': { description: Gone }, '404': { description: None } } }
        components: { schemas: { Bin: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } } } }
        """), "bins.yaml").Spec!;

    private static readonly GoldenTestSuite Suite = GoldenTestGenerator.Generate(Spec);

    [Fact]
    public async Task RunAsync_OneCase_IsJudgedAlone()
    {
        await using var mock = await MockServer.StartAsync(Spec);
        using var client = TestRunner.CreateClient();
        await using var session = new TestRunner(Spec, client).Open(Suite, RunTarget.ForMock(mock));
        var result = await session.RunAsync("contract-described.get-bins", TestContext.Current.CancellationToken);
        result.Status.Should().Be(CaseStatus.Pass);
        result.TraceIds.Should().ContainSingle();
    }

    [Fact]
    public async Task RunAsync_NoSuchTest_SaysSo()
    {
        using var client = TestRunner.CreateClient();
        await using var session = new TestRunner(Spec, client).Open(Suite, Nowhere);
        var run = () => session.RunAsync("no-such-test");
        (await run.Should().ThrowAsync<ArgumentException>()).WithMessage("The suite has no test 'no-such-test'.*");
    }

    [Fact]
    public async Task RunAsync_NothingListens_IsTriedOnceForAllCases()
    {
        using var client = TestRunner.CreateClient();
        await using var session = new TestRunner(Spec, client).Open(Suite, Nowhere);
        foreach (var id in Suite.Tests.Where(test => test is { Applicable: true, Category: TestCategoryIds.Contract }).Take(5).Select(test => test.Id))
        {
            var result = await session.RunAsync(id, TestContext.Current.CancellationToken);
            result.Status.Should().Be(CaseStatus.Error);
            result.TraceIds.Should().BeEmpty("what was tried before the first case tells enough");
        }
    }

    [Fact]
    public async Task EndAsync_CasesCreatedThings_RemovesThem()
    {
        var bins = new ConcurrentDictionary<string, string>();
        await using var api = await TestApi.StartAsync((number, context) => AnswerAsync(bins, number, context));
        using var client = TestRunner.CreateClient();
        var session = new TestRunner(Spec, client).Open(Suite, Nowhere with { BaseUrl = api.BaseUrl });
        (await session.RunAsync("contract-described.post-bins", TestContext.Current.CancellationToken)).Status.Should().Be(CaseStatus.Pass);
        bins.Should().NotBeEmpty();
        (await session.EndAsync()).Should().BeEmpty();
        bins.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_AfterTheEnd_IsRefused()
    {
        using var client = TestRunner.CreateClient();
        var session = new TestRunner(Spec, client).Open(Suite, Nowhere);
        await session.EndAsync();
        var run = () => session.RunAsync("contract-described.get-bins");
        await run.Should().ThrowAsync<ObjectDisposedException>();
    }

    private static RunTarget Nowhere => new() { Environment = EnvironmentType.Sandbox, BaseUrl = new Uri("http://127.0.0.1:9/") };

    private static async Task AnswerAsync(ConcurrentDictionary<string, string> bins, int number, HttpContext context)
    {
        var id = context.Request.Path.Value!.Split('/')[^1];
        switch (context.Request.Method)
        {
            case "POST":
                bins[$"bin-{number}"] = "a name";
                context.Response.StatusCode = StatusCodes.Status201Created;
                await context.Response.WriteAsJsonAsync(new { id = $"bin-{number}", name = "a name" });
                break;
            case "DELETE":
                context.Response.StatusCode = bins.TryRemove(id, out _) ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
                break;
            default:
                await context.Response.WriteAsJsonAsync(bins.Select(bin => new { id = bin.Key, name = bin.Value }));
                break;
        }
    }
}
