using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Answers that are streams of values: what comes of them in time is judged.</summary>
public sealed class StreamTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        {
          "swagger": "2.0", "info": { "title": "Ticks", "version": "1" }, "produces": ["application/json"],
          "x-stream-definitions": { "Tick": { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer" } } } },
          "paths": { "/ticks": { "get": { "responses": { "200": { "description": "(streaming responses)", "schema": { "$ref": "#/x-stream-definitions/Tick" } } } } } }
        }
        """), "ticks.json").Spec!;

    [Theory]
    [InlineData("{\"n\":1}\n{\"n\":2}\n", false, CaseStatus.Pass)]
    [InlineData("{\"n\":1}\n{\"n\":2}", false, CaseStatus.Pass)]
    [InlineData("{\"n\":1}\n{\"n\":", true, CaseStatus.Pass)]
    [InlineData("{\"n\":1}\n{\"m\":2}\n", true, CaseStatus.Fail)]
    [InlineData("", true, CaseStatus.NoVerdict)]
    public async Task Run_StreamThatEndsOrDoesNot_JudgesWhatCame(string said, bool goesOn, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync(async (_, context) =>
        {
            if (context.Request.Path != "/ticks") return;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(said);
            await context.Response.Body.FlushAsync();
            if (goesOn) await UntilAbortedAsync(context);
        });
        using var client = TestRunner.CreateClient();
        var step = new TestStep { Name = "ticks", Request = new StepRequest { Method = "GET", Path = "/ticks" },
            Assertions = [new SucceedsAssertion(), new ConformsAssertion()] };
        var result = await new TestRunner(Spec, client).RunAsync(Suite(Case(step)), Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Single().Status.Should().Be(expected, result.Cases.Single().Reason);
    }

    private static async Task UntilAbortedAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}
