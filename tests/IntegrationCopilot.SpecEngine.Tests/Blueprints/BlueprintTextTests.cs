namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What a blueprint says must be true of the document, and read well.</summary>
public sealed class BlueprintTextTests
{
    private static string Markdown(string paths, string rest = "") => Blueprint.FromSpec(Texts.Spec($$"""
        openapi: 3.1.0
        info: { title: T, version: "1" }
        {{rest.ReplaceLineEndings("\n")}}
        paths:
          /things:
            {{paths}}
        """)).ToMarkdown();

    private static string Field(string schema) => Markdown(
        $"post: {{ requestBody: {{ required: true, content: {{ application/json: {{ schema: {{ type: object, properties: {{ a: {schema} }} }} }} }} }}, responses: {{ '204': {{ description: done }} }} }}");

    [Theory]
    [InlineData("{ type: string, minLength: 1 }", "at least 1 character |")]
    [InlineData("{ type: string, minLength: 3, maxLength: 3 }", "exactly 3 characters |")]
    [InlineData("{ type: array, minItems: 0, maxItems: 1 }", "| at most 1 item |")]
    [InlineData("{ type: string, maximum: 50 }", "| `a` | string |  |  |")]
    [InlineData("{ type: string, description: Its name, maxLength: 9 }", "| Its name. At most 9 characters |")]
    [InlineData("{ type: string, description: Is it so?, maxLength: 9 }", "| Is it so? At most 9 characters |")]
    [InlineData("{ type: string, description: '**WITH_LINE** is', maxLength: 9 }", "| WITH\\_LINE is. At most 9 characters |",
        "| WITH_LINE is. At most 9 characters |")]
    public void ToMarkdown_Constraints_AreCountedAndReadAsSentences(string schema, params string[] oneOf) =>
        oneOf.Should().Contain(expected => Field(schema).Contains(expected, StringComparison.Ordinal), Field(schema));

    [Fact]
    public void ToMarkdown_LongDescription_IsCutWithoutASecondMark() =>
        Field($"{{ type: string, description: {string.Concat(Enumerable.Repeat("word ", 400))}, maxLength: 9 }}").Should()
            .Contain("word… At most 9").And.NotContain("….");

    [Fact]
    public void FromSpec_RequiredInOnePartAndPropertiesInALaterOne_IsRequired() =>
        Field("{ allOf: [{ required: [b] }, { type: object, properties: { b: { type: string } } }] }").Should().Contain("| `a.b` | string | yes |");

    [Fact]
    public void ToMarkdown_AnswerWithHeaders_EndsTheSentenceBefore() =>
        Markdown("get: { responses: { '200': { description: A list, headers: { RateLimit: { schema: { type: string } } }, content: { application/json: { schema: { type: object } } } } } }")
            .Should().Contain("A list. Headers: `RateLimit`.");

    [Fact]
    public void ToMarkdown_OptionalBody_SaysThatItMayBeLeftOut() =>
        Markdown("post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { '204': { description: done } } }").Should()
            .Contain("The body may be left out.");

    [Fact]
    public void ToMarkdown_SeveralFlows_AreAlternativesOfOneStep()
    {
        var markdown = Markdown("get: { security: [{ o: [] }], responses: { '200': { description: ok } } }", """
            components: { securitySchemes: { o: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} }, authorizationCode: { authorizationUrl: https://a.example/in, scopes: {} } } } } }
            """);
        markdown.Should()
            .Contain("2. Get a token in one of these ways.").And.Contain("/token at the server you call").And.Contain(
            "the address the vendor names (the document does not).")
            .And.Contain(" Or: OAuth 2.0 ").And.Contain("4. Send Authorization").And.NotContain("5. ");
    }

    [Fact]
    public void ToMarkdown_SignedRequests_AreNotCalledAKey() =>
        Markdown("get: { security: [{ s: [] }], responses: { '200': { description: ok } } }",
            "components: { securitySchemes: { s: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 } } }")
            .Should().Contain("AWS Signature Version 4").And.NotContain("Get an API key");

    [Fact]
    public void ToMarkdown_OpenIdConnect_NamesItsAddress() =>
        Markdown("get: { security: [{ s: [] }, {}], responses: { '200': { description: ok } } }",
            "components: { securitySchemes: { s: { type: openIdConnect, openIdConnectUrl: https://a.example/discovery } } }")
            .Should().Contain("configuration from https://a.example/discovery").And.Contain("Gets in with: s or no credentials.");

    [Fact]
    public void ToMarkdown_NumberedPages_DoesNotPromiseANextPage() =>
        Markdown("get: { parameters: [{ name: page, in: query, schema: { type: integer } }, { name: per_page, in: query, schema: { type: integer } }], responses: { '200': { description: ok, content: { application/json: { schema: { type: array } } } } } }")
            .Should().Contain("until a page comes back empty");

    [Fact]
    public void ToMarkdown_TwoShapesOfErrors_ToldApart() =>
        Markdown("get: { responses: { '200': { description: ok }, '400': { description: no, content: { application/problem+json: {} } }, '500': { description: no, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } } } }")
            .Should().Contain("Some errors are problem details");

    [Fact]
    public void ToMarkdown_AcceptedWithoutWebhooks_DoesNotSpeakOfThem() =>
        Markdown("post: { responses: { '202': { description: accepted } } }").Should().Contain("at growing intervals and give up");

    [Fact]
    public void ToMarkdown_ServerWithoutAHost_SaysWhereItIs() =>
        Markdown("get: { responses: { '200': { description: ok } } }", "servers: [{ url: /v1 }]").Should()
            .Contain("`/v1` (at the address the document comes from)");

    [Theory]
    [InlineData("webhook-signature", "- Refuse what is older than five minutes")]
    [InlineData("x-own-signature", "- If a delivery carries a signed time")]
    public void ToMarkdown_Webhook_RefusesByAgeOnlyWhereATimeIsKnown(string header, string expected) =>
        Markdown("get: { responses: { '200': { description: ok } } }",
            $"webhooks: {{ done: {{ post: {{ parameters: [{{ name: {header}, in: header, schema: {{ type: string }} }}], responses: {{ '200': {{ description: ok }} }} }} }} }}").Should().Contain(expected);
}
