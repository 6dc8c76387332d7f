using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Objects whose members are fields of the query themselves.</summary>
public sealed class ObjectParameterTests
{
    private static readonly ApiSpec FreeForm = Described.Operation("/m", "get", """
        "parameters":[
          {"name":"ids","in":"query","schema":{"type":"array","items":{"type":"string"}}},
          {"name":"rest","in":"query","schema":{"type":"object","additionalProperties":{"type":"integer"}}}]
        """, """
        "components":{"securitySchemes":{"key":{"type":"apiKey","in":"query","name":"key"}}},
        """);

    [Theory]
    [InlineData("/m?ids=a&ids=b&key=k&n=3", "")]
    [InlineData("/m?ids=a&n=x", "type@query.rest.n")]
    public void ValidateRequest_FreeFormObject_TakesOnlyWhatNothingElseDescribes(string url, string expected)
    {
        Check(FreeForm, Request("GET", url)).Should().Be(expected);
        Check(FreeForm, Request("GET", url), strict: true).Should().Be(expected);
    }

    [Theory]
    [InlineData("form", """{"type":"object","properties":{"page":{"type":"integer"}}}""", "/p", "")]
    [InlineData("form", """{"type":"object","properties":{"page":{"type":"integer"}}}""", "/p?page=x", "type@query.paging.page")]
    [InlineData("form", """{"type":"object","required":["page"],"properties":{"page":{"type":"integer"}}}""", "/p", "missing-parameter@query.paging")]
    [InlineData("deepObject", """{"type":"object","properties":{"page":{"type":"integer"}}}""", "/p", "")]
    [InlineData("deepObject", """{"type":"object","minProperties":1}""", "/p", "missing-parameter@query.paging")]
    [InlineData("form", """{"type":"array","items":{"type":"string"}}""", "/p", "missing-parameter@query.paging")]
    [InlineData("form", """{"type":"string"}""", "/p", "missing-parameter@query.paging")]
    public void ValidateRequest_RequiredParameterAbsent_IsMissingUnlessAnEmptyObjectMayBeSpelledSo(string style, string schema, string url, string expected) =>
        Check(Described.Operation("/p", "get", $$"""
            "parameters":[{"name":"paging","in":"query","required":true,"style":"{{style}}","explode":true,"schema":{{schema}}}]
            """), Request("GET", url)).Should().Be(expected);
}
