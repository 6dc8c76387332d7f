using System.Net;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests;

/// <summary>A kind of authentication in one file (<see cref="ToyKind"/>) is known to whatever authenticates.</summary>
public sealed class ToyKindTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Toys, version: '1' }
        security: [{ partner: [] }]
        paths:
          /toys:
            get:
              operationId: listToys
              parameters: [{ name: size, in: query, schema: { type: integer } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }
                '401': { description: stranger }
        components:
          securitySchemes:
            partner: { type: http, scheme: toy }
        """;

    private static readonly AuthenticationKinds Kinds = AuthenticationKinds.Default.With(new ToyKind());
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document), "toys.yaml").Spec!;
    private static readonly SecurityScheme Scheme = Spec.SecuritySchemes.Single();

    [Fact]
    public void Of_ToySchemeInDocument_IsDetected()
    {
        var auth = Spec.Capabilities.Single(capability => capability.Id == CapabilityIds.Auth);
        auth.Detected.Should().BeTrue();
        auth.Evidence.Select(evidence => evidence.Fact).OfType<SecuritySchemeFact>().Should().Contain(fact => fact.Scheme == "partner");
        Kinds.Of(Scheme).Should().BeOfType<ToyKind>();
        AuthenticationKinds.Default.Of(Scheme).Should().NotBeOfType<ToyKind>();
    }

    [Theory]
    [InlineData("", FindingCodes.MissingCredentials)]
    [InlineData("Toy no-mac", FindingCodes.MalformedCredentials)]
    [InlineData("right", null)]
    public void ValidateRequest_ToyCredentials_AreJudged(string sent, string? finding)
    {
        var validator = new MessageValidator(Spec, new MessageValidatorOptions { Authentication = Kinds });
        var bare = new RecordedRequest { Method = "GET", Url = "/toys" };
        var value = sent == "right" ? new ToyKind().Apply(Scheme, "key", bare).Single().Value : sent;
        var verdict = validator.ValidateRequest(sent.Length == 0 ? bare : bare with { Headers = [new("Authorization", value)] });
        verdict.Findings.Select(found => found.Code).Should().Equal(finding is null ? [] : [finding]);
    }

    [Fact]
    public async Task Mock_ToyCredentials_AreAskedForAndJudged()
    {
        var engine = new MockEngine(Spec, new MockOptions { Authentication = Kinds });
        using var client = engine.CreateClient();
        using var refused = await client.GetAsync(new Uri("/toys", UriKind.Relative));
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ToString().Should().Be("Toy realm=\"mock\", for=\"Missing\"");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/toys?size=1");
        var signed = new ToyKind().Apply(Scheme, engine.Options.Credentials.ApiKey, new RecordedRequest { Method = "GET", Url = "/toys?size=1" });
        request.Headers.TryAddWithoutValidation("Authorization", signed.Single().Value);
        using var answered = await client.SendAsync(request);
        answered.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_ToyCredentials_AreSentAndSpoiled(bool ownMock)
    {
        var suite = GoldenTestGenerator.Generate(Spec, new GoldenTestOptions { Authentication = Kinds });
        await using var mock = await MockServer.StartAsync(Spec, new MockServerOptions { Authentication = Kinds });
        var target = ownMock ? RunTarget.ForMock(mock)
            : new() { Environment = EnvironmentType.Sandbox, BaseUrl = mock.BaseUrl, Credentials = [new SchemeCredentials("partner", "mock-api-key")] };
        using var client = TestRunner.CreateClient();
        var traces = new List<ApiTrace>();
        var result = await new TestRunner(Spec, client).RunAsync(suite, target, new RunOptions { Authentication = Kinds, MaxConcurrency = 1,
            OnTrace = (trace, _) => { traces.Add(trace); return Task.CompletedTask; } });
        var cases = result.Cases.Where(tested => tested.Category == TestCategoryIds.Authentication && tested.Status != CaseStatus.NotApplicable).ToList();
        cases.Select(tested => tested.Status).Should()
            .Equal([.. Enumerable.Repeat(CaseStatus.Pass, 4)], string.Join('\n', cases.Select(tested => tested.Reason)));
        traces.Should().NotBeEmpty().And.NotContain(trace => trace.Request.Headers.Any(header => header.Value.StartsWith("Toy ") && header.Value.Length > 60));
    }

    [Fact]
    public async Task Run_KindThatIsNotKnown_IsSkippedNamingTheScheme()
    {
        var suite = GoldenTestGenerator.Generate(Spec);
        await using var mock = await MockServer.StartAsync(Spec);
        using var client = TestRunner.CreateClient();
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = mock.BaseUrl, Credentials = [new BearerCredentials("token")] };
        var result = await new TestRunner(Spec, client).RunAsync(suite, target);
        result.Cases.Where(tested => tested.Status != CaseStatus.NotApplicable && tested.Operation is not null).Should()
            .OnlyContain(tested => tested.Status == CaseStatus.Skip && tested.Reason!.Contains("'partner' (HTTP toy)"));
    }
}
