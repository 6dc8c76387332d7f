using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Media types that only resemble those described (RFC 9110, section 8.3.1).</summary>
public sealed class MediaTypeTests
{
    private const string Refused = "undocumented-content-type@header.Content-Type";

    [Theory]
    [InlineData("application/json", "application/json", "")]
    [InlineData("application/json", "APPLICATION/Json", "")]
    [InlineData("application/json", "application/json;charset=utf-8", "")]
    [InlineData("application/json", "application/json; charset=\"utf-8\"", "")]
    [InlineData("application/json; charset=utf-8", "application/json", "")]
    [InlineData("application/json; v=1", "application/json; V=1", "")]
    [InlineData("application/json; v=1", "application/json; v=2", Refused)]
    [InlineData("application/json", "application/jsonx", Refused)]
    [InlineData("application/json", "application/xjson", Refused)]
    [InlineData("application/json", "xapplication/json", Refused)]
    [InlineData("application/json", "application/json2", Refused)]
    [InlineData("application/json", "application/json foo", Refused)]
    [InlineData("application/json", "application /json", Refused)]
    [InlineData("application/json", "application", Refused)]
    [InlineData("application/json", "json", Refused)]
    [InlineData("application/json", "*/*", Refused)]
    [InlineData("application/*", "application/*", Refused)]
    [InlineData("application/*", "application/json", "")]
    [InlineData("application/*", "applications/json", Refused)]
    [InlineData("*/*", "nonsense", Refused)]
    [InlineData("application/json", "text/json", Refused)]
    [InlineData("application/json", "application/problem+json", Refused)]
    [InlineData("application/vnd.acme.v2+json", "application/json", Refused)]
    [InlineData("application/merge-patch+json", "application/json-patch+json", Refused)]
    [InlineData("application/merge-patch+json", "application/json", Refused)]
    [InlineData("application/*+json", "application/vnd.acme.v2+json", "")]
    [InlineData("application/*+json", "application/json", Refused)]
    [InlineData("application/*+json", "text/x+json", Refused)]
    [InlineData("application/json-seq", "application/json", Refused)]
    public void ValidateRequest_ContentType_MustBeOneThatIsDescribed(string described, string sent, string expected)
    {
        var spec = Described.Operation("/t", "post", $"\"requestBody\":{{\"content\":{{\"{described}\":{{}}}}}}");
        Check(spec, Request("POST", "/t", "{}", sent)).Should().Be(expected);
    }

    [Theory]
    [InlineData("application/json", "application/problem+json", Refused + "?")]
    [InlineData("application/json", "application/jsonx", Refused)]
    public void ValidateResponse_KinOfTheDescribedType_IsReadAndSaid(string described, string sent, string expected)
    {
        var spec = Described.Operation("/t", "get", $"\"responses\":{{\"200\":{{\"description\":\"\",\"content\":{{\"{described}\":{{}}}}}}}}");
        Check(spec, Response(200, "{}", sent)).Should().Be(expected);
    }
}
