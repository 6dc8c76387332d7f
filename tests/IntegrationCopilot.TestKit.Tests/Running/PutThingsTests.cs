using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Pairs that are put under a key and deleted in ranges: a run removes its own keys, each by its name, and no others.</summary>
public sealed class PutThingsTests
{
    private const string Pairs = """
        openapi: 3.0.3
        info: { title: Pairs, version: '1' }
        paths:
          /kv/put:
            post:
              summary: Puts a pair
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pair' } } } }
              responses: { '200': { description: Done., content: { application/json: { schema: { type: object } } } } }
          /kv/range:
            post:
              summary: Gets pairs
              requestBody: { content: { application/json: { schema: { type: object, properties: { key: { type: string } } } } } }
              responses: { '200': { description: All., content: { application/json: { schema: { type: object, properties: { kvs: { type: array, items: { $ref: '#/components/schemas/Pair' } } } } } } } }
          /kv/deleterange:
            post:
              summary: SUMMARY
              requestBody: { required: true, content: { application/json: { schema: { type: object, REQUIRED properties: { key: { type: string }, range_end: { type: string } } } } } }
              responses: { '200': { description: Done., content: { application/json: { schema: { type: object } } } } }
        components: { schemas: { Pair: { type: object, required: [key, value], properties: { key: { type: string }, value: { type: string } } } } }
        """;

    private const string Snapshot = """
        swagger: '2.0'
        info: { title: Copies, version: '1' }
        paths:
          /snapshot:
            post:
              summary: Sends a snapshot over a stream
              parameters: [{ name: body, in: body, required: true, schema: { type: object } }]
              responses: { '200': { description: A stream., schema: { ANSWER } } }
        x-stream-definitions: { Part: { type: object, properties: { blob: { type: string } } } }
        definitions: { Part: { type: object, properties: { blob: { type: string } } } }
        """;

    [Fact]
    public async Task Run_PairsWereMade_DeletesEachByItsKeyAloneAndTouchesNoOther()
    {
        var keys = new HashSet<string> { "somebody's" };
        var (result, asked) = await RunAsync(
            Pairs.Replace("SUMMARY", "Deletes pairs", StringComparison.Ordinal).Replace("REQUIRED", "", StringComparison.Ordinal), keys);
        asked.Should().Contain(item => item.Url == "/kv/put");
        asked.Where(item => item.Url == "/kv/deleterange").Should().NotBeEmpty().And.OnlyContain(item => Names(item.Body).Single() == "key");
        keys.Should().Equal("somebody's");
        result.Left.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Deletes all pairs", "")]
    [InlineData("Deletes pairs", "required: [key, range_end],")]
    public async Task Run_DeletionMayTakeMore_IsNotCalledAndSaysWhatIsLeft(string summary, string required)
    {
        var keys = new HashSet<string> { "somebody's" };
        var (result, asked) = await RunAsync(
            Pairs.Replace("SUMMARY", summary, StringComparison.Ordinal).Replace("REQUIRED", required, StringComparison.Ordinal), keys);
        asked.Should().NotContain(item => item.Url == "/kv/deleterange");
        keys.Should().HaveCountGreaterThan(1);
        result.Left.Select(left => left.Identifier).Should().BeEquivalentTo(keys.Where(key => key != "somebody's"));
        result.Left.Should().OnlyContain(left => left.Reason.Contains("may remove more", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$ref: '#/x-stream-definitions/Part'", false)]
    [InlineData("$ref: '#/definitions/Part'", true)]
    public async Task Run_AnswerIsAStream_LeavesNothing(string answer, bool leaves)
    {
        var (result, asked) = await RunAsync(Snapshot.Replace("ANSWER", answer, StringComparison.Ordinal), []);
        asked.Should().NotBeEmpty();
        result.Left.Any().Should().Be(leaves);
    }

    private static IEnumerable<string> Names(string body) => Json(body).EnumerateObject().Select(member => member.Name);

    private static async Task<(RunResult Result, IReadOnlyList<TestApi.Asked> Asked)> RunAsync(string yaml, HashSet<string> keys)
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(yaml), "pairs.yaml").Spec!;
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, keys));
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), Sandbox(api.BaseUrl) with { Credentials = [] },
            cancellationToken: TestContext.Current.CancellationToken);
        return (result, [.. api.Requests]);
    }

    private static async Task AnswerAsync(HttpContext context, HashSet<string> keys)
    {
        context.Request.Body.Position = 0;
        var body = JsonBody.Parse(Encoding.UTF8.GetBytes(await new StreamReader(context.Request.Body).ReadToEndAsync()));
        var key = JsonValues.Find(body, "/key") is { ValueKind: JsonValueKind.String } named ? named.GetString()! : null;
        var isWhole = JsonValues.Find(body, "/value") is { ValueKind: JsonValueKind.String };
        string[] kept;
        lock (keys)
        {
            if (context.Request.Path == "/kv/put" && (key is null || !isWhole)) context.Response.StatusCode = 400;
            else if (context.Request.Path == "/kv/put") keys.Add(key!);
            else if (context.Request.Path == "/kv/deleterange" && key is not null) keys.Remove(key);
            kept = [.. keys];
        }

        await context.Response.WriteAsJsonAsync(new { kvs = kept.Select(name => new { key = name, value = "v" }) });
    }
}
