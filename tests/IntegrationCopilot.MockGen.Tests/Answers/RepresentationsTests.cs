using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>The type of an answer lies within what is described and within what is accepted.</summary>
public sealed class RepresentationsTests
{
    private const string Ranges = """
        openapi: 3.0.3
        info: { title: Ranges, version: "1" }
        paths:
          /any: { get: { responses: { "200": { description: ok, content: { "*/*": { schema: { type: object, properties: { a: { type: integer } } } } } } } } }
          /img: { get: { responses: { "200": { description: ok, content: { "image/*": { schema: { type: string, format: binary } } } } } } }
          /two: { get: { responses: { "200": { description: ok, content: { "text/*": { schema: { type: string } }, application/xml: { schema: { type: string } } } } } } }
          /versions: { get: { responses: { "200": { description: ok, content: { "application/json; version=1": { example: 1 }, "application/json; version=2": { example: 2 } } } } } }
        """;

    [Theory]
    [InlineData("any", "*/*", "application/json")]
    [InlineData("any", "text/html", "text/html")]
    [InlineData("any", "application/xml, application/json", "application/json")]
    [InlineData("any", "application/xml, application/json;q=0.9", "application/xml")]
    [InlineData("any", "application/vnd.acme.v2+json", "application/vnd.acme.v2+json")]
    [InlineData("any", "text/*", "text/plain")]
    [InlineData("any", "application/x-unheard-of, text/csv;q=0.1", "text/csv")]
    [InlineData("any", "application/json, text/plain, */*", "application/json")]
    [InlineData("any", ";;;,q", "application/json")]
    [InlineData("img", "*/*", "image/png")]
    [InlineData("img", "image/webp", "image/webp")]
    [InlineData("img", "image/*", "image/png")]
    [InlineData("img", "image/png;q=0, image/*", "image/jpeg")]
    [InlineData("two", "text/markdown;q=0.2, application/xml;q=0.1", "text/markdown")]
    [InlineData("versions", "application/json; version=2", "application/json; version=2")]
    [InlineData("versions", "application/json; charset=utf-8", "application/json; version=1")]
    public async Task Choose_Ranges_AnswersWithATypeWithinBoth(string path, string accept, string type)
    {
        await using var mock = await MockSession.StartAsync(Ranges);
        var answer = await mock.SendAsync("GET", path, null, $"Accept: {accept}");
        ((int)answer.StatusCode, answer.Content.Headers.NonValidated["Content-Type"].ToString()).Should().Be((200, type));
        var body = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        if (!type.Contains("json", StringComparison.Ordinal)) body.Should().NotStartWith("{").And.NotStartWith("\"");
    }

    [Theory]
    [InlineData("img", "text/html", "image/png")]
    [InlineData("img", "image/heic", "image/webp")]
    [InlineData("any", "application/x-unheard-of", "text/html")]
    [InlineData("two", "image/png", "application/xml")]
    [InlineData("any", "*/*;q=0", "application/json")]
    public async Task Choose_NothingWithinBoth_Is406WithWhatIsOnOffer(string path, string accept, string offered)
    {
        await using var mock = await MockSession.StartAsync(Ranges);
        var answer = await mock.SendAsync("GET", path, null, $"Accept: {accept}");
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((406, "application/problem+json"));
        (await answer.Content.ReadAsStringAsync()).Should().Contain(offered);
    }
}
