namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class CapabilityFactTests
{
    private static ApiSpec Api(string path, string operations, string root = "") => Texts.Spec($$"""
        openapi: 3.1.0
        info: { title: T, version: "1" }
        paths:
          {{path}}: {{operations}}
        {{root}}
        """);

    private static TFact Fact<TFact>(string path, string operations, string root = "")
        where TFact : CapabilityFact => Api(path, operations, root).Operations[0].Facts.OfType<TFact>().First();

    private static string Post(string body, string status = "'200': { description: ok }") =>
        $"{{ post: {{ requestBody: {{ required: true, content: {{ application/json: {{ schema: {body} }} }} }}, responses: {{ {status} }} }} }}";

    private static string Get(string parameters, string schema, string headers = "{}") =>
        $"{{ get: {{ parameters: [{parameters}], responses: {{ '200': {{ description: ok, headers: {headers}, content: {{ application/json: {{ schema: {schema} }} }} }} }} }} }}";

    private static string Answer(string status, string schema, string type = "application/json") =>
        $"{{ get: {{ responses: {{ '200': {{ description: ok }}, '{status}': {{ description: no, content: {{ {type}: {{ schema: {schema} }} }} }} }} }} }}";

    [Fact]
    public void IdempotencyKey_InAHeader_IsThatParameter()
    {
        var spec = Api("/things",
            "{ post: { parameters: [{ name: Idempotency-Key, in: header, required: true, schema: { type: string } }], responses: { '201': { description: ok } } } }");
        var fact = spec.FactsOf<IdempotencyKeyFact>().Should().ContainSingle().Subject;
        fact.Should().Be(new IdempotencyKeyFact(new MessageField(MessagePlace.Header, "Idempotency-Key"), Required: true));
        fact.Key.FindIn(spec.Operations[0]).Should().BeSameAs(spec.Operations[0].Parameters[0]);
        fact.ToString().Should().Be("header Idempotency-Key");
    }

    [Theory]
    [InlineData("{ required: [idempotency_key], properties: { idempotency_key: { type: string } } }", true)]
    [InlineData("{ allOf: [{ required: [idempotency_key] }], properties: { idempotency_key: { type: string } } }", true)]
    [InlineData("{ properties: { idempotency_key: { type: string } } }", false)]
    public void IdempotencyKey_InTheBody_SaysWhetherItMustBeThere(string body, bool required)
    {
        var fact = Fact<IdempotencyKeyFact>("/things", Post(body));
        (fact.Key.Place, fact.Key.Pointer.ToString(), fact.Required).Should().Be((MessagePlace.Body, "/idempotency_key", required));
    }

    [Fact]
    public void Pagination_ByCursor_SaysWhereEverythingIs()
    {
        var fact = Fact<PaginationFact>(
            "/things", Get("{ name: after, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }",
            "{ properties: { data: { type: array, items: {} }, meta: { properties: { next_cursor: { type: string }, has_more: { type: boolean }, total: { type: integer } } } } }"));
        fact.Style.Should().Be(PaginationStyle.Cursor);
        (fact.Position!.Name, fact.Size!.Name, fact.NextCursor!.Pointer.ToString(), fact.More!.Pointer.ToString(), fact.Total!.Pointer.ToString(),
            fact.Items.ToString())
            .Should().Be(("after", "limit", "/meta/next_cursor", "/meta/has_more", "/meta/total", "/data"));
    }

    [Fact]
    public void Pagination_NextIsAnObject_AsksWithItsText()
    {
        var fact = Fact<PaginationFact>("/things", Get("{ name: per_page, in: query, schema: { type: integer } }",
            "{ properties: { data: { type: array, items: {} }, pages: { properties: { total_pages: { type: integer }, next: { type: object, properties: { per_page: { type: integer }, starting_after: { type: string } } } } } } }"));
        (fact.NextCursor!.Pointer.ToString(), fact.NextLink).Should().Be(("/pages/next/starting_after", null));
    }

    [Theory]
    [InlineData("default: 0", 0)]
    [InlineData("minimum: 1", 1)]
    [InlineData("default: 7", 1)]
    [InlineData("maximum: 9", 1)]
    public void Pagination_ByNumber_SaysWhichPageIsTheFirst(string keyword, int first) =>
        Fact<PaginationFact>("/things", Get($"{{ name: page, in: query, schema: {{ type: integer, {keyword} }} }}", "{ type: array, items: {} }")).Should()
            .Match<PaginationFact>(f => f.Style == PaginationStyle.Page && f.FirstPage == first && f.Items == NodePointer.Root);

    [Fact]
    public void Pagination_InTwoWays_IsTwoFacts() =>
        Api("/things",
            Get("{ name: page, in: query, schema: { type: integer } }, { name: cursor, in: query, schema: { type: string } }, { name: size, in: query, schema: { type: integer } }", "{ type: array, items: {} }"))
            .Operations[0].Facts.OfType<PaginationFact>().Select(f => f.Style).Should().Equal(PaginationStyle.Page, PaginationStyle.Cursor);

    [Fact]
    public void Pagination_ByLinkHeader_NamesTheHeader()
    {
        var fact = Fact<PaginationFact>("/things",
            Get("{ name: per_page, in: query, schema: { type: integer } }", "{ type: array, items: {} }",
            "{ link: { schema: { type: string } }, X-Total-Count: { schema: { type: integer } } }"));
        fact.NextLink.Should().Be(new MessageField(MessagePlace.Header, "link"));
        (fact.Style, fact.Kind, fact.Total!.Name, fact.ToString()).Should().Be((PaginationStyle.Link, "link", "X-Total-Count", "response header link"));
    }

    [Theory]
    [InlineData("{ properties: { errors: { type: array }, things: { type: array } } }", "/things")]
    [InlineData("{ properties: { other: { type: array }, results: { type: array } } }", "/results")]
    [InlineData("{ required: [b], properties: { a: { type: array }, b: { type: array } } }", "/b")]
    [InlineData("{ properties: { _embedded: { properties: { things: { type: array } } } } }", "/_embedded/things")]
    [InlineData("{ properties: { name: { type: string } } }", "")]
    public void Pagination_Items_AreTheArrayCalledAsTheThings(string schema, string pointer) =>
        $"{Fact<PaginationFact>("/things", Get("{ name: cursor, in: query, schema: { type: string } }", schema)).Items}".Should().Be(pointer);

    [Theory]
    [InlineData("webhook-signature", "", DeliverySignatureScheme.StandardWebhooks)]
    [InlineData("svix-signature", "", DeliverySignatureScheme.Svix)]
    [InlineData("Stripe-Signature", "", DeliverySignatureScheme.Stripe)]
    [InlineData("Vendor-Signature", "Looks like t=1492774577,v1=5257a8", DeliverySignatureScheme.Stripe)]
    [InlineData("X-Hub-Signature-256", "", DeliverySignatureScheme.GitHub)]
    [InlineData("X-Slack-Signature", "", DeliverySignatureScheme.Slack)]
    [InlineData("X-Vendor-Hmac-SHA256", "", DeliverySignatureScheme.Hmac)]
    [InlineData("X-Vendor-Signature", "An HMAC of the body", DeliverySignatureScheme.Hmac)]
    [InlineData("X-Vendor-Signature", "Proves it is us", DeliverySignatureScheme.Unknown)]
    public void DeliverySignature_Header_TellsTheScheme(string header, string description, DeliverySignatureScheme scheme)
    {
        var spec = Api("/things", "{ get: { responses: { '200': { description: ok } } } }",
            $"webhooks: {{ changed: {{ post: {{ parameters: [{{ name: {header}, in: header, description: '{description}' }}], responses: {{ '200': {{ description: ok }} }} }} }} }}");
        spec.Webhooks[0].Facts.OfType<DeliverySignatureFact>().Should().ContainSingle().Which.Should()
            .Match<DeliverySignatureFact>(f => f.Scheme == scheme && f.Header == header);
        spec.FactsOf<DeliveryFact>().Should().ContainSingle().Which.Name.Should().Be("changed");
    }

    [Fact]
    public void DeliverySignature_HeadersBesideIt_AreNone()
    {
        var spec = Api("/things", "{ get: { responses: { '200': { description: ok } } } }",
            "webhooks: { changed: { post: { parameters: [{ name: webhook-id, in: header }, { name: Webhook-Timestamp, in: header }, { name: webhook-signature, in: header }, { name: signature-version, in: header }], responses: { '200': { description: ok } } } } }");
        spec.FactsOf<DeliverySignatureFact>().Should()
            .Equal(new DeliverySignatureFact(DeliverySignatureScheme.StandardWebhooks, "webhook-signature") { TimestampHeader = "Webhook-Timestamp",
            IdHeader = "webhook-id" });
    }

    [Fact]
    public void Subscription_Address_HasItsWay()
    {
        var fact = Fact<SubscriptionFact>("/webhooks", Post("{ properties: { data: { properties: { target: { type: string } } } } }"));
        (fact.Address.Pointer.ToString(), fact.Dedicated).Should().Be(("/data/target", true));
        Fact<SubscriptionFact>("/payments", Post("{ properties: { notification_url: { type: string } } }")).Dedicated.Should().BeFalse();
    }

    [Theory]
    [InlineData("RateLimit,RateLimit-Policy", RateLimitHeaderFamily.Structured)]
    [InlineData("RateLimit-Limit,RateLimit-Remaining", RateLimitHeaderFamily.RateLimit)]
    [InlineData("x-ratelimit-limit,X-RateLimit-Reset", RateLimitHeaderFamily.XRateLimit)]
    [InlineData("X-Rate-Limit-Remaining", RateLimitHeaderFamily.XRateLimit)]
    [InlineData("Vendor-RateLimit-Left", RateLimitHeaderFamily.Vendor)]
    public void RateLimitHeaders_Names_TellTheFamily(string names, RateLimitHeaderFamily family)
    {
        var headers = string.Join(", ", names.Split(',').Select(name => $"{name}: {{ schema: {{ type: integer }} }}"));
        var fact = Fact<RateLimitHeadersFact>("/things", Get("", "{}", $"{{ {headers} }}"));
        fact.Family.Should().Be(family);
        fact.Names.Should().Equal(names.Split(','));
    }

    [Fact]
    public void RateLimitAnswer_WithRetryAfter_SaysSo() =>
        Fact<RateLimitAnswerFact>("/things", "{ get: { responses: { '429': { description: no, headers: { retry-after: { schema: { type: integer } } } } } } }")
            .Should().Be(new RateLimitAnswerFact("429", RetryAfter: true));

    [Theory]
    [InlineData("{ properties: { code: { type: string }, message: { type: string }, details: { type: array } } }", "/code", "/message", "/details")]
    [InlineData("{ properties: { error: { properties: { code: { type: string }, message: { type: string } } } } }", "/error/code", "/error/message", "")]
    [InlineData("{ properties: { errors: { type: array, items: { properties: { code: { type: string }, detail: { type: string } } } } } }", "/errors/0/code",
        "/errors/0/detail", "/errors")]
    [InlineData("{ properties: { message: { type: string }, errors: { type: array, items: { properties: { field: {}, message: {} } } } } }", "", "/message",
        "/errors")]
    [InlineData("{ properties: { error: { type: string }, error_description: { type: string } } }", "/error", "/error_description", "")]
    [InlineData("{ properties: { title: {}, status: {}, detail: {}, type: {}, errors: { type: array } } }", "/type", "/detail", "/errors")]
    public void ErrorShape_Fields_AreFoundWhereTheyAre(string schema, string code, string message, string details)
    {
        var fact = Fact<ErrorShapeFact>("/things", Answer("400", schema));
        ($"{fact.Code}", $"{fact.Message}", $"{fact.Details}").Should().Be((code, message, details));
    }

    [Fact]
    public void Auth_Scheme_IsTold()
    {
        const string root = "components: { securitySchemes: { key: { type: apiKey, in: header, name: K } } }\nsecurity: [{ key: [] }, {}]";
        Fact<SecuritySchemeFact>("/things", Get("", "{}"), root).Should().Be(new SecuritySchemeFact("key", SecuritySchemeKind.ApiKey, SchemeUse.Optional));
        Fact<CredentialParameterFact>("/things", Get("{ name: X-API-Key, in: header }", "{}")).Should()
            .Be(new CredentialParameterFact(new MessageField(MessagePlace.Header, "X-API-Key"), SecuritySchemeKind.ApiKey));
    }

    [Theory]
    [InlineData("/payments/{id}/refunds", "{ properties: { amount: { type: integer } } }", RefundKind.Refund, "/amount", "id")]
    [InlineData("/refunds",
        "{ properties: { payment_id: { type: string }, amount: { type: object, properties: { value: { type: integer }, currency: { type: string } } } } }",
        RefundKind.Refund, "/amount/value", "payment_id")]
    [InlineData("/authorizations/{id}/void", "{ properties: { note: { type: string } } }", RefundKind.Void, "", "id")]
    public void Refund_Operation_SaysHowMuchOfWhat(string path, string body, RefundKind kind, string amount, string target)
    {
        var parameters = path.Contains('{', StringComparison.Ordinal) ? "parameters: [{ name: id, in: path, required: true, schema: { type: string } }], " : "";
        var fact = Fact<RefundFact>($"'{path}'",
            $"{{ post: {{ {parameters}requestBody: {{ content: {{ application/json: {{ schema: {body} }} }} }}, responses: {{ '200': {{ description: ok }} }} }} }}");
        (fact.Gives, $"{fact.Amount?.Pointer}", fact.Target!.Name).Should().Be((kind, amount, target));
    }

    [Fact]
    public void ConditionalRequests_EveryHeader_IsAFact()
    {
        var spec = Api("/things",
            Get("{ name: If-Match, in: header, required: true }, { name: If-None-Match, in: header }", "{}",
            "{ ETag: { schema: { type: string } }, Last-Modified: { schema: { type: string } } }"));
        spec.FactsOf<CapabilityFact>().Where(f => f.Capability == CapabilityIds.ConditionalRequests).Should()
            .Equal(new ConditionFact("If-Match", Required: true), new ConditionFact("If-None-Match", Required: false), new ValidatorFieldFact("ETag"),
                new ValidatorFieldFact("Last-Modified"));
    }

    [Fact]
    public void Accepted_Answer_SaysWhereToAsk()
    {
        Fact<AcceptedFact>("/exports",
            Post("{}", "'202': { description: ok, headers: { Retry-After: {}, Operation-Location: { schema: { type: string } } }, content: { application/json: { schema: { properties: { job_id: {} } } } } }"))
            .Should().Be(new AcceptedFact { Monitor = new MessageField(MessagePlace.Header, "Operation-Location"), Job = MessageField.InBody("job_id"),
                RetryAfter = true });
        Fact<AcceptedFact>("/exports",
            Post("{}", "'202': { description: ok, content: { application/json: { schema: { properties: { id: {}, status_url: {} } } } } }"))
            .Should().Be(new AcceptedFact { Monitor = MessageField.InBody("status_url"), Job = MessageField.InBody("id") });
    }

    [Fact]
    public void Facts_OfOperationsOfEqualIds_AreKeptApart()
    {
        const string callback =
            "{ '{$request.body#/url}': { post: { parameters: [{ name: webhook-signature, in: header }], responses: { '200': { description: ok } } } } }";
        var spec = Api("/things",
            $"{{ post: {{ callbacks: {{ a: {callback}, b: {callback.Replace("webhook-signature", "svix-signature", StringComparison.Ordinal)} }}, responses: {{ '201': {{ description: ok }} }} }} }}");
        spec.Operations[0].Callbacks.Select(c => c.Facts.OfType<DeliverySignatureFact>().Single().Scheme).Should()
            .Equal(DeliverySignatureScheme.StandardWebhooks, DeliverySignatureScheme.Svix);
    }

    [Fact]
    public void ToString_EverySortOfFact_HasWords()
    {
        var sorts = typeof(CapabilityFact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CapabilityFact))).ToList();
        sorts.Should().HaveCountGreaterThan(14);
        foreach (var sort in sorts) Made(sort).ToString().Should().NotBeNullOrWhiteSpace().And.NotContain("{");
    }

    [Fact]
    public void ToString_TextOfTheDocument_IsHarmless() =>
        new DeliveryFact(OperationKind.Webhook, "a\u001b[31m").ToString().Should().NotContain("\u001b");

    private static object Made(Type sort)
    {
        var constructor = sort.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    private static object? Value(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(MessageField) => MessageField.InBody("x"),
        _ when type == typeof(IReadOnlyList<string>) => new[] { "x" },
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ => Activator.CreateInstance(type),
    };
}
