using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

public sealed class ResponseTests
{
    private static readonly ApiSpec Api = Described.Operation("/pay", "get", """
        "responses":{
          "200":{"description":"","headers":{"X-Left":{"required":true,"schema":{"type":"integer"}},"X-Ids":{"schema":{"type":"array","items":{"type":"integer"}}},"Content-Type":{"required":true,"schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"type":"object","required":["id"]}}}},
          "204":{"description":""},
          "4XX":{"description":"","content":{"application/problem+json":{"schema":{"type":"object","required":["title"]}}}},
          "202":{"description":"","content":{"text/csv":{}}}}
        """);

    [Theory]
    [InlineData(200, """{"id":1}""", "application/json", "X-Left: 5", "")]
    [InlineData(200, """{"id":1}""", "application/json", "X-Left: 5|X-Ids: 1, 2", "")]
    [InlineData(200, """{"id":1}""", "application/json", "X-Left: 5|X-Ids: 1|X-Ids: b", "type@header.X-Ids[1]")]
    [InlineData(200, """{"id":1}""", "application/json", "X-Left: five", "type@header.X-Left")]
    [InlineData(200, """{"id":1}""", "application/json", "", "missing-header@header.X-Left")]
    [InlineData(200, """{}""", "application/json", "X-Left: 5", "required@body.id")]
    [InlineData(200, null, "", "X-Left: 5", "missing-body@body")]
    [InlineData(200, "<html>", "text/html", "X-Left: 5", "undocumented-content-type@header.Content-Type")]
    [InlineData(202, null, "", "", "missing-body@body?")]
    [InlineData(204, null, "", "", "")]
    [InlineData(204, "{}", "application/json", "", "unexpected-body@body?")]
    [InlineData(404, """{"title":"t"}""", "application/problem+json", "", "")]
    [InlineData(404, """{}""", "application/json", "", "undocumented-content-type@header.Content-Type? required@body.title")]
    [InlineData(201, """{"id":1}""", "application/json", "", "undocumented-status@status")]
    [InlineData(503, "down", "text/plain", "", "undocumented-status@status?")]
    public void ValidateResponse_Answer_IsJudged(int status, string? body, string contentType, string headers, string expected) =>
        Check(Api, Response(status, body, contentType, headers.Split('|', StringSplitOptions.RemoveEmptyEntries))).Should().Be(expected);

    [Fact]
    public void ValidateResponse_NoResponseIsDescribed_NothingIsHeldAgainstASuccess() =>
        Check(Described.Operation("/pay", "get", "\"responses\":{}"), Response(200, "{}", "application/json")).Should().Be("undocumented-status@status?");

    [Theory]
    [InlineData(503, "Server: x", "undocumented-status@status")]
    [InlineData(204, "X-Other: 1|Date: now", "undocumented-header@header.X-Other")]
    [InlineData(204, "access-control-allow-origin: *", "")]
    public void ValidateResponse_StrictMode_WantsEverythingDescribed(int status, string headers, string expected) =>
        Check(Api, Response(status, headers: headers.Split('|')), strict: true).Should().Be(expected);

    [Fact]
    public void ValidateResponse_ToHead_HasNoBody()
    {
        var spec = Described.Operation("/h", "head", """
            "responses":{"200":{"description":"","content":{"application/json":{"schema":{"type":"object"}}}}}
            """);
        Check(spec, Response(200)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("text/csv", "a,b\n1,2\n", "unchecked-body@body?")]
    [InlineData("text/plain", "{}", "required@body.a")]
    [InlineData("text/plain", "{\"a\":1}", "")]
    public void ValidateResponse_ObjectUnderATextType_IsJudgedWhereTheTextIsJson(string contentType, string body, string expected)
    {
        var spec = Described.Operation("/t", "get", $$$$$"""
            "responses":{"200":{"description":"","content":{"{{{{{contentType}}}}}":{"schema":{"type":"object","required":["a"]} } } } }
            """);
        Check(spec, Response(200, body, contentType)).Should().Be(expected);
        Check(spec, Response(200, body, contentType), strict: true).Should().Be(expected);
    }

    [Fact]
    public void ValidateResponse_ToAWebhook_IsJudgedAsReceivedByTheApi()
    {
        var spec = Described.Api("""
            "security":[{"b":[]}],"components":{"securitySchemes":{"b":{"type":"http","scheme":"bearer"}}},
            "webhooks":{"paid":{"post":{"responses":{"200":{"description":"","content":{"application/json":{"schema":{"type":"object","required":["id","pin"],"properties":{"id":{"readOnly":true},"pin":{"writeOnly":true}}}}}}}}}}
            """);
        var validator = new MessageValidator(spec);
        Short(validator.ValidateWebhook("paid", Request("POST", "/hook"))).Should().BeEmpty("the credentials of the document are those the API asks for");
        Short(validator.ValidateResponse(spec.Webhooks[0], Response(200, "{\"pin\":1}"))).Should().BeEmpty();
        Short(validator.ValidateResponse(spec.Webhooks[0], Response(200, "{}"))).Should().Be("required@body.pin");
    }

    [Fact]
    public void ValidateWebhook_Message_IsJudgedAsSentByTheApi()
    {
        var spec = Described.Api("""
            "webhooks":{"paid":{"post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["id"],"properties":{"id":{"type":"string","readOnly":true}}}}}},"responses":{"200":{"description":""}}}}}
            """.Trim());
        var validator = new MessageValidator(spec);
        Short(validator.ValidateWebhook("paid", Request("POST", "/anything", """{"id":"1"}"""))).Should().BeEmpty();
        Short(validator.ValidateWebhook("paid", Request("POST", "/anything", "{}"))).Should().Be("required@body.id");
        Short(validator.ValidateWebhook("unpaid", Request("POST", "/", "{}"))).Should().Be("unknown-webhook@");
        validator.ValidateResponse(spec.Webhooks[0], Response(200)).IsValid.Should().BeTrue();
    }

    [Fact]
    public void ValidateRequest_Callback_IsJudgedByItsOperation()
    {
        var spec = Described.Operation("/sub", "post", """
            "callbacks":{"done":{"{$request.body#/url}":{"post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"integer"}}}},"responses":{"200":{"description":""}}}}}}
            """);
        var callback = spec.Operations[0].Callbacks.Single();
        var validator = new MessageValidator(spec);
        Short(validator.ValidateRequest(callback, Request("POST", "/cb", "1"))).Should().BeEmpty();
        Short(validator.ValidateRequest(callback, Request("POST", "/cb", "\"x\""))).Should().Be("type@body");
    }

    [Fact]
    public void Validate_ManyThreads_AgreeWithOne()
    {
        var validator = new MessageValidator(Api);
        Parallel.For(0, 500, i => Short(validator.ValidateResponse(Api.Operations[0], Response(200, i % 2 == 0 ? "{}" : "{\"id\":1}", headers: "X-Left: 5")))
            .Should().Be(i % 2 == 0 ? "required@body.id" : ""));
    }
}
