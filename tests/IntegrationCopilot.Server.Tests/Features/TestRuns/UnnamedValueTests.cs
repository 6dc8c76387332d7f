using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Tests.Features.TestRuns;

public sealed class UnnamedValueTests
{
    private const int NoName = 99;

    [Fact]
    public void Validate_CredentialsOfNoKind_AreRefusedInsteadOfLeftOut() =>
        FieldsOf(new RunCredentials((RunCredentialKind)NoName)).Should().Equal("kind");

    [Fact]
    public void Validate_KeyAtNoPlace_IsRefused() =>
        FieldsOf(new RunCredentials(RunCredentialKind.ApiKey, KeyLocation: (ApiKeyLocation)NoName, Key: "key")).Should().Equal("keyLocation");

    private static IEnumerable<string> FieldsOf(RunCredentials credentials)
    {
        var errors = new FieldErrors();
        new StartTestRun(Guid.NewGuid(), Environment: EnvironmentType.Sandbox, BaseUrl: "https://example.com", Credentials: credentials).Validate(errors);
        return errors.All.Select(error => error.Field);
    }
}
