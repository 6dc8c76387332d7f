using System.Text;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Lengths of binary values count octets, of encoded ones characters (OpenAPI 3.1.1, section 4.7.2.4).</summary>
public sealed class BinaryLengthTests
{
    [Theory]
    [InlineData("application/octet-stream", """{"type":"string","format":"binary","maxLength":4}""", "00FF00FF", "")]
    [InlineData("application/octet-stream", """{"type":"string","format":"binary","maxLength":4}""", "00FF00FF00", "max-length@body")]
    [InlineData("application/octet-stream", """{"type":"string","format":"binary","minLength":2}""", "00", "min-length@body")]
    [InlineData("application/octet-stream", """{"maxLength":2}""", "C3A4C3", "max-length@body")]
    [InlineData("image/png", """{"type":"string","format":"binary","maxLength":3,"pattern":"^a$","enum":["x"],"const":"y"}""", "C3A4C3", "")]
    [InlineData("image/png", """{"allOf":[{"type":"string","format":"binary"},{"maxLength":2}]}""", "C3A4C3", "max-length@body")]
    [InlineData("text/plain", """{"type":"string","format":"binary","maxLength":2}""", "C3A4C3", "max-length@body")]
    [InlineData("image/png", """{"contentMediaType":"image/png","maxLength":2}""", "C3A4C3", "max-length@body")]
    [InlineData("application/octet-stream", """{"type":"string","contentEncoding":"base64","maxLength":4}""", "41414141", "")]
    [InlineData("application/octet-stream", """{"type":"string","contentEncoding":"base64","maxLength":3}""", "41414141", "max-length@body")]
    [InlineData("application/octet-stream", """{"type":"string","format":"byte"}""", "FFFE", "")]
    [InlineData("application/octet-stream", """{"type":"string","contentEncoding":"base64"}""", "FFFE", "malformed-body@body")]
    [InlineData("image/svg+xml", """{"type":"string"}""", "3C7376672F3E", "")]
    [InlineData("application/xhtml+xml", """{"type":"object"}""", "3C68746D6C2F3E", "unchecked-body@body?")]
    [InlineData("application/vnd.thing", """{"type":"object"}""", "7B7D", "unchecked-body@body?")]
    public void ValidateRequest_Body_IsCountedInOctets(string type, string schema, string hex, string expected) =>
        Check(Of(type, schema), Request("POST", "/b") with { Headers = [new("Content-Type", type)], Body = Convert.FromHexString(hex) }).Should().Be(expected);

    [Theory]
    [InlineData(10_000, "")]
    [InlineData(10_001, "max-length@body.file")]
    public void ValidateRequest_FileInAForm_IsCountedInOctets(int octets, string expected)
    {
        var spec = Of("multipart/form-data",
            """{"type":"object","properties":{"file":{"type":"string","format":"binary","maxLength":10000,"pattern":"^x*$"},"name":{"type":"string","maxLength":1}}}""");
        byte[] body =
            [.. "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n\u00E4\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\nContent-Type: image/png\r\n\r\n"u8, .. Enumerable.Repeat((byte)0xC3, octets), .. "\r\n--b--\r\n"u8];
        Check(spec, Request("POST", "/b") with { Headers = [new("Content-Type", "multipart/form-data; boundary=b")], Body = body }).Should().Be(expected);
    }

    [Fact]
    public void ValidateRequest_Length_IsToldInOctets() =>
        new MessageValidator(Of("image/png", """{"type":"string","format":"binary","maxLength":1}"""))
            .ValidateRequest(Request("POST", "/b", "abc", "image/png"))
            .Findings.Should().ContainSingle().Which.Message.Should().Be("Must have at most 1 octet, but has 3.");

    private static ApiSpec Of(string type, string schema) =>
        Described.Operation("/b", "post", $"\"requestBody\":{{\"content\":{{\"{type}\":{{\"schema\":{schema}}}}}}}");
}
