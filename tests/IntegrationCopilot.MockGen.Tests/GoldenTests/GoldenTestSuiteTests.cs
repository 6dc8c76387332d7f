using IntegrationCopilot.SpecEngine;
using System.Text.Json;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class GoldenTestSuiteTests
{
    private static readonly TestAssertion[] OneOfEach =
    [
        new StatusAssertion(["401", "4XX"]) { Except = ["429"], Ground = "RFC 9110, section 15.5.2" },
        new ConformsAssertion(),
        new ErrorShapeAssertion(),
        new HeaderAssertion("Retry-After", "[0-9]+"),
        new RobustAssertion { Ground = "RFC 9110, section 8.3" },
        new NoLeakAssertion(),
        new StatusFieldsAssertion(),
        new HeadAssertion { Strength = GroundStrength.Advisory },
        new RefusedAssertion(new BrokenRule { Kind = RuleKind.NotNull, Place = "/n", Sent = Json("null") }),
        new BodyExistsAssertion("/id"),
        new SucceedsAssertion { Explained = true },
        new RefusedAssertion(new BrokenRule { Kind = RuleKind.Range, Place = "/n", Sent = Json("11"), Allowed = "maximum 10", Line = 7 }) { Described =
            ["400"] },
        new BodyEqualsAssertion("/currency", Json("\"{{ currency }}\"")),
        new BodySameAssertion("/id", "create"),
        new ResponseSameAssertion("create"),
        new NoSecondEffectAssertion("/id", "create") { Strength = GroundStrength.Advisory },
        new OneEffectAssertion("/id"),
        new TimesOutAssertion(),
        new DurationAssertion(1000, null),
        new PagesAssertion(NoDuplicates: true, MaxItems: 2),
        new RetryTimeAssertion(),
        new DeliveredAssertion(IsCertain: true),
        new DeliveredOnceAssertion(IsCertain: false),
        new SignatureAssertion(DeliveryChange.Age),
        new SameItemsAssertion("small"),
        new ItemsMatchAssertion("/status", Json("\"open\""), "all"),
        new ItemsOrderedAssertion("/amount", Descending: true) { MayBeAlike = true },
        new NewItemsAssertion("before", 1),
        new ListedAssertion(Json("\"{{ created_id }}\""), Listed: true),
        new WrittenAssertion("create", "", "/data", ["amount"]) { Exact = true },
        new UnchangedAssertion("before", "/data", ["amount"]),
        new RemovedAssertion("/data/note", "before"),
        new NotTakenAssertion("/data/number", Json("\"A-1\"")),
        new LocatedAssertion("/id"),
    ];

    [Fact]
    public void FromJson_MembersLeftOut_AreWhatTheyAreByDefault()
    {
        var suite = GoldenTestSuite.FromJson("""
            {"title":"t","version":"1","seed":1,"tests":[{"id":"a","name":"a","category":"c","template":"t","applicable":true,
              "steps":[{"name":"s","request":{"method":"GET","path":"/"},"walk":{"style":"page","itemsPointer":""}}]}]}
            """);
        suite.Producers.Should().BeEmpty();
        suite.Tests[0].Needs.Should().BeEmpty();
        var step = suite.Tests[0].Steps[0];
        (step.Copies, step.Walk!.MaxPages).Should().Be((1, 5));
        step.Assertions.Should().BeEmpty();
        step.Request!.PathValues.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, 1, 5)]
    [InlineData(-3, 1, 5)]
    [InlineData(1, 1, 1)]
    [InlineData(7, 7, 7)]
    public void FromJson_NumberOfCopiesAndPages_WhatIsBelowOneIsTheDefault(int written, int copies, int pages)
    {
        var suite = GoldenTestSuite.FromJson($$$"""
            {"title":"t","version":"1","seed":1,"tests":[{"id":"a","name":"a","category":"c","template":"t","applicable":true,
              "steps":[{"name":"s","copies":{{{written}}},"walk":{"style":"page","itemsPointer":"","maxPages":{{{written}}}}}]}]}
            """);
        var step = suite.Tests[0].Steps[0];
        (step.Copies, step.Walk!.MaxPages).Should().Be((copies, pages));
    }

    [Fact]
    public void ToJson_SuiteWithEverything_ReadsBackTheSame()
    {
        var suite = WithEverything();
        var json = suite.ToJson();
        var back = GoldenTestSuite.FromJson(json);
        back.ToJson().Should().Be(json);
        back.Tests[0].Steps[0].Assertions.Select(a => a.GetType()).Should().Equal(OneOfEach.Select(a => a.GetType()));
        back.Tests[0].Steps[0].Request!.Body!.Json!.Value.GetProperty("amount").GetString().Should().Be("{{ test_amount }}");
    }

    [Fact]
    public void TestAssertion_EveryKind_CanBeWritten() =>
        OneOfEach.Select(a => a.GetType()).Distinct().Should()
            .BeEquivalentTo(typeof(TestAssertion).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TestAssertion))));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"title\":null,\"version\":\"1\",\"seed\":1,\"tests\":[]}")]
    [InlineData("{\"title\":\"t\",\"version\":\"1\",\"seed\":1,\"tests\":[],\"more\":1}")]
    [InlineData("{\"title\":\"t\",\"version\":\"1\",\"seed\":1,\"tests\":[{\"id\":\"a\",\"name\":\"a\",\"category\":\"a\",\"template\":\"a\",\"applicable\":true,\"reach\":1}]}")]
    public void FromJson_NotASuite_ThrowsOrTellsWhatIsWrong(string json)
    {
        FluentActions.Invoking(() => GoldenTestSuite.FromJson(json)).Should().Throw<JsonException>();
        GoldenTestSuite.TryFromJson(json, out var suite, out var problem).Should().BeFalse();
        (suite, problem?.Length > 10).Should().Be((null, true));
    }

    [Fact]
    public void ToPrefer_WhatIsSet_IsAsked() =>
        new MockControl { Status = 429, DelayMs = 20, RetryAfterSeconds = 1 }.ToPrefer().Should().Be("code=429, delay=20, retry-after=1");

    private static GoldenTestSuite WithEverything() => new()
    {
        Title = "Payments",
        Version = "1.0",
        Seed = 7,
        Tests =
        [
            new GoldenTest
            {
                Id = "idempotency-same-key-same-answer",
                Name = "The same request with the same key has one effect",
                Category = "idempotency",
                Template = "idempotency-same-key-same-answer",
                Needs = ["idempotency"],
                Group = "payments",
                Operation = "POST /payments",
                Applicable = true,
                Reach = GoldenTestReach.MockOnly,
                ReachReason = "The situation is provoked.",
                Assumptions = ["The key is a UUID."],
                Variables = [new TestVariable { Name = "test_amount", Type = TestVariableType.Number, Default = "100", Description = "An amount." }],
                Steps = [RequestStep(), DeliveryStep()],
            },
            new GoldenTest { Id = "a", Name = "A", Category = "c", Template = "a", Applicable = false, Reason = "Nothing to test." },
        ],
    };

    private static TestStep RequestStep() => new()
    {
        Name = "create",
        Request = new StepRequest
        {
            Method = "POST",
            Path = "/payments/{id}",
            PathValues = Values("id", "\"{{ id }}\""),
            Query = Values("limit", "2"),
            Headers = Values("Idempotency-Key", "\"{{ key }}\""),
            Cookies = Values("session", "\"x\""),
            Body = new StepBody { MediaType = "application/json", Json = Json("""{"amount":"{{ test_amount }}"}""") },
        },
        Credentials = StepCredentials.Wrong,
        Mock = new MockControl { Status = 429 },
        WaitForRetryAfterOf = "earlier",
        TimeoutMs = 500,
        Copies = 4,
        Walk = new PageWalk { Style = PageStyle.Cursor, ItemsPointer = "/data", Parameter = "cursor", NextPointer = "/next" },
        Captures = [new StepCapture("payment_id", "/id"), new StepCapture("place", Header: "Location")],
        Assertions = OneOfEach,
    };

    private static TestStep DeliveryStep() => new()
    {
        Name = "deliver",
        Shared = true,
        Delivery = new StepDelivery
        {
            Webhook = "POST payment.succeeded",
            Subscribe = new StepRequest { Method = "POST", Path = "/webhooks",
                Body = new StepBody { MediaType = "application/json", Json = Json("""{ "url": "{{ webhook_url }}" }""") } },
            Cause = new StepRequest { Method = "POST", Path = "/payments" },
            Event = new DeliveredEvent("type", "payment.succeeded"),
            Signature = new DeliverySignature(DeliverySignatureScheme.StandardWebhooks, "webhook-signature", Required: true),
            SecretPointer = "/secret",
            NeedsHttps = true,
        },
    };

    private static Dictionary<string, JsonElement> Values(string name, string json) => new() { [name] = Json(json) };

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
