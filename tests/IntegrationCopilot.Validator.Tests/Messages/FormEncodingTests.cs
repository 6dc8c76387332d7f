using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Forms whose properties have an <c>encoding</c> (OpenAPI 3.1.1, section 4.8.15).</summary>
public sealed class FormEncodingTests
{
    private const string Numbers = """{"type":"array","items":{"type":"integer"}}""";
    private const string Object = """{"type":"object","properties":{"n":{"type":"integer"},"m":{"type":"integer"}}}""";

    private static readonly ApiSpec Api = Described.Operation("/f", "post", $$$$$"""
        "requestBody":{"content":{
          "application/x-www-form-urlencoded":{
            "schema":{"type":"object","properties":{"pipes":{{{{{Numbers}}}}},"spaces":{{{{{Numbers}}}}},"commas":{{{{{Numbers}}}}},"deep":{{{{{Object}}}}},"spread":{{{{{Object}}}}},"json":{{{{{Object}}}}},"plain":{{{{{Object}}}}} } },
            "encoding":{"pipes":{"style":"pipeDelimited","explode":false},"spaces":{"style":"spaceDelimited","explode":false},"commas":{"explode":false},"deep":{"style":"deepObject","explode":true},"spread":{"style":"form","explode":true},"json":{"contentType":"application/json"} } },
          "multipart/form-data":{
            "schema":{"type":"object","properties":{"items":{"type":"array","items":{{{{{Object}}}}} },"ids":{{{{{Numbers}}}}},"photo":{"type":"string","format":"binary"} } },
            "encoding":{"photo":{"contentType":"image/png, image/jpeg"} } } } }
        """);

    [Theory]
    [InlineData("pipes=1|2", "")]
    [InlineData("pipes=1|b", "type@body.pipes[1]")]
    [InlineData("spaces=1%202", "")]
    [InlineData("spaces=1+b", "type@body.spaces[1]")]
    [InlineData("commas=1,2", "")]
    [InlineData("commas=1,b", "type@body.commas[1]")]
    [InlineData("deep[n]=1&deep%5Bm%5D=x", "type@body.deep.m")]
    [InlineData("n=1&m=2", "")]
    [InlineData("n=1&m=x", "type@body.spread.m")]
    [InlineData("json=%7B%22n%22%3A1%7D", "")]
    [InlineData("json=%7B%22n%22%3A%22x%22%7D", "type@body.json.n")]
    [InlineData("plain=%7B%22n%22%3A1%7D", "")]
    [InlineData("plain=%7B%22n%22%3A%22x%22%7D", "type@body.plain.n")]
    public void ValidateRequest_EncodedFormProperty_IsReadInEitherMode(string body, string expected)
    {
        Check(Api, Request("POST", "/f", body, "application/x-www-form-urlencoded")).Should().Be(expected);
        Check(Api, Request("POST", "/f", body, "application/x-www-form-urlencoded"), strict: true).Should().Be(expected);
    }

    [Theory]
    [InlineData("items|application/json|{\"n\":1}", "")]
    [InlineData("items|application/json|{\"n\":\"x\"}", "type@body.items[0].n")]
    [InlineData("items|application/json|{\"n\":1};items|application/json|{\"n\":\"x\"}", "type@body.items[1].n")]
    [InlineData("items|application/json| [{\"n\":1},{\"n\":\"x\"}]", "type@body.items[1].n")]
    [InlineData("ids|text/plain|1", "")]
    [InlineData("ids|text/plain|1;ids|text/plain|b", "type@body.ids[1]")]
    [InlineData("photo|image/jpeg|x", "")]
    [InlineData("photo|text/html|x", "undocumented-content-type@body.photo?")]
    public void ValidateRequest_EncodedPart_IsReadAndJudged(string parts, string expected) =>
        Check(Api, Request("POST", "/f", Multipart(parts), "multipart/form-data; boundary=b")).Should().Be(expected);

    [Fact]
    public void ValidateRequest_PartOfAnotherMediaTypeInStrictMode_IsAnError() =>
        Check(Api, Request("POST", "/f", Multipart("photo|text/html|x"), "multipart/form-data; boundary=b"), strict: true).Should()
            .Be("undocumented-content-type@body.photo");

    private static string Multipart(string parts) =>
        string.Concat(parts.Split(';').Select(p => p.Split('|'))
            .Select(p => $"--b\r\nContent-Disposition: form-data; name=\"{p[0]}\"\r\nContent-Type: {p[1]}\r\n\r\n{p[2]}\r\n")) + "--b--\r\n";
}
