namespace IntegrationCopilot.MockGen.Tests;

/// <summary>An answer's type lies within what is described and within what is accepted, or the answer is 406 (RFC 9110, section 12.5.1).</summary>
public sealed class RepresentationReportTests
{
    private const string Bytes = "schema: { type: string, format: binary }";

    private const string Api = $$"""
        openapi: 3.0.3
        info: { title: t, version: "1" }
        paths:
          /video: { get: { responses: { "200": { description: ok, content: { "video/*": { {{Bytes}} } } } } } }
          /fonts: { get: { responses: { "200": { description: ok, content: { "font/*": { {{Bytes}} }, "model/*": { {{Bytes}} } } } } } }
          /mixed: { get: { responses: { "200": { description: ok, content: { "*/*": { schema: { type: string } }, "text/*": { schema: { type: string, enum: [text] } }, application/json: { schema: { type: integer, enum: [7] } } } } } } }
          /suffix: { get: { responses: { "200": { description: ok, content: { "application/*+json": { schema: { type: integer, enum: [7] } } } } } } }
          /error: { get: { responses: { "200": { description: ok }, "404": { description: gone, content: { "text/*": { schema: { type: string, enum: [gone] } } } } } } }
        """;

    [Theory]
    [InlineData("any", "text/html")]
    [InlineData("any", "application/xml")]
    [InlineData("any", "text/csv")]
    [InlineData("any", "application/hal+json")]
    [InlineData("img", "image/webp")]
    [InlineData("img", "image/svg+xml")]
    public async Task Report_Range_IsAnsweredInTheTypeAccepted(string path, string accept)
    {
        await using var mock = await ReportedMock.StartAsync("20-ranges-not-acceptable");
        var got = await mock.GetAsync(path, $"Accept: {accept}");
        (got.Status, got.Type).Should().Be((200, accept));
        if (path == "any") got.Text.Should().NotBe("\"vitae\"");
    }

    [Theory]
    [InlineData("img", "text/html")]
    [InlineData("img", "image/*;q=0")]
    [InlineData("img", "image/heic")]
    [InlineData("any", "*/*;q=0")]
    public async Task Report_NothingWithinBoth_Is406ThatSaysWhatThereIs(string path, string accept)
    {
        await using var mock = await ReportedMock.StartAsync("20-ranges-not-acceptable");
        var got = await mock.GetAsync(path, $"Accept: {accept}");
        (got.Status, got.Type).Should().Be((406, "application/problem+json"));
        got.Text.Should().Contain("image/png");
    }

    [Theory]
    [InlineData("video", null, "video/mp4", null)]
    [InlineData("video", "video/*", "video/mp4", null)]
    [InlineData("video", "video/webm", "video/webm", null)]
    [InlineData("video", "text/html, video/ogg;q=0.1", "video/ogg", null)]
    [InlineData("fonts", "model/obj, font/ttf;q=0.5", "model/obj", null)]
    [InlineData("mixed", null, "application/json", "7")]
    [InlineData("mixed", "application/json", "application/json", "7")]
    [InlineData("mixed", "text/plain", "text/plain", "text")]
    [InlineData("mixed", "text/*", "text/plain", "text")]
    [InlineData("suffix", null, "application/vnd.mock+json", "7")]
    [InlineData("suffix", "application/hal+json", "application/hal+json", "7")]
    [InlineData("suffix", "application/*", "application/vnd.mock+json", "7")]
    public async Task Ranges_OfAnyKind_AreAnsweredWithinBoth(string path, string? accept, string type, string? body)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var got = await mock.GetAsync(path, accept is null ? [] : [$"Accept: {accept}"]);
        (got.Status, got.Type).Should().Be((200, type));
        if (body is not null) (got.Text, got["Mock-Nonconforming"]).Should().Be((body, null));
    }

    [Theory]
    [InlineData("video", "image/png", "video/mp4")]
    [InlineData("suffix", "application/json", "application/vnd.mock+json")]
    [InlineData("suffix", "text/html", "application/vnd.mock+json")]
    public async Task Ranges_NothingWithinBoth_NameATypeWithin(string path, string accept, string offered)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var got = await mock.GetAsync(path, $"Accept: {accept}");
        got.Status.Should().Be(406);
        got.Text.Should().Contain($"The answer is available as {offered} only.");
    }

    [Fact]
    public async Task Error_NothingIsAccepted_IsAnsweredAllTheSame()
    {
        await using var mock = await MockSession.StartAsync(Api);
        var got = await mock.GetAsync("error", "Prefer: code=404", "Accept: image/png");
        (got.Status, got.Type, got.Text).Should().Be((404, "text/plain", "gone"));
    }
}
