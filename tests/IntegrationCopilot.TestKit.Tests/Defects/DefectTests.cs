using System.Text.Json;
using System.Xml.Linq;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.TestKit.Tests.Running;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Defects;

/// <summary>Cases that show the same defect are one failure.</summary>
public sealed class DefectTests
{
    private static readonly BrokenRule TooHeavy =
        new() { Kind = RuleKind.Range, Place = "/parcels/0/weightGrams", Sent = Json("30001"), Allowed = "maximum 30000", Line = 150 };

    [Fact]
    public async Task Defects_OneRuleBrokenInTwoTests_IsOneWithValueRuleGroundCurlAndNextStep()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 201));
        var defect = (await DefectsAsync(api, Named("bounds", Broken(TooHeavy, "400", "401", "422")), Named("contract", Broken(TooHeavy, "400", "422"))))
            .Single();
        defect.Status.Should().Be(CaseStatus.Fail);
        defect.Cases.Select(item => item.Id).Should().Equal("bounds", "contract");
        defect.Operations.Should().Equal("POST /items");
        defect.Cause.Text.Should().Be("sent parcels[0].weightGrams = 30001, maximum 30000, line 150; expected 400 or 422, got 201");
        defect.Cause.Kind.Should().Be(CauseKind.NotRefused);
        defect.Cause.Ground.Should().Be("the schema");
        defect.Cause.Curl.Should().StartWith($"curl --request POST --url '{api.BaseUrl}items' ").And.Contain("'X-API-Key: '\"$SECRET\"").And.NotContain(
            "the-real-key")
            .And.EndWith(" --data-raw '{}'", "what the rule is not about is left out as long as the defect shows");
        defect.NextStep.Should().Contain("answer 400 or 422").And.Contain("line 150 of the document");
    }

    [Fact]
    public async Task Defects_AnotherPlaceOrKind_AreOthersAndHaveTheSameIdsInTheNextRun()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 201));
        GoldenTest[] tests = [Named("a", Broken(TooHeavy)), Named("b", Broken(TooHeavy with { Place = "/n" })),
            Named("c", Broken(TooHeavy with { Kind = RuleKind.Type }))];
        var first = await DefectsAsync(api, tests);
        first.Should().HaveCount(3);
        (await DefectsAsync(api, [.. tests.Reverse()])).Select(defect => defect.Id).Should().BeEquivalentTo(first.Select(defect => defect.Id));
    }

    [Fact]
    public async Task Defects_TheServerFailsAtOnePlace_IsOneWhateverWasSent()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 500));
        var defect = (await DefectsAsync(api, Named("a", Broken(TooHeavy)), Named("b", Broken(TooHeavy with { Kind = RuleKind.NotNull, Sent = Json("null") }))))
            .Single();
        defect.Cause.Kind.Should().Be(CauseKind.ServerFailed);
        defect.Cause.Status.Should().Be(500);
    }

    [Fact]
    public async Task Defects_TypesOfSeveralMembersAreNotLookedAt_IsOneForTheOperation()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 201));
        var wrong = TooHeavy with { Kind = RuleKind.Type, Sent = Json("true") };
        var defect = (await DefectsAsync(api, Named("a", Broken(wrong)), Named("b", Broken(wrong with { Place = "/n" })))).Single();
        defect.Cause.Kind.Should().Be(CauseKind.NotRefused);
        defect.Cases.Select(item => item.Id).Should().Equal("a", "b");
    }

    [Fact]
    public async Task Defects_OneLineOfTheDocumentBrokenInSeveralTests_IsOne()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 201;
            return context.Response.WriteAsJsonAsync(new { name = "no id" });
        });
        var step = Post("create", "{}", new SucceedsAssertion(), new ConformsAssertion());
        var defect = (await DefectsAsync(api, Named("a", step), Named("b", Post("other", """{"n":1}""", new ConformsAssertion())))).Single();
        defect.Cause.Kind.Should().Be(CauseKind.NotAsDescribed);
        defect.Cause.Line.Should().BePositive();
        defect.Cause.Ground.Should().Contain("/required").And.Contain($"line {defect.Cause.Line}");
        defect.Cases.Should().HaveCount(2);
    }

    [Fact]
    public async Task Defects_NobodyAnswers_IsOneForAllCases()
    {
        var suite = Suite(Named("a", Get("a", Status("200"))), Named("b", Post("b", "{}", Status("201"))));
        var result = await RunAsync(suite, Sandbox(new Uri("http://127.0.0.1:1")));
        var defect = result.Defects.Single();
        defect.Status.Should().Be(CaseStatus.Error);
        defect.Cause.Kind.Should().Be(CauseKind.NotTested);
        defect.Cases.Should().HaveCount(2);
    }

    [Fact]
    public async Task Defects_TheControlIsRefused_IsOneWithoutAVerdict()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 409, 400));
        var defect = (await DefectsAsync(api, Named("a", Broken(TooHeavy)), Named("b", Broken(TooHeavy with { Place = "/n" })))).Single();
        defect.Status.Should().Be(CaseStatus.NoVerdict);
        defect.Cause.Status.Should().Be(409);
        defect.NextStep.Should().Contain("state");
    }

    [Fact]
    public async Task Defects_SecretsInValuesAndRules_AreNotShown()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 201));
        var result = await RunAsync(Suite(Named("a", Broken(TooHeavy with { Sent = Json("\"the-real-key-0001\"") }))), Sandbox(api.BaseUrl));
        using var json = new MemoryStream();
        new JsonReport().Write(result, json);
        System.Text.Encoding.UTF8.GetString(json.ToArray()).Should().NotContain("the-real-key-0001");
    }

    [Fact]
    public async Task Reports_TwoCasesOfOneDefect_TellItsCauseOnceAndCountBoth()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 201));
        var result = await RunAsync(Suite(Named("a", Broken(TooHeavy)), Named("b", Broken(TooHeavy))), Sandbox(api.BaseUrl));

        using var text = new StringWriter();
        TextReport.Write(result, text);
        text.ToString().Split("weightGrams = 30001").Should().HaveCount(2);
        text.ToString().Should().Contain("(1) FAIL  POST /items  2 cases").And.Contain("again:  curl ").And.Contain("cases:  a, b");

        using var json = new MemoryStream();
        new JsonReport().Write(result, json);
        var defect = JsonDocument.Parse(json.ToArray()).RootElement.GetProperty("defects").EnumerateArray().Single();
        defect.GetProperty("rule").GetRawText().Should().NotBeEmpty();
        defect.GetProperty("rule").GetProperty("sent").GetInt32().Should().Be(30001);
        defect.GetProperty("got").GetInt32().Should().Be(201);
        defect.GetProperty("cases").GetArrayLength().Should().Be(2);

        using var junit = new MemoryStream();
        new JUnitReport().Write(result, junit);
        junit.Position = 0;
        var failures = XDocument.Load(junit).Descendants("failure").ToList();
        failures.Select(failure => failure.Attribute("type")!.Value).Should()
            .HaveCount(2).And.OnlyContain(type => type == $"NOT_REFUSED-{result.Defects[0].Id}");
        failures[0].Value.Should().Contain("again:  curl ");
        failures[1].Attribute("message")!.Value.Should().StartWith("FAIL: the same as a: sent parcels[0].weightGrams");
    }

    private static async Task<IReadOnlyList<Defect>> DefectsAsync(TestApi api, params GoldenTest[] tests) =>
        (await RunAsync(Suite(tests), Sandbox(api.BaseUrl))).Defects;

    private static GoldenTest Named(string id, TestStep step) => Case(step) with { Id = id };

    private static TestStep Broken(BrokenRule rule, params string[] described) => Post("call", """{ "n": 11, "broken": true }""",
        new RefusedAssertion(rule) { Described = described, Ground = "the schema" }) with { Control = Post("control", "{}").Request };

    private static async Task AnswerAsync(HttpContext context, int whole, int broken)
    {
        context.Request.Body.Position = 0;
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        context.Response.StatusCode = body.Contains("broken", StringComparison.Ordinal) ? broken : whole;
        await context.Response.WriteAsJsonAsync(new { id = "1" });
    }
}
