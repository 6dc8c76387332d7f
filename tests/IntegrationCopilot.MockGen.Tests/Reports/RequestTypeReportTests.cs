using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>
/// A request in a media type that is not described is refused (RFC 9110, section 15.5.16): the same bytes mean another thing under another type.
/// </summary>
public sealed class RequestTypeReportTests
{
    [Theory]
    [InlineData("PATCH", "things", "application/merge-patch+json, application/json-patch+json")]
    [InlineData("POST", "v2", "application/vnd.acme.v2+json")]
    public async Task Report_JsonThatIsNotDescribed_Is415WithWhatIs(string method, string path, string described)
    {
        await using var mock = await ReportedMock.StartAsync("22-undescribed-json-type-accepted");
        var got = await Got.ReadAsync(await mock.SendAsync(method, path, """{"a":1}"""));
        (got.Status, got.Type).Should().Be((415, "application/problem+json"));
        got.Text.Should().Contain("\"code\":\"undocumented-content-type\"").And.Contain($"\"expected\":\"{described}\"");
        got["Mock-Findings"].Should().Contain("'application/json' is not described here");
    }

    [Theory]
    [InlineData("application/json", "application/problem+json", 415)]
    [InlineData("application/json", "text/json", 415)]
    [InlineData("application/json", "application/jsonp", 415)]
    [InlineData("application/json", "text/plain", 415)]
    [InlineData("application/json", "nonsense", 415)]
    [InlineData("application/json", "application/*", 415)]
    [InlineData("application/json", "APPLICATION/JSON; charset=UTF-8", 204)]
    [InlineData("application/json", "application/json;profile=x", 204)]
    [InlineData("application/json; version=1", "application/json; version=1", 204)]
    [InlineData("application/json; version=1", "application/json; version=2", 415)]
    [InlineData("application/merge-patch+json", "application/json-patch+json", 415)]
    [InlineData("application/*+json", "application/hal+json", 204)]
    [InlineData("application/*+json", "application/json", 415)]
    [InlineData("application/*", "application/hal+json", 204)]
    [InlineData("application/*", "text/plain", 415)]
    [InlineData("*/*", "application/anything", 204)]
    [InlineData("application/xml", "application/json", 415)]
    [InlineData("application/x-www-form-urlencoded", "application/json", 415)]
    public async Task Type_Sent_IsWithinWhatIsDescribed(string described, string sent, int status)
    {
        foreach (var version in (string[])["3.0.3", "3.1.0", "3.2.0"])
        {
            await using var mock = await ReportedMock.TakingAsync(version, described, "{ schema: { type: object } }");
            using var content = new ByteArrayContent("{}"u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", sent);
            using var answer = await mock.Client.PostAsync("x", content);
            ((int)answer.StatusCode).Should().Be(status, "{0} sent where {1} is described", sent, described);
        }
    }

    [Fact]
    public async Task Type_SentTwice_IsNone()
    {
        await using var mock = await ReportedMock.TakingAsync("3.1.0", "application/json", "{ schema: { type: object } }");
        var answer = await PlainSocket.ExchangeAsync(mock.Server.BaseUrl, Encoding.ASCII.GetBytes(
            "POST /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}"));
        answer.Should().StartWith("HTTP/1.1 415 ").And.Contain("application/problem+json");
    }

    [Fact]
    public async Task Type_OfPart_IsNotedWhereItsEncodingDoesNotDescribeIt()
    {
        await using var mock = await ReportedMock.TakingAsync("3.1.0", "multipart/form-data",
            "{ schema: { type: object, properties: { meta: { type: object } } }, encoding: { meta: { contentType: application/json } } }");
        var got = await mock.PostAsync("x", "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: text/plain\r\n\r\n{}\r\n--b--\r\n");
        got["Mock-Findings"].Should().Contain("body.meta").And.Contain("encoding does not describe");
    }

    [Fact]
    public async Task Type_NotSent_IsNoted()
    {
        await using var mock = await ReportedMock.TakingAsync("3.1.0", "application/json", "{ schema: { type: object } }");
        using var content = new ByteArrayContent("{}"u8.ToArray());
        (await Got.ReadAsync(await mock.Client.PostAsync("x", content)))["Mock-Findings"].Should().Contain("without a Content-Type");
    }
}
