using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Each operation takes the credentials that its schemes want.</summary>
public sealed class SeveralCredentialsTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Doors, version: '1' }
        paths:
          /key: { get: { security: [{ key: [] }], responses: { '200': { description: ok }, '401': { description: stranger } } } }
          /basic: { get: { security: [{ basic: [] }], responses: { '200': { description: ok }, '401': { description: stranger } } } }
          /both: { get: { security: [{ key: [], basic: [] }], responses: { '200': { description: ok }, '401': { description: stranger } } } }
          /either: { get: { security: [{ token: [] }, { key: [] }], responses: { '200': { description: ok }, '401': { description: stranger } } } }
          /token: { get: { security: [{ token: [] }], responses: { '200': { description: ok }, '401': { description: stranger } } } }
          /cert: { get: { security: [{ cert: [] }], responses: { '200': { description: ok }, '401': { description: stranger } } } }
          /optional: { get: { security: [{}, { token: [] }], responses: { '200': { description: ok } } } }
          /open: { get: { responses: { '200': { description: ok } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            basic: { type: http, scheme: basic }
            token: { type: http, scheme: bearer }
            cert: { type: mutualTLS }
        """;

    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document), "doors.yaml").Spec!;
    private static readonly ApiCredentials Key = new ApiKeyCredentials("x-key", ApiKeyLocation.Header, "mock-api-key");
    private static readonly ApiCredentials Basic = new BasicCredentials("mock-user", "mock-password");
    private static readonly ApiCredentials Token = new BearerCredentials("mock-bearer-token");

    [Theory]
    [InlineData("/key", true)]
    [InlineData("/basic", true)]
    [InlineData("/both", true)]
    [InlineData("/either", true)]
    [InlineData("/optional", true)]
    [InlineData("/open", true)]
    [InlineData("/token", false, "asks for 'token' (a bearer token)")]
    [InlineData("/cert", false, "asks for 'cert' (mutual TLS)")]
    public async Task Run_KeyAndPassword_EachOperationTakesWhatItWants(string path, bool runs, string? reason = null) =>
        Judge(await AskAsync(path, target => target with { Credentials = [Basic, Key] }), runs, reason);

    [Theory]
    [InlineData("/both", false, "asks for 'key' (an API key in the header 'X-Key') and 'basic' (HTTP Basic)")]
    [InlineData("/either", false, "asks for 'token' (a bearer token), or 'key' (an API key in the header 'X-Key')")]
    [InlineData("/basic", true)]
    public async Task Run_PasswordAlone_SkipsWhatItDoesNotFit(string path, bool runs, string? reason = null) =>
        Judge(await AskAsync(path, target => target with { Credentials = [Basic] }), runs, reason);

    [Theory]
    [InlineData("/key")]
    [InlineData("/both")]
    public async Task Run_HeaderGivenAsItIs_CountsAsTheKey(string path) =>
        Judge(await AskAsync(path, target => target with { Credentials = [Basic], Headers = [new("x-key", "mock-api-key")] }), runs: true, null);

    [Fact]
    public async Task Run_NameOfTheScheme_ComesBeforeTheKind() =>
        Judge(await AskAsync("/token", target =>
            target with { Credentials = [new BearerCredentials("nobody"), new SchemeCredentials("token", "mock-bearer-token")] }),
            runs: true, null);

    [Fact]
    public async Task Run_KeyThatIsTheAuthorizationField_TakesTheToken()
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document.Replace("in: header, name: X-Key", "in: header, name: Authorization")), "raw.yaml").Spec!;
        Judge(await AskAsync("/key", target => target with { Credentials = [Token] }, spec), runs: true, null);
    }

    [Fact]
    public async Task Run_NoCredentialsAtAll_AsksAllTheSame() =>
        (await AskAsync("/token", target => target)).Status.Should().Be(CaseStatus.NoVerdict);

    [Fact]
    public async Task Run_AuthenticationTests_SpoilWhatTheOperationTakes()
    {
        var suite = GoldenTestGenerator.Generate(Spec);
        await using var mock = await MockServer.StartAsync(Spec);
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = mock.BaseUrl, Credentials = [Key, Basic, Token] };
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(Spec, client).RunAsync(suite, target);
        var refusals = result.Cases.Where(tested => tested.Category == TestCategoryIds.Authentication && tested.Operation is not null
            && tested.Status is not (CaseStatus.NotApplicable or CaseStatus.Skip)).ToList();
        refusals.Should().HaveCountGreaterThan(15).And.OnlyContain(tested => tested.Status == CaseStatus.Pass);
    }

    private static void Judge(CaseResult result, bool runs, string? reason)
    {
        result.Status.Should().Be(runs ? CaseStatus.Pass : CaseStatus.Skip, result.Reason);
        if (reason is not null) result.Reason.Should().Contain(reason);
    }

    private static async Task<CaseResult> AskAsync(string path, Func<RunTarget, RunTarget> change, ApiSpec? other = null)
    {
        var spec = other ?? Spec;
        await using var mock = await MockServer.StartAsync(spec);
        var step = new TestStep { Name = "call", Request = new StepRequest { Method = "GET", Path = path }, Assertions = [RunFixture.Status("200")] };
        var test = RunFixture.Case(step) with { Operation = $"GET {path}" };
        using var client = TestRunner.CreateClient();
        var target = change(new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = mock.BaseUrl });
        return (await new TestRunner(spec, client).RunAsync(RunFixture.Suite(test), target)).Cases.Single();
    }
}
