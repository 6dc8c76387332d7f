using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Parameters and headers described by <c>content</c> instead of a schema and style.</summary>
public sealed class ContentParameterTests
{
    private const string Content = """ "content":{"application/json":{"schema":{"type":"object","required":["k"]}}} """;

    private static readonly ApiSpec Api = Described.Operation("/c/{p}", "get", $$$$$"""
        "parameters":[{"name":"p","in":"path","required":true,{{{{{Content}}}}}},{"name":"X-C","in":"header",{{{{{Content}}}}}},{"name":"c","in":"cookie",{{{{{Content}}}}}}],
        "responses":{"200":{"description":"","headers":{"X-R":{ {{{{{Content}}}}} }}}}
        """);

    [Theory]
    [InlineData("/c/%7B%22k%22%3A1%7D", "X-C: {\"k\":1}|Cookie: c=%7B%22k%22%3A1%7D", "")]
    [InlineData("/c/%7B%7D", "", "required@path.p.k")]
    [InlineData("/c/%7B", "", "unreadable-parameter@path.p")]
    [InlineData("/c/%7B%22k%22%3A1%7D", "X-C: {}", "required@header.X-C.k")]
    [InlineData("/c/%7B%22k%22%3A1%7D", "X-C: {", "unreadable-parameter@header.X-C")]
    [InlineData("/c/%7B%22k%22%3A1%7D", "Cookie: c=%7B%7D", "required@cookie.c.k")]
    [InlineData("/c/%7B%22k%22%3A1%7D", "Cookie: c=%7B", "unreadable-parameter@cookie.c")]
    public void ValidateRequest_JsonInAParameter_IsReadAndJudged(string url, string headers, string expected) =>
        Check(Api, Request("GET", url, headers: headers.Split('|', StringSplitOptions.RemoveEmptyEntries))).Should().Be(expected);

    [Theory]
    [InlineData("{\"k\":1}", "")]
    [InlineData("{}", "required@header.X-R.k")]
    [InlineData("{", "unreadable-parameter@header.X-R")]
    public void ValidateResponse_JsonInAHeader_IsReadAndJudged(string value, string expected) =>
        Check(Api, Response(200, headers: $"X-R: {value}")).Should().Be(expected);
}
