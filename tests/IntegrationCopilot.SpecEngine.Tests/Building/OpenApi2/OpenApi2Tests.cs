namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class OpenApi2Tests
{
    private const string Photos = """
        swagger: "2.0"
        info: { title: Photos, version: 1.0.0 }
        host: api.example.com
        basePath: v1/
        schemes: [https, http]
        consumes: [application/json, application/x-www-form-urlencoded]
        produces: [application/json, application/xml]
        security: [{ key: [] }]
        securityDefinitions:
          key: { type: apiKey, in: query, name: key }
          basic: { type: basic }
          oauth: { type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: { read: Read } }
        parameters:
          Limit: { name: limit, in: query, type: integer, maximum: 100 }
          File: { name: file, in: formData, type: file, required: true }
        responses:
          Missing: { description: not there, schema: { type: object } }
        paths:
          /photos/{id}:
            parameters:
              - { name: id, in: path, type: string, required: true }
            get:
              parameters:
                - { $ref: '#/parameters/Limit' }
                - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: multi }
                - { name: ids, in: query, type: array, items: { type: string } }
                - { name: X-Flags, in: header, type: array, items: { type: string }, collectionFormat: pipes }
              responses:
                "200":
                  description: ok
                  schema: { type: object }
                  headers: { X-Total: { type: integer } }
                  examples: { application/json: { id: 1 } }
                "404": { $ref: '#/responses/Missing' }
                "204": { description: nothing }
            put:
              consumes: [application/merge-patch+json]
              schemes: [https]
              security: []
              parameters:
                - name: photo
                  in: body
                  required: true
                  schema: { type: object }
              responses: { "200": { description: ok } }
            post:
              parameters:
                - name: title
                  in: formData
                  type: string
                  maxLength: 5
                - { name: labels, in: formData, type: array, items: { type: string }, collectionFormat: ssv }
                - { $ref: '#/parameters/File' }
              responses: { "200": { description: ok, schema: { type: file } } }
        """;

    private readonly ApiSpec spec = Texts.Spec(Photos);

    [Fact]
    public void Servers_OfSchemesHostAndBasePath_AreMade()
    {
        spec.Servers.Select(s => s.Url).Should().Equal("https://api.example.com/v1", "http://api.example.com/v1");
        spec.Servers[0].Location.Line.Should().Be(3);
        Operation("PUT").Servers.Select(s => s.Url).Should().Equal("https://api.example.com/v1");
    }

    [Fact]
    public void Parameters_WithCollectionFormats_HaveTheirStyles() =>
        Operation("GET").Parameters.Select(p => (p.Name, p.Place, p.Style, p.Explode)).Should().Equal(
            ("id", ParameterPlace.Path, SerializationStyle.Simple, false),
            ("limit", ParameterPlace.Query, SerializationStyle.Form, false),
            ("tags", ParameterPlace.Query, SerializationStyle.Form, true),
            ("ids", ParameterPlace.Query, SerializationStyle.Form, false),
            ("X-Flags", ParameterPlace.Header, SerializationStyle.PipeDelimited, false));

    [Fact]
    public void Schema_OfParameter_IsTheParameterItself() =>
        Operation("GET").Parameters[1].Schema["maximum"].GetInt64().Should().Be(100);

    [Fact]
    public void Responses_HaveTheMediaTypesProduced()
    {
        var responses = Operation("GET").Responses;
        responses.Select(r => (r.Status, r.Content.Count)).Should().Equal(("200", 2), ("404", 2), ("204", 0));
        responses[0].Content[0].Examples.Should().ContainSingle().Which.Value["id"].GetInt64().Should().Be(1);
        responses[0].Headers.Should().ContainSingle().Which.Schema["type"].GetString().Should().Be("integer");
        Operation("POST").Responses[0].Content.Select(c => c.Name).Should().Equal("application/json", "application/xml");
    }

    [Fact]
    public void RequestBody_OfBodyParameter_HasTheMediaTypesConsumed()
    {
        var body = Operation("PUT").RequestBody!;
        (body.Required, body.Content.Single().Name, body.Content.Single().Schema["type"].GetString()).Should()
            .Be((true, "application/merge-patch+json", "object"));
        Operation("PUT").Security.Should().BeEmpty();
    }

    [Fact]
    public void RequestBody_OfFormFields_IsOneObjectSchema()
    {
        var body = Operation("POST").RequestBody!;
        body.Required.Should().BeTrue();
        var form = body.Content.Should().ContainSingle().Which;
        form.Name.Should().Be("multipart/form-data");
        form.Schema["properties"].Children.Select(p => p.Name).Should().Equal("title", "labels", "file");
        spec.Resolve(form.Schema["properties"]["file"])["type"].GetString().Should().Be("file");
        form.Schema["required"].ToString().Should().Be("""["file"]""");
        form.Encoding.ToString().Should().Be("""{"labels":{"style":"spaceDelimited","explode":false}}""");
    }

    [Fact]
    public void Location_InForm_IsWhereTheFieldIsDeclared()
    {
        var title = Operation("POST").RequestBody!.Content[0].Schema["properties"]["title"];
        title.Location.Pointer.Should().Be("/paths/~1photos~1{id}/post/parameters/0");
        title["maxLength"].Location.Pointer.Should().Be("/paths/~1photos~1{id}/post/parameters/0/maxLength");
        var line = Photos.Split('\n').ToList().FindIndex(l => l.Contains("name: title", StringComparison.Ordinal)) + 1;
        (title.Location.Line, title["maxLength"].Location.Line).Should().Be((line, line + 3));
    }

    [Fact]
    public void SecuritySchemes_AreReadFromSecurityDefinitions()
    {
        spec.SecuritySchemes.Select(s => s.Kind).Should().Equal(SecuritySchemeKind.ApiKey, SecuritySchemeKind.Basic, SecuritySchemeKind.OAuth2);
        spec.SecuritySchemes[2].Flows.Should().ContainSingle().Which.Name.Should().Be("authorizationCode");
        Operation("GET").Security.Should().ContainSingle().Which.Requirements[0].Scheme!.KeyName.Should().Be("key");
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("basePath: /v2", "/v2")]
    [InlineData("host: h.example", "https://h.example")]
    [InlineData("host: h.example\nbasePath: /", "https://h.example")]
    public void Servers_OfPartialFields_AreCompleted(string fields, string url) =>
        Texts.Spec("swagger: '2.0'\ninfo: { title: t, version: '1' }\npaths: {}\n" + fields).Servers.Should().ContainSingle().Which.Url.Should().Be(url);

    private ApiOperation Operation(string method) => spec.FindOperation(method, "/photos/{id}")!;
}
