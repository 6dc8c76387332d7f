using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

public sealed class RequestParameterTests
{
    private static readonly ApiSpec Api = Described.Operation("/items/{id}", "get", """
        "parameters":[
          {"name":"id","in":"path","required":true,"schema":{"type":"integer","minimum":1}},
          {"name":"limit","in":"query","schema":{"type":"integer","maximum":100}},
          {"name":"active","in":"query","schema":{"type":"boolean"}},
          {"name":"when","in":"query","schema":{"type":"string","format":"date-time"}},
          {"name":"mix","in":"query","schema":{"oneOf":[{"type":"integer"},{"type":"string","pattern":"^x"}]}},
          {"name":"code","in":"query","schema":{"type":["string","null"],"maxLength":3}},
          {"name":"ids","in":"query","schema":{"type":"array","items":{"type":"integer"}}},
          {"name":"tags","in":"query","explode":false,"schema":{"type":"array","items":{"enum":["a","b"]}}},
          {"name":"filter","in":"query","style":"deepObject","explode":true,"schema":{"type":"object","properties":{"n":{"type":"integer"},"in":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}},
          {"name":"where","in":"query","content":{"application/json":{"schema":{"type":"object","required":["k"]}}}},
          {"name":"flag","in":"query","allowEmptyValue":true,"schema":{"type":"boolean"}},
          {"name":"X-Trace","in":"header","required":true,"schema":{"type":"string","minLength":2}},
          {"name":"Authorization","in":"header","required":true,"schema":{"type":"integer"}},
          {"name":"session","in":"cookie","schema":{"type":"string","maxLength":4}}]
        """);

    [Theory]
    [InlineData("/items/5", "")]
    [InlineData("/items/5?limit=10&active=true&mix=7&code=&code2", "undocumented-parameter@query.code2?")]
    [InlineData("/items/0", "minimum@path.id")]
    [InlineData("/items/abc", "type@path.id")]
    [InlineData("/items/5?limit=101", "maximum@query.limit")]
    [InlineData("/items/5?limit=ten", "type@query.limit")]
    [InlineData("/items/5?limit=1&limit=2", "repeated-parameter@query.limit?")]
    [InlineData("/items/5?active=yes", "type@query.active")]
    [InlineData("/items/5?mix=xy", "")]
    [InlineData("/items/5?code=12", "")]
    [InlineData("/items/5?code=null", "")]
    [InlineData("/items/5?code=12345", "max-length@query.code")]
    [InlineData("/items/5?ids=1&ids=2", "")]
    [InlineData("/items/5?ids=1&ids=b", "type@query.ids[1]")]
    [InlineData("/items/5?ids=", "")]
    [InlineData("/items/5?tags=a,b", "")]
    [InlineData("/items/5?tags=a%2Cb", "loose-spelling@query.tags?")]
    [InlineData("/items/5?tags=a,c", "enum@query.tags[1]")]
    [InlineData("/items/5?filter[n]=1&filter%5Bin%5D=x", "")]
    [InlineData("/items/5?filter[n]=one", "type@query.filter.n")]
    [InlineData("/items/5?filter[m]=1", "additional-properties@query.filter.m")]
    [InlineData("/items/5?where=%7B%22k%22%3A1%7D", "")]
    [InlineData("/items/5?where=%7B%7D", "required@query.where.k")]
    [InlineData("/items/5?where=%7B", "unreadable-parameter@query.where")]
    [InlineData("/items/5?flag", "")]
    [InlineData("/items/5?when=2020-01-02T03:04:05Z", "")]
    [InlineData("/items/5?when=2020-01-02T03:04:05+01:00", "loose-spelling@query.when?")]
    public void ValidateRequest_Parameters_AreReadAndJudged(string url, string expected) =>
        Check(Api, Request("GET", url, headers: ["X-Trace: ab"])).Should().Be(expected);

    [Theory]
    [InlineData("", "missing-parameter@header.X-Trace")]
    [InlineData("x-trace: a", "min-length@header.X-Trace")]
    [InlineData("x-trace: ab|Cookie: other=1; session=abcd", "")]
    [InlineData("x-trace: ab|Cookie: session=abcde", "max-length@cookie.session")]
    [InlineData("x-trace: ab|Authorization: nonsense", "")]
    public void ValidateRequest_HeadersAndCookies_AreReadAndJudged(string headers, string expected) =>
        Check(Api, Request("GET", "/items/5", headers: headers.Split('|', StringSplitOptions.RemoveEmptyEntries))).Should().Be(expected);

    [Theory]
    [InlineData("/items/5?other=1", "undocumented-parameter@query.other")]
    [InlineData("/items/5?limit=1&limit=2", "repeated-parameter@query.limit")]
    [InlineData("/items/5?tags=a%2Cb", "enum@query.tags[0]")]
    [InlineData("/items/5?tags=a&tags=b", "repeated-parameter@query.tags")]
    [InlineData("/items/5?ids=1&ids=2", "")]
    public void ValidateRequest_StrictMode_AcceptsOnlyTheStandard(string url, string expected) =>
        Check(Api, Request("GET", url, headers: ["X-Trace: ab"]), strict: true).Should().Be(expected);

    [Fact]
    public void ValidateRequest_RequiredQueryAndCookie_AreMissed()
    {
        var spec = Described.Operation("/r", "get", """
            "parameters":[{"name":"q","in":"query","required":true,"schema":{"type":"string"}},{"name":"c","in":"cookie","required":true,"schema":{"type":"string"}}]
            """);
        Check(spec, Request("GET", "/r?Q=1", headers: ["Cookie: C=1"])).Should()
            .Be("missing-parameter@query.q undocumented-parameter@query.Q? missing-parameter@cookie.c");
        Check(spec, Request("GET", "/r?q=", headers: ["Cookie: c=1"])).Should().BeEmpty();
    }

    [Theory]
    [InlineData("matrix", ";color=blue", "", "")]
    [InlineData("matrix", "blue", "loose-spelling@path.color?", "unreadable-parameter@path.color")]
    [InlineData("matrix", ";colour=blue", "unreadable-parameter@path.color", "unreadable-parameter@path.color")]
    [InlineData("label", ".blue", "", "")]
    [InlineData("label", "blue", "loose-spelling@path.color?", "unreadable-parameter@path.color")]
    public void ValidateRequest_PathStyle_MustBeThatOfTheDocument(string style, string segment, string lenient, string strict)
    {
        var spec = Described.Operation("/x/{color}", "get", $$"""
            "parameters":[{"name":"color","in":"path","required":true,"style":"{{style}}","schema":{"type":"string"} }]
            """);
        Check(spec, Request("GET", "/x/" + segment)).Should().Be(lenient);
        Check(spec, Request("GET", "/x/" + segment), strict: true).Should().Be(strict);
    }

    [Fact]
    public void ValidateRequest_Finding_SaysWhereInTheValueAndInTheDocument()
    {
        var finding = new MessageValidator(Api).ValidateRequest(Request("GET", "/items/5?filter[n]=one", headers: ["X-Trace: ab"])).Findings.Single();
        finding.Should().BeEquivalentTo(new { Where = "query.filter.n", Pointer = "/n", Expected = "integer", Severity = FindingSeverity.Error });
        (finding.Source!.Document, finding.Source.Pointer).Should().Be(("api.json", "/paths/~1items~1{id}/get/parameters/8/schema/properties/n/type"));
        finding.Source.Line.Should().BePositive();
    }

    [Fact]
    public void ValidateRequest_MoreWarningsThanAreKept_StillTellsOfTheError()
    {
        var few = new MessageValidator(Api, new MessageValidatorOptions { MaxFindings = 2 });
        Short(few.ValidateRequest(Request("GET", "/items/5?a=1&b=2&c=3"))).Should().Be("undocumented-parameter@query.a? missing-parameter@header.X-Trace");
    }

    [Theory]
    [InlineData("DELETE", "/items/5", "method-not-allowed@method")]
    [InlineData("GET", "/nothing", "unknown-path@path")]
    public void ValidateRequest_NoOperation_SaysWhy(string method, string url, string expected)
    {
        var verdict = new MessageValidator(Api).ValidateRequest(Request(method, url));
        verdict.Operation.Should().BeNull();
        verdict.IsValid.Should().BeFalse();
        Short(verdict).Should().Be(expected);
    }

    [Fact]
    public void ValidateRequest_WholeQueryDescribed_IsReadAsAForm()
    {
        var spec = Described.Operation("/q", "get", """
            "parameters":[{"name":"q","in":"querystring","required":true,"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","required":["n"],"properties":{"n":{"type":"integer"}}}}}}]
            """, version: "3.2.0");
        Check(spec, Request("GET", "/q?n=1&other=2")).Should().BeEmpty();
        Check(spec, Request("GET", "/q?n=x")).Should().Be("type@query.n");
        Check(spec, Request("GET", "/q")).Should().Be("missing-parameter@query");
    }

    [Theory]
    [InlineData("", "missing-credentials@security")]
    [InlineData("Authorization: Bearer", "malformed-credentials@security")]
    [InlineData("Authorization: Bearer t", "")]
    [InlineData("X-Key: k", "missing-credentials@security")]
    [InlineData("X-Key: k|X-Secret: s", "")]
    public void ValidateRequest_Credentials_MustBePresentAndWellFormed(string headers, string expected)
    {
        var spec = Described.Operation("/s", "get", """
            "security":[{"bearer":[]},{"key":[],"secret":[]}]
            """, """
            "components":{"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"},"key":{"type":"apiKey","in":"header","name":"X-Key"},"secret":{"type":"apiKey","in":"header","name":"X-Secret"}}},
            """);
        Check(spec, Request("GET", "/s", headers: headers.Split('|', StringSplitOptions.RemoveEmptyEntries))).Should().Be(expected);
    }

    [Theory]
    [InlineData("[{},{\"bearer\":[]}]", true, "")]
    [InlineData("[{\"bearer\":[]}]", true, "missing-credentials@security")]
    [InlineData("[{\"bearer\":[]}]", false, "")]
    [InlineData("[]", true, "")]
    public void ValidateRequest_WithoutCredentials_IsJudgedByAlternativesAndOption(string security, bool check, string expected)
    {
        var spec = Described.Operation("/s", "get", $"\"security\":{security}", """
            "security":[{"bearer":[]}],"components":{"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}}},
            """);
        Short(new MessageValidator(spec, new MessageValidatorOptions { CheckSecurity = check }).ValidateRequest(Request("GET", "/s"))).Should().Be(expected);
    }

    [Fact]
    public void ValidateRequest_KeyDescribedAsParameterToo_IsNeverQuoted()
    {
        var spec = Described.Operation("/s", "get", """
            "parameters":[{"name":"X-Key","in":"header","schema":{"type":"string","maxLength":3}}]
            """, """
            "components":{"securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Key"}}},
            """);
        Check(spec, Request("GET", "/s", headers: ["X-Key: very-secret"])).Should().BeEmpty();
    }

    [Fact]
    public void ValidateRequest_SchemaOfArraysOfItself_Ends()
    {
        var spec = Described.Operation("/r", "get", """
            "parameters":[{"name":"deep","in":"query","schema":{"$ref":"#/components/schemas/Deep"}}]
            """, """
            "components":{"schemas":{"Deep":{"type":"array","items":{"$ref":"#/components/schemas/Deep"}}}},
            """);
        Check(spec, Request("GET", "/r?deep=x")).Should().NotBeEmpty();
    }
}
