using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Leniency decides how much a deviation matters, never whether it is seen.</summary>
public sealed class LeniencyTests
{
    private static readonly ApiSpec Api = Described.Operation("/things/{id}", "get", """
        "parameters":[
          {"name":"id","in":"path","required":true,"schema":{"type":"array","items":{"type":"integer"}}},
          {"name":"ids","in":"query","explode":false,"schema":{"type":"array","items":{"type":"integer"}}},
          {"name":"filter","in":"query","style":"deepObject","explode":true,"schema":{"type":"object","properties":{"a":{"type":"integer"}}}},
          {"name":"phone","in":"query","schema":{"type":"string","pattern":"^\\+[0-9]+$"}}]
        """);

    [Theory]
    [InlineData("/things/1,2?ids=1,2&filter[a]=1&phone=%2B49", "")]
    [InlineData("/things/1%2C2", "loose-spelling@path.id?")]
    [InlineData("/things/1?ids=1%2C2", "loose-spelling@query.ids?")]
    [InlineData("/things/1?ids=1&ids=2", "repeated-parameter@query.ids?")]
    [InlineData("/things/1?filter=%7B%22a%22%3A1%7D", "loose-spelling@query.filter?")]
    [InlineData("/things/1?phone=+49", "loose-spelling@query.phone?")]
    [InlineData("/things/1/", "trailing-slash@path?")]
    [InlineData("/things/1?other=1", "undocumented-parameter@query.other?")]
    [InlineData("/things/b%2C2", "type@path.id[0]")]
    public void ValidateRequest_WhatIsLetPass_IsSaid(string url, string expected) => Check(Api, Request("GET", url)).Should().Be(expected);

    [Theory]
    [InlineData("/things/1?ids=1%2C2", "type@query.ids[0]")]
    [InlineData("/things/1?ids=1&ids=2", "repeated-parameter@query.ids")]
    [InlineData("/things/1?other=1", "undocumented-parameter@query.other")]
    public void ValidateRequest_StrictMode_LetsNothingPass(string url, string expected) => Check(Api, Request("GET", url), strict: true).Should().Be(expected);

    [Fact]
    public void ValidateRequest_ReadOnlyPropertyInAValidBody_IsSaid()
    {
        var spec = Described.Operation("/r", "post", """
            "requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"id":{"type":"string","readOnly":true}}}},"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"id":{"type":"string","readOnly":true}}}}}}
            """);
        Check(spec, Request("POST", "/r", """{"id":"1"}""")).Should().Be("read-only@body.id?");
        Check(spec, Request("POST", "/r", "id=1", "application/x-www-form-urlencoded")).Should().Be("read-only@body.id?");
    }

    [Theory]
    [InlineData("X-Request-Id: 1|x-request-id: 2|Date: now|Access-Control-Allow-Origin: *", "undocumented-header@header.X-Request-Id?")]
    public void ValidateResponse_UndescribedHeader_IsSaidOnce(string headers, string expected) =>
        Check(Api, Response(200, headers: headers.Split('|'))).Should().Be(expected);
}
