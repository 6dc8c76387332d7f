using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests;

/// <summary>The templates of whole suites: which variables they use where, and every mistake with its place.</summary>
public sealed class SuiteTemplatesTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read("""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /payments:
            post:
              operationId: pay
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [amount], properties: {amount: {type: integer}, note: {type: string}}}}}}
              responses:
                '201': {description: ok, content: {application/json: {schema: {type: object, required: [amount], properties: {amount: {type: integer}}}}}}
        """u8.ToArray(), "pay.yaml").Spec!;

    private static GoldenTestSuite Suite(string body, params TestVariable[] variables) => SuiteOf(Test("a", body, variables));

    private static GoldenTestSuite SuiteOf(params GoldenTest[] tests) => new() { Title = "t", Version = "1", Seed = 1, Tests = tests };

    private static GoldenTest Test(string id, string body, params TestVariable[] variables) => new()
    {
        Id = id, Name = id, Category = TestCategoryIds.Contract, Template = "own", Applicable = true, Operation = "POST /payments", Variables = variables,
        Steps = [Step("pay", body) with { Captures = [new StepCapture("paid", "/amount")] }],
    };

    private static TestStep Step(string name, string body, params TestAssertion[] assertions) => new()
    {
        Name = name,
        Request = new StepRequest { Method = "POST", Path = "/payments",
            Body = new StepBody { MediaType = "application/json", Json = JsonElement.Parse(body) } },
        Assertions = assertions,
    };

    private static readonly TestVariable Amount = new() { Name = "amount", Type = TestVariableType.Number };

    [Fact]
    public void Variables_DeclaredAndNot_TellTypeDefaultDescriptionAndEveryUse()
    {
        var test = Test("a", """{"amount":"{{ amount | 100 | What is paid }}","note":"for {{ who | me }} and {{ who }}"}""", Amount,
            new TestVariable { Name = "key", Secret = true, Description = "A key." });
        test = test with { Steps = [.. test.Steps,
            Step("again", """{"amount":"{{ paid }}"}""", new BodyEqualsAssertion("/amount", JsonElement.Parse("\"{{ amount }}\"")))] };
        var variables = SuiteTemplates.Variables(SuiteOf(test));
        variables.Select(variable => (variable.Name, variable.Type, variable.Default, variable.Description, variable.Required, variable.Secret,
            variable.Declared)).Should().Equal(
            ("amount", TestVariableType.Number, "100", "What is paid", false, false, true),
            ("key", TestVariableType.String, null, "A key.", true, true, true),
            ("who", TestVariableType.String, "me", null, false, false, false));
        variables[0].Uses.Should().Equal(
            new SuitePlace("a", "pay", "/request/body/json/amount", "/tests/0/steps/0/request/body/json/amount"),
            new SuitePlace("a", "again", "/assertions/0/value", "/tests/0/steps/1/assertions/0/value"));
        variables[1].Uses.Should().BeEmpty();
        variables[2].Uses.Should().ContainSingle().Which.ToString().Should().Be("a, step pay, /request/body/json/note");
    }

    public static TheoryData<string, GoldenTestSuite, TemplateProblemKind, string> Wrong() => new()
    {
        { "unknown", Suite("""{"amount":"{{ amuont }}"}""", Amount), TemplateProblemKind.Unknown, "Did you mean 'amount'?" },
        { "kept later", Suite("""{"amount":"{{ paid }}"}"""), TemplateProblemKind.Unknown, "no earlier step keeps" },
        { "default of another type", Suite("""{"amount":"{{ amount | much }}"}""", Amount), TemplateProblemKind.WrongType, "not a number" },
        { "declared default of another type", Suite("{}", Amount with { Default = "much" }), TemplateProblemKind.WrongType, "not a number" },
        { "cut JSON", Suite("""{"amount":"{{ amount | {\"a\":{}} }}"}""", Amount with { Type = TestVariableType.Json }), TemplateProblemKind.WrongType,
            "double quotes" },
        { "two defaults", Suite("""{"amount":"{{ amount | 1 }}","note":"{{ amount | 2 }}"}""", Amount), TemplateProblemKind.Conflict,
            "/request/body/json/amount" },
        { "default and declaration", Suite("""{"amount":"{{ amount | 1 }}"}""", Amount with { Default = "2" }), TemplateProblemKind.Conflict,
            "/variables/0/default" },
        { "declared twice", Suite("{}", Amount, Amount), TemplateProblemKind.Conflict, "twice" },
        { "secret with a default", Suite("""{"note":"{{ key | s3cr3t }}"}""", new TestVariable { Name = "key", Secret = true }),
            TemplateProblemKind.SecretDefault, "secret" },
        { "bad name", Suite("{}", new TestVariable { Name = "a b" }), TemplateProblemKind.Syntax, "a name is letters" },
        { "not closed", Suite("""{"note":"x {{ amount"}""", Amount), TemplateProblemKind.Syntax, "not closed" },
        { "in a name", Suite("""{"{{ amuont }}":1}""", Amount), TemplateProblemKind.Unknown, "Did you mean 'amount'?" },
        { "two types", SuiteOf(Test("a", "{}", Amount), Test("b", """{"note":"{{ amount | 1 }}"}""")), TemplateProblemKind.Conflict, "of type number in 'a'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_Mistake_IsToldWithItsPlaceAndQuotesNoValue(string what, GoldenTestSuite suite, TemplateProblemKind kind, string part)
    {
        var problem = SuiteTemplates.Problems(suite).Should().ContainSingle(what).Subject;
        problem.Kind.Should().Be(kind);
        problem.Message.Should().Contain(part).And.NotContain("s3cr3t");
        NodePointer.Parse(problem.Place!.Pointer).Find(JsonElement.Parse(suite.ToJson())).Should().NotBeNull(problem.Place.Pointer);
    }

    [Fact]
    public void Problems_Several_AreAllToldAtOnceInOrder() =>
        SuiteTemplates.Problems(Suite("""{"amount":"{{ amount | x }}","note":"{{ }} {{ gone }} {{ open"}""", Amount))
            .Select(problem => (problem.Kind, problem.At?.Offset))
            .Should().Equal((TemplateProblemKind.WrongType, 0), (TemplateProblemKind.Syntax, 0), (TemplateProblemKind.Syntax, 17),
            (TemplateProblemKind.Unknown, 6));

    [Fact]
    public async Task Problems_GeneratedSuite_HasNone()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");
        var spec = (await ApiSpecReader.ReadFileAsync(path, cancellationToken: TestContext.Current.CancellationToken)).Spec!;
        SuiteTemplates.Problems(GoldenTestGenerator.Generate(spec, cancellationToken: TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    /// <summary>Braces of a document's own values are no placeholders, wherever they come to stand.</summary>
    [Fact]
    public async Task Run_DocumentWithBracesInItsValues_SendsThemAsTheyAre()
    {
        var spec = ApiSpecReader.Read("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /templates:
                post:
                  parameters: [{name: mode, in: query, required: true, schema: {type: string, enum: ['{{ a }}', '\{{b}}']}}]
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/T'}, example: {text: 'Dear {{ CUSTOMER }}, \{{x}} \\{{', code: 5}}}}
                  responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}, '400': {description: no}}
            components: {schemas: {T: {type: object, additionalProperties: false, required: [text, code], properties: {text: {type: string, maxLength: 60}, code: {type: integer}}}}}
            """u8.ToArray(), "t.yaml").Spec!;
        var suite = GoldenTestGenerator.Generate(spec, cancellationToken: TestContext.Current.CancellationToken);
        SuiteTemplates.Problems(suite).Should().BeEmpty();
        await using var mock = await MockServer.StartAsync(spec, cancellationToken: TestContext.Current.CancellationToken);
        using var client = TestRunner.CreateClient();
        var sent = new List<ApiTrace>();
        var options = new RunOptions { OnTrace = (trace, _) => { lock (sent) sent.Add(trace); return Task.CompletedTask; } };
        var result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock), options, TestContext.Current.CancellationToken);
        result.Cases.Where(item => item.Status is not (CaseStatus.Pass or CaseStatus.NotApplicable)).Select(item => $"{item.Id}: {item.Reason}").Should()
            .BeEmpty();
        sent.Select(trace => JsonSerializer.Serialize(trace)).Should().Contain(text => text.Contains("Dear {{ CUSTOMER }}, ", StringComparison.Ordinal));
        sent.Should().NotContain(trace => JsonSerializer.Serialize(trace, JsonSerializerOptions.Default)
            .Contains("Dear \\\\{{ CUSTOMER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_PlaceholderWithDefault_SendsItAndAGivenValueInstead()
    {
        var suite = Suite("""{"amount":"{{ amount | 100 | What is paid }}","note":"{{ note | none }}"}""", Amount);
        suite = suite with { Tests = [suite.Tests[0] with { Steps = [Step("pay", suite.Tests[0].Steps[0].Request!.Body!.Json!.Value.GetRawText(),
            new StatusAssertion(["201"]), new BodyEqualsAssertion("/amount", JsonElement.Parse("\"{{ amount }}\"")))] }] };
        (await RunAsync(suite, [])).Cases[0].Assertions.Should().SatisfyRespectively(
            status => status.Verdict.Should().Be(AssertionVerdict.Held), amount => amount.Message.Should().EndWith("not 100."));
        (await RunAsync(suite, new() { ["amount"] = "7" })).Cases[0].Assertions[^1].Message.Should().EndWith("not 7.");
    }

    [Fact]
    public async Task Run_ValuesThatNobodyGave_AreAllNamedAndListedToBePasted()
    {
        var suite = Suite("""{"amount":"{{ amount }}","note":"{{ who }}"}""", Amount with { Description = "What is paid." });
        var result = await RunAsync(suite, []);
        result.Cases[0].Status.Should().Be(CaseStatus.Error);
        result.Cases[0].Reason.Should().Contain("'amount' is required (What is paid.)").And.Contain("'who' is required");
        result.Missing.Select(missing => missing.Name).Should().Equal("amount", "who");
        using var text = new StringWriter();
        TextReport.Write(result, text);
        text.ToString().Should().Contain("--var amount=…").And.Contain("--var who=…").And.Contain("What is paid");
    }

    [Fact]
    public void Plan_Variables_TellWhereTheirValuesComeFrom()
    {
        using var client = TestRunner.CreateClient();
        var suite = Suite("""{"amount":"{{ amount | 100 | What is paid }}","note":"{{ who }} {{ given }} {{ fresh }}"}""", Amount,
            new TestVariable { Name = "fresh", Fresh = true, Invented = true });
        var plan = new TestRunner(Spec, client).Plan(suite, new RunTarget { Environment = EnvironmentType.Mock, BaseUrl = new("http://127.0.0.1:9") },
            new RunOptions { Values = new Dictionary<string, string> { ["given"] = "x" } });
        plan.Variables.Select(variable => (variable.Variable.Name, variable.Source, variable.Cases)).Should().Equal(
            ("amount", PlannedSource.Default, 1), ("fresh", PlannedSource.Runner, 1), ("who", PlannedSource.Missing, 1), ("given", PlannedSource.Given, 1));
    }

    private static async Task<RunResult> RunAsync(GoldenTestSuite suite, Dictionary<string, string> values)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var mock = await MockServer.StartAsync(Spec, cancellationToken: cancel);
        using var client = TestRunner.CreateClient();
        return await new TestRunner(Spec, client).RunAsync(suite, RunTarget.ForMock(mock), new RunOptions { Values = values }, cancel);
    }
}
