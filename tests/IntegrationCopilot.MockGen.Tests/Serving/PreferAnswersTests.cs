namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Preference-Applied names what was heeded, and nothing else (RFC 7240, section 3).</summary>
public sealed class PreferAnswersTests
{
    private const string Examples = """
        openapi: 3.0.3
        info: { title: Examples, version: "1" }
        paths:
          /p:
            get:
              responses:
                "200":
                  description: ok
                  content:
                    application/json: { schema: { type: object, required: [n], properties: { n: { type: integer } } }, examples: { one: { value: { n: 1 } }, two: { value: { n: 2 } } } }
                    text/csv: { examples: { table: { value: "n\n1\n" } } }
                "404": { description: nf, content: { application/json: { schema: { type: object }, examples: { gone: { value: { w: 1 } }, never: { value: { w: 2, message: kept } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [n] } } } }
              responses:
                "200": { description: ok }
                "422": { description: bad, content: { application/json: { schema: { type: object }, examples: { bad1: { value: { e: 1 } }, bad2: { value: { e: 2, message: kept } } } } } }
        """;

    [Theory]
    [InlineData("GET", "code=404, example=never", 404, """{"w":2,"message":"kept"}""", "code=404, example=\"never\"", null)]
    [InlineData("GET", "code=404", 404, """{"w":1}""", "code=404", null)]
    [InlineData("GET", "example=two", 200, """{"n":2}""", "example=\"two\"", null)]
    [InlineData("GET", "example=table", 200, "n\n1\n", "example=\"table\"", null)]
    [InlineData("GET", "example=zzz", 200, """{"n":1}""", null, "There is no example 'zzz': the answer 200 as application/json has 'one', 'two'.")]
    [InlineData("GET", "example=gone", 200, """{"n":1}""", null, "The example 'gone' belongs to 404")]
    [InlineData("GET", "code=503, example=one", 503, "This status was asked for", "code=503", "The example 'one' belongs to 200")]
    [InlineData("GET", "dynamic=true", 200, "{\"n\":", "dynamic=true", null)]
    [InlineData("GET", "dynamic=true, example=two", 200, """{"n":2}""", "example=\"two\"", null)]
    [InlineData("GET", "code=204, dynamic", 204, "", "code=204", null)]
    [InlineData("GET", "return=minimal, respond-async", 200, """{"n":1}""", null, null)]
    [InlineData("POST", "example=bad2", 422, """{"e":2,"message":"kept"}""", "example=\"bad2\"", null)]
    [InlineData("POST", "example=zzz", 422, """{"e":1}""", null, "There is no example 'zzz': the answer 422")]
    [InlineData("PATCH", "delay=1, code=200", 405, "PATCH", "delay=1", null)]
    public async Task Send_Preferences_AreHeededOrNotClaimed(string method, string prefer, int status, string body, string? applied, string? note)
    {
        await using var mock = await MockSession.StartAsync(Examples);
        var answer = await mock.SendAsync(method, "p", method == "POST" ? "{}" : null, $"Prefer: {prefer}");
        ((int)answer.StatusCode, Field(answer, "Preference-Applied")).Should().Be((status, applied));
        (await answer.Content.ReadAsStringAsync()).Contains(body, StringComparison.Ordinal).Should().BeTrue();
        if (note is null) Field(answer, "Mock-Notes").Should().BeNull();
        else Field(answer, "Mock-Notes").Should().Contain(note);
        answer.Headers.Contains("Mock-Nonconforming").Should().Be(status == 204, "only that success is not described");
    }

    [Fact]
    public async Task Send_DelayBeyondTheLimit_IsConfirmedAsItWas()
    {
        await using var mock = await MockSession.StartAsync(Examples, new MockServerOptions { MaxDelay = TimeSpan.FromMilliseconds(5) });
        Field(await mock.SendAsync("GET", "p", null, "Prefer: delay=500000"), "Preference-Applied").Should().Be("delay=5");
    }

    private static string? Field(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
