using System.Text.RegularExpressions;
using FluentAssertions.Execution;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.MockGen.Tests;

public sealed partial class GoldenTestGeneratorTests
{
    [Fact]
    public void Generate_Templates_AreThirtyEightInTenCategoriesSixForPaginationAndNineForLives()
    {
        var templates = Payments().Tests.Where(test => test.Category != TestCategoryIds.Contract).DistinctBy(test => test.Template).ToList();
        templates.GroupBy(test => test.Category).Select(category => (category.Key, category.Count())).Should().Equal(
            (TestCategoryIds.Authentication, 5), (TestCategoryIds.CreateResource, 4), (TestCategoryIds.Idempotency, 4), (TestCategoryIds.InvalidInput, 4),
            (TestCategoryIds.Webhook, 4),
            (TestCategoryIds.RateLimiting, 3), (TestCategoryIds.Timeout, 3), (TestCategoryIds.Refund, 4), (TestCategoryIds.Retry,
                3), (TestCategoryIds.InvalidParameter, 4), (TestCategoryIds.Pagination, 6),
            (TestCategoryIds.LifeCycle, 9));
        templates.Where(test => test.Category is not (TestCategoryIds.Pagination or TestCategoryIds.LifeCycle)).Should().HaveCount(38);
    }

    [Fact]
    public async Task Generate_TheSample_GivesTheGoldenList()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "golden-tests", "payments.txt");
        var actual = string.Concat(Payments().Tests.Select(test =>
            $"{(test.Applicable ? "+" : "-")} {test.Id}: {(test.Applicable ? $"{test.Operation}: {Steps(test)}" : test.Reason)}\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1") await File.WriteAllTextAsync(path, actual, TestContext.Current.CancellationToken);
        actual.Should()
            .Be((await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"),
            "it is what {0} holds; when the change is meant, run with UPDATE_GOLDENS=1 and review the difference", path);
    }

    [Fact]
    public async Task Generate_Templates_AreThoseOfTheArticle()
    {
        var article =
            await File.ReadAllLinesAsync(Path.Combine(SharedData.RepositoryRoot, "docs", "articles", "golden-tests.md"), TestContext.Current.CancellationToken);
        var rows = article.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToLookup(line => line.StartsWith("| `contract-", StringComparison.Ordinal));
        var templates = Payments().Tests.DistinctBy(test => test.Template).ToLookup(test => test.Category == TestCategoryIds.Contract);
        rows[false].Should().Equal(templates[false].Select(test => $"| `{test.Template}` | {test.Name} |"));
        rows[true].Select(line => line.Split('`')[1]).Should().OnlyHaveUniqueItems().And.Contain(templates[true].Select(test => test.Template));
    }

    [Fact]
    public void Generate_SameSeed_GivesTheSameSuite() => Payments().ToJson().Should().Be(Payments().ToJson());

    [Fact]
    public void Generate_AnotherSeed_IsKeptInTheSuite() => GoldenTestGenerator.Generate(PaymentsSpec(), new GoldenTestOptions { Seed = 7 }).Seed.Should().Be(7);

    [Fact]
    public void Generate_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        FluentActions.Invoking(() => GoldenTestGenerator.Generate(PaymentsSpec(), null, cancelled.Token)).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void Generate_ActionsThatDestroy_AreTakenForNoCreation()
    {
        var spec = Described.Read("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /auth/disable:
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'200': {description: ok}}
              /auth/user/add:
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
                  responses: {'200': {description: ok}}
              /db/drop:
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'200': {description: ok}}
            """);
        GoldenTestGenerator.Generate(spec).Tests.Where(test => test.Applicable && test.Template == "create-resource-succeeds").Select(test => test.Operation)
            .Should().Equal("POST /auth/user/add");
    }

    [Fact]
    public void Generate_TextWithBraces_IsNoPlaceholder()
    {
        var test = Test(Post("""{"schema":{"type":"object","required":["text"],"properties":{"text":{"type":"string"}}},"example":{"text":"Dear {{ name }}"}}"""), "create-resource-succeeds.things");
        test.Steps.Single().Request!.Body!.Json!.Value.GetProperty("text").GetString().Should().Be("Dear \\{{ name }}");
    }

    [Fact]
    public void Generate_InventedIdentifierInBody_IsAVariableForRealApis()
    {
        var test = Test(Post("""{"schema":{"type":"object","required":["customer_id"],"properties":{"customer_id":{"type":"string"}}}}"""),
            "create-resource-succeeds.things");
        test.Variables.Should().ContainSingle().Which.Should().Match<TestVariable>(variable => variable.Name == "customer_id" && variable.Invented);
        test.Steps.Single().Request!.Body!.Json!.Value.GetProperty("customer_id").GetString().Should().Be("{{ customer_id }}");
    }

    [Fact]
    public void Generate_OptionalFormWithOneField_IsNotRefusedForBeingEmpty()
    {
        var spec = Post("""{"schema":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}""", "application/x-www-form-urlencoded");
        Test(spec, "invalid-input-missing-field.things").Applicable.Should().BeFalse();
    }

    [Fact]
    public void Generate_OperationsApartByFragmentOnly_AreNotCalled()
    {
        const string answers = """{"responses":{"200":{"description":"ok"}}}""";
        var spec = Described.Read($$"""{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": { "/things": { "put": {{answers}} }, "/things#other": { "put": {{answers}} } } }""");
        Test(spec, "timeout-gives-up.things").Operation.Should().Be("PUT /things");
        GoldenTestGenerator.Generate(spec).Tests.Should().NotContain(test => test.Applicable && test.Operation == "PUT /things#other");
    }

    [Fact]
    public void Generate_AnswerNothingConformsTo_IsAReason()
    {
        var spec = Described.Read("""{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/things":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"string","enum":[null]}}}}}}}}}""");
        Test(spec, "timeout-gives-up.things").Reason.Should().StartWith("GET /things describes an answer that nothing can conform to");
    }

    [Fact]
    public void Generate_RequiredIdempotencyKey_IsNewForEveryRun()
    {
        var test = Payments().Tests.Single(test => test.Id == "idempotency-same-request.payments");
        test.Variables.Should().ContainSingle(variable => variable.Name == "idempotency_key" && variable.Fresh);
        test.Steps.Where(step => step.Walk is null).Should()
            .OnlyContain(step => step.Request!.Headers["Idempotency-Key"].GetString() == "{{ idempotency_key }}");
        Payments().Tests.Single(other => other.Id == "idempotency-missing-key.payments").Steps.Single().Request!.Headers.Should()
            .NotContainKey("Idempotency-Key");
    }

    [Fact]
    public async Task Generate_RealDocuments_HoldsItsPromises()
    {
        await foreach (var (name, spec) in CorpusDocuments.Specs())
        {
            using var _ = new AssertionScope(name);
            CheckPromises(GoldenTestGenerator.Generate(spec));
        }
    }

    private static void CheckPromises(GoldenTestSuite suite)
    {
        suite.Tests.Select(test => test.Id).Should().OnlyHaveUniqueItems();
        foreach (var test in suite.Tests)
        {
            (test.Applicable ? test.Reason is null && test.Steps.Count > 0 && test.Steps.All(step => step.Assertions.Count > 0)
                : test.Reason!.EndsWith('.') && test.Steps.Count == 0).Should().BeTrue("{0}: {1}", test.Id, test.Reason);
            Undeclared(test).Should().BeEmpty("{0} declares what it uses", test.Id);
        }

        var json = suite.ToJson();
        GoldenTestSuite.FromJson(json).ToJson().Should().Be(json);
    }

    private static IEnumerable<string> Undeclared(GoldenTest test)
    {
        var known = test.Variables.Select(variable => variable.Name).Concat(test.Steps.SelectMany(step => step.Captures).Select(capture => capture.Name));
        return Placeholder().Matches(new GoldenTestSuite { Title = "", Version = "", Seed = 0, Tests = [test with { Variables = [] }] }.ToJson())
            .Select(match => match.Groups["name"].Value).Except(known);
    }

    private static string Steps(GoldenTest test) =>
        string.Join(", ",
        test.Steps.Select(step =>
        $"{step.Name} ({string.Join(", ", step.Assertions.Select(assertion => $"{assertion.GetType().Name.Replace("Assertion", "", StringComparison.Ordinal)}{(assertion.Strength == GroundStrength.Advisory ? "*" : "")}"))})"));

    private static GoldenTest Test(ApiSpec spec, string id) => GoldenTestGenerator.Generate(spec).Tests.Single(test => test.Id == id);

    private static GoldenTestSuite Payments() => GoldenTestGenerator.Generate(PaymentsSpec());

    private static ApiSpec PaymentsSpec() =>
        ApiSpecReader.Read(File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml")), "payments.openapi.yaml").Spec!;

    private static ApiSpec Post(string media, string type = "application/json") => Described.Read($$"""
        { "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
          "paths": { "/things": { "post": { "requestBody": { "content": { "{{type}}": {{media}} } }, "responses": { "201": { "description": "made" } } } } } }
        """);

    [GeneratedRegex(@"(?<!\\)\{\{ (?<name>[a-z0-9_]+) \}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
