namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class CapabilityDetectorTests
{
    /// <summary>An API with one path, whose operations are given as YAML flow mappings.</summary>
    private static Capability Of(string id, string path, string operations, string root = "") =>
        Texts.Spec($$"""
            openapi: 3.1.0
            info: { title: T, version: "1" }
            paths:
              {{path}}: {{operations}}
            {{root}}
            """).Capabilities.Single(c => c.Id == id);

    private static string Get(string parameters, string response = "{ description: ok }") =>
        $"{{ get: {{ parameters: [{parameters}], responses: {{ '200': {response} }} }} }}";

    private static string Post(string rest, string status = "'200'") => $"{{ post: {{ {rest}responses: {{ {status}: {{ description: ok }} }} }} }}";

    private static string Query(string name, string type = "integer") => $"{{ name: '{name}', in: query, schema: {{ type: {type} }} }}";

    private static string Json(string schema) => $"{{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }}";

    [Fact]
    public async Task Detect_TheSample_FindsEverythingItWasWrittenToHave()
    {
        var spec = await Specs.SampleAsync();
        spec.Capabilities.Should().HaveCount(10).And.OnlyContain(c => c.Detected && c.Confidence >= 0.9 && c.Evidence.Count > 0);
        spec.Capabilities.Single(c => c.Id == CapabilityIds.Auth).Kinds.Should().Equal("oauth2", "api-key");
        spec.Capabilities.Single(c => c.Id == CapabilityIds.Pagination).Kinds.Should().Equal("cursor");
        spec.Capabilities.Single(c => c.Id == CapabilityIds.ErrorShape).Kinds.Should().Equal("problem-details");
        var evidence = spec.Groups.Single(g => g.Name == "payments").Capabilities.Single(c => c.Id == CapabilityIds.Idempotency).Evidence;
        evidence.Select(e => e.OperationId).Should().Equal("POST /payments", "POST /payments/{payment_id}/capture", "POST /payments/{payment_id}/cancel");
        evidence[0].Location.Line.Should().BeGreaterThan(1);
        evidence[0].Location.Pointer.Should().Be("/components/parameters/IdempotencyKey");
    }

    [Fact]
    public void Detect_NothingThere_SaysSoForEveryCapabilityAndGroup()
    {
        var spec = Texts.Spec("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /things: { get: { responses: { '200': { description: ok } } } } }\n");
        spec.Capabilities.Should().HaveCount(10).And.OnlyContain(c => !c.Detected && c.Evidence.Count == 0 && c.Kinds.Count == 0 && c.Confidence > 0);
        spec.Groups.Should().ContainSingle().Which.Capabilities.Select(c => c.Id).Should().Equal(spec.Capabilities.Select(c => c.Id));
    }

    [Theory]
    [InlineData("page,per_page", "integer", "page")]
    [InlineData("page[number],page[size]", "integer", "page")]
    [InlineData("offset,limit", "integer", "offset")]
    [InlineData("$skip,$top", "integer", "offset")]
    [InlineData("cursor", "string", "cursor")]
    [InlineData("starting_after", "string", "cursor")]
    [InlineData("after,limit", "string", "cursor")]
    [InlineData("pageToken", "string", "token")]
    [InlineData("iterator", "string", "cursor")]
    [InlineData("limit", "integer", null)]
    [InlineData("page", "string", null)]
    [InlineData("offset", "integer", null)]
    [InlineData("before", "string", null)]
    [InlineData("size,color", "string", null)]
    [InlineData("from,to", "string", null)]
    public void Detect_QueryParameters_ToldAsPagesOnlyWhenTheyAre(string names, string type, string? kind)
    {
        var pagination = Of(CapabilityIds.Pagination, "/things", Get(string.Join(", ", names.Split(',').Select(n => Query(n, type)))));
        pagination.Detected.Should().Be(kind is not null);
        pagination.Kinds.Should().Equal(kind is null ? [] : [kind]);
    }

    [Theory]
    [InlineData("{ properties: { nextPageToken: { type: string } } }", "token")]
    [InlineData("{ allOf: [{ properties: { meta: { properties: { next_cursor: { type: string } } } } }] }", "cursor")]
    [InlineData("{ properties: { links: { properties: { next: { type: string } } } } }", "link")]
    [InlineData("{ allOf: [{ properties: { links: { type: object } } }, { properties: { links: { properties: { next: { type: string } } } } }] }", "link")]
    [InlineData("{ properties: { count: { type: integer }, next: { type: string }, previous: { type: string } } }", "link")]
    [InlineData("{ properties: { next: { type: string }, name: { type: string } } }", null)]
    [InlineData("{ properties: { total: { type: integer } } }", null)]
    public void Detect_AnswersFields_ToldAsPagesOnlyWhenTheyNameTheNextOne(string schema, string? kind) =>
        Of(CapabilityIds.Pagination, "/things", Get("", Json(schema))).Kinds.Should().Equal(kind is null ? [] : [kind]);

    [Fact]
    public void Detect_AfterThatIsATime_IsAFilter() =>
        Of(CapabilityIds.Pagination, "/things",
            Get("{ name: after, in: query, schema: { type: string, format: date-time } }, " + Query("limit"))).Detected.Should().BeFalse();

    [Theory]
    [InlineData("Idempotency-Key", "", true)]
    [InlineData("X-Idempotency-Key", "", true)]
    [InlineData("PayPal-Request-Id", "", true)]
    [InlineData("X-Request-Id", "Shown in logs.", false)]
    [InlineData("X-Request-Id", "Makes the request idempotent.", true)]
    public void Detect_Header_IsAKeyWhenNameOrDescriptionSaySo(string name, string description, bool expected) =>
        Of(CapabilityIds.Idempotency, "/things", Post($"parameters: [{{ name: {name}, in: header, description: '{description}' }}], ")).Detected.Should()
            .Be(expected);

    [Theory]
    [InlineData("POST", "/things", null, true)]
    [InlineData("POST", "/things/search", null, false)]
    [InlineData("POST", "/oauth/token", null, false)]
    [InlineData("POST", "/things", "listThings", false)]
    [InlineData("POST", "/things", "perform-search", false)]
    [InlineData("POST", "/things", "addSearch", true)]
    [InlineData("POST", "/#X-Amz-Target=Service.ListThings", null, false)]
    [InlineData("DELETE", "/things", "getRidOfThings", true)]
    [InlineData("GET", "/things", "createThing", false)]
    public void Detect_Operation_WritesByMethodUnlessItsNameAsks(string method, string path, string? name, bool expected) =>
        Of(CapabilityIds.WriteOperations, $"'{path}'",
            $"{{ {method.ToLowerInvariant()}: {{ {(name is null ? "" : $"operationId: {name}, ")}responses: {{ '200': {{ description: ok }} }} }} }}")
            .Detected.Should().Be(expected);

    [Theory]
    [InlineData("/payments/{id}/refunds", "refund")]
    [InlineData("/refundPayment", "refund")]
    [InlineData("/orders/{id}/refund_requests", "refund")]
    [InlineData("/payments/{id}/reverse", "reversal")]
    [InlineData("/authorizations/{id}/void", "void")]
    [InlineData("/payments/{id}/cancel", "cancel")]
    [InlineData("/orders/refund-policies", null)]
    [InlineData("/geocode/reverse", null)]
    [InlineData("/jobs/{id}/cancel", null)]
    [InlineData("/refunds/search", null)]
    [InlineData("/refunds/{id}/comments", null)]
    public void Detect_Path_GivesMoneyBackOnlyWhenItSaysSo(string path, string? kind) =>
        Of(CapabilityIds.Refunds, $"'{path}'", Post("")).Kinds.Should().Equal(kind is null ? [] : [kind]);

    [Theory]
    [InlineData("'429': { description: Slow down }", true)]
    [InlineData("'403': { description: Rate limit exceeded }", true)]
    [InlineData("'202': { description: With status 429 you have sent too many requests }", true)]
    [InlineData("'200': { description: There is no rate limit here }", false)]
    [InlineData("'200': { description: ok, headers: { X-RateLimit-Remaining: { schema: { type: integer } } } }", true)]
    [InlineData("'503': { description: Down, headers: { Retry-After: { schema: { type: integer } } } }", false)]
    public void Detect_Answer_LimitsCallers(string response, bool expected) =>
        Of(CapabilityIds.RateLimiting, "/things", $"{{ get: {{ responses: {{ {response} }} }} }}").Detected.Should().Be(expected);

    [Theory]
    [InlineData("{ type: object, properties: { code: { type: integer } } }", "application/json", "custom")]
    [InlineData("{ properties: { type: {}, title: {}, status: {}, detail: {} } }", "application/json", "problem-details")]
    [InlineData("{}", "application/problem+json", "problem-details")]
    [InlineData("{ type: string }", "application/json", null)]
    public void Detect_Error_HasAShapeWhenItsFieldsAreDescribed(string schema, string type, string? kind) =>
        Of(CapabilityIds.ErrorShape, "/things",
            $"{{ get: {{ responses: {{ '200': {{ description: ok }}, default: {{ description: no, content: {{ {type}: {{ schema: {schema} }} }} }} }} }} }}")
            .Kinds.Should().Equal(kind is null ? [] : [kind]);

    [Fact]
    public void Detect_SchemesNobodyAsksFor_AreLessCertain()
    {
        const string schemes = "components: { securitySchemes: { key: { type: apiKey, in: header, name: K } } }";
        Of(CapabilityIds.Auth, "/things", Get(""), schemes).Should().Match<Capability>(c => c.Detected && c.Confidence < 0.9 && c.Kinds[0] == "api-key");
        Of(CapabilityIds.Auth, "/things", Get(""), schemes + "\nsecurity: [{ key: [] }]").Confidence.Should().Be(1);
        Of(CapabilityIds.Auth, "/things", Get(""), schemes + "\nsecurity: []").Detected.Should().BeTrue();
    }

    [Fact]
    public void Detect_SubscriptionByUrl_IsAWebhook()
    {
        const string body = "requestBody: { content: { application/json: { schema: { properties: { url: { type: string } } } } } }, ";
        Of(CapabilityIds.Webhooks, "/webhooks", Post(body)).Kinds.Should().Equal("subscription");
        Of(CapabilityIds.Webhooks, "/webhooks/registrations", Post(body)).Kinds.Should().Equal("subscription");
        Of(CapabilityIds.Webhooks, "/bookmarks", Post(body)).Detected.Should().BeFalse();
        Of(CapabilityIds.Webhooks, "/push/registrations", Post(body)).Detected.Should().BeFalse();
    }

    [Fact]
    public void Detect_SubscriptionWithTheAddressOneLevelDown_IsAWebhook() =>
        Of(CapabilityIds.Webhooks, "/webhooks",
            Post("requestBody: { content: { application/json: { schema: { properties: { data: { properties: { target: { type: string } } } } } } } }, "))
            .Evidence.Single().Fact.ToString().Should().Be("subscription with body field target");

    [Theory]
    [InlineData("'{$request.body#/url}'", true)]
    [InlineData("'https://hooks.example.test/{$request.body#/id}'", true)]
    [InlineData("'https://search.example.test/videos'", false)]
    public void Detect_Callback_IsAWebhookUnlessItsAddressIsFixed(string address, bool expected) =>
        Of(CapabilityIds.Webhooks, "/things",
            Post($"callbacks: {{ done: {{ {address}: {{ post: {{ responses: {{ '200': {{ description: ok }} }} }} }} }} }}, ")).Detected.Should().Be(expected);

    [Fact]
    public void Detect_LimitsToldInTheIntroductionOrUnderATag_LimitCallers()
    {
        Of(CapabilityIds.RateLimiting, "/things", Get(""),
            "tags: [{ name: Limits, description: Every caller has a rate limit. }]").Evidence.Single().Fact.ToString().Should().Be("tag Limits");
        Of(CapabilityIds.RateLimiting, "/things", Get(""), "tags: [{ name: Limits, description: None. }]").Detected.Should().BeFalse();
    }

    [Fact]
    public void Detect_PagesAskedForWithinAnObjectOfTheBody_AreFound() =>
        Of(CapabilityIds.Pagination, "/things/list",
            Post("requestBody: { content: { application/json: { schema: { properties: { pagination: { properties: { rowOffset: { type: integer }, pageSize: { type: integer } } } } } } } }, "))
            .Kinds.Should().Equal("offset");

    [Fact]
    public void Detect_RecursiveSchema_Ends()
    {
        const string schema =
            "components: { schemas: { A: { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }, B: { anyOf: [{ $ref: '#/components/schemas/A' }], properties: { nextToken: {} } } } }";
        Of(CapabilityIds.Pagination, "/things", Get("", Json("{ $ref: '#/components/schemas/A' }")), schema).Kinds.Should().Equal("token");
    }
}
