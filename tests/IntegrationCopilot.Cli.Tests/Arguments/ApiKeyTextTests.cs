using System.Text;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Tests.Arguments;

public sealed class ApiKeyTextTests
{
    private const string Schemes = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        security: [{ asked: [] }]
        paths:
          /a:
            get:
              responses: { '200': { description: ok } }
        components:
          securitySchemes:
            declared: { type: apiKey, in: cookie, name: session }
            asked: { type: apiKey, in: query, name: api_key }
            admin: { type: http, scheme: bearer }
        """;

    private static readonly ApiSpec Keyed = Read(Schemes);
    private static readonly ApiSpec Open = Read("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\n");

    [Theory]
    [InlineData("s3cret", "api_key", ApiKeyLocation.Query, "s3cret")]
    [InlineData("session=s3cret", "session", ApiKeyLocation.Cookie, "s3cret")]
    [InlineData("X-Other=s3cret", "X-Other", ApiKeyLocation.Header, "s3cret")]
    [InlineData("declared=s3cret", "session", ApiKeyLocation.Cookie, "s3cret")]
    [InlineData("s3cretbase64==", "api_key", ApiKeyLocation.Query, "s3cretbase64==")]
    [InlineData("X-Other=s3cretbase64==", "X-Other", ApiKeyLocation.Header, "s3cretbase64==")]
    public void Read_DocumentWithKeys_PutsItWhereTheDocumentSays(string text, string name, ApiKeyLocation location, string value) =>
        ApiKeyText.Read(text, Keyed).Should().Be(new ApiKeyCredentials(name, location, value));

    [Fact]
    public void Read_NameOfAnotherScheme_IsForThatScheme() =>
        ApiKeyText.Read("admin=t0ken", Keyed).Should().Be(new SchemeCredentials("admin", "t0ken"));

    [Fact]
    public void Read_DocumentWithoutKeys_UsesTheUsualHeader() =>
        ApiKeyText.Read("s3cret", Open).Should().Be(new ApiKeyCredentials("X-API-Key", ApiKeyLocation.Header, "s3cret"));

    [Fact]
    public void Read_NameAndFile_TakesTheSecretFromTheFile()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a=b", "s3cret\n");
        Value($"X-Other=file:{path}").Should().Be("s3cret");
        Value($"file:{path}").Should().Be("s3cret");
    }

    private static string Value(string text) => ((ApiKeyCredentials)ApiKeyText.Read(text, Open)).Value;

    private static ApiSpec Read(string yaml) => ApiSpecReader.Read(Encoding.UTF8.GetBytes(yaml), "keys.yaml").Spec!;
}
