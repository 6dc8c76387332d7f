using System.Net;
using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/extending.md: what somebody adds who has only the public API.</summary>
public sealed class ExtensionSamples
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Tides, version: '1' }
        security: [{ ticket: [] }]
        paths:
          /tides:
            get:
              operationId: listTides
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: number } } } } }
                '401': { description: no ticket }
        components:
          securitySchemes:
            ticket: { type: http, scheme: ticket }
        """;

    [Fact]
    public async Task Authentication()
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document), "tides.yaml").Spec!;
        #region use-kind
        var kinds = AuthenticationKinds.Default.With(new TicketKind());
        await using var mock = await MockServer.StartAsync(spec, new MockServerOptions { Authentication = kinds });
        var suite = GoldenTestGenerator.Generate(spec, new GoldenTestOptions { Authentication = kinds });
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock), new RunOptions { Authentication = kinds });
        #endregion
        result.Totals.Fail.Should().Be(0);
        result.Totals.Pass.Should().BePositive();
        using var bare = new HttpClient { BaseAddress = mock.BaseUrl };
        (await bare.GetAsync("tides", TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var ticketed = new HttpRequestMessage(HttpMethod.Get, "tides");
        ticketed.Headers.TryAddWithoutValidation("Authorization", $"Ticket {mock.Options.Credentials.ApiKey}");
        (await bare.SendAsync(ticketed, TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    #region kind
    /// <summary>A ticket in the field Authorization: <c>Authorization: Ticket abc</c>.</summary>
    sealed class TicketKind : IAuthenticationKind
    {
        public bool Covers(SecurityScheme scheme) => scheme.HttpScheme == "ticket";

        public string Describe(SecurityScheme scheme) => "a ticket";

        public CredentialForm FormOf(SecurityScheme scheme) => CredentialForm.Key;

        public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => [CredentialPlace.Authorization];

        public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) =>
            [new(CredentialPlace.Authorization, $"Ticket {credential}")];

        public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => [new(CredentialPlace.Authorization, "Ticket")];

        public CredentialReading Read(SecurityScheme scheme, RecordedRequest request)
        {
            var sent = request.Headers.FirstOrDefault(header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Value;
            if (sent is null) return CredentialReading.Missing("There is no ticket.");
            return sent.StartsWith("Ticket ", StringComparison.Ordinal) ? CredentialReading.Present(sent[7..]) : CredentialReading.Malformed("That is no ticket.");
        }

        public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) => new("Ticket", []);
    }
    #endregion

    [Fact]
    public void Signature()
    {
        var body = """{"height":2.4}"""u8.ToArray();
        #region use-signature
        WebhookSignature scheme = new LighthouseSignature("the secret of the lighthouse"u8.ToArray());
        var headers = scheme.Sign("message-1", body);
        WebhookVerification verdict = scheme.Verify(headers, body);
        #endregion
        verdict.IsValid.Should().BeTrue();
        scheme.Verify(headers, "{}"u8).Refusal.Should().Be(WebhookRefusal.NoMatch);
        scheme.Verify([], body).Refusal.Should().Be(WebhookRefusal.MissingHeader);
        scheme.Verify([new("lighthouse-signature", headers[0].Value)], body).IsValid.Should().BeTrue();
    }

    #region signature
    /// <summary>HMAC-SHA512 of the body in the field Lighthouse-Signature, in hexadecimal digits.</summary>
    sealed class LighthouseSignature(byte[] key) : WebhookSignature
    {
        private const string Name = "Lighthouse-Signature";

        public override IReadOnlyList<KeyValuePair<string, string>> Sign(string messageId, ReadOnlySpan<byte> body) => [new(Name, Of(body))];

        public override WebhookVerification Verify(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
        {
            if (Header(headers, Name) is not { } sent) return WebhookVerification.Refuse(WebhookRefusal.MissingHeader, $"The header {Name} is missing.");
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(Of(body)))
                ? WebhookVerification.Valid
                : WebhookVerification.Refuse(WebhookRefusal.NoMatch, $"The signature in the header {Name} does not match.");
        }

        private string Of(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(HMACSHA512.HashData(key, body));
    }
    #endregion

    [Fact]
    public async Task Report()
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document.Replace("security: [{ ticket: [] }]\n", "", StringComparison.Ordinal)), "tides.yaml").Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), RunTarget.ForMock(mock));
        using var output = new MemoryStream();
        #region use-report
        foreach (IRunReport report in (IRunReport[])[.. RunReports.All, new BadgeReport()]) report.Write(result, output);
        #endregion
        Encoding.UTF8.GetString(output.ToArray()).Should().EndWith($"\"message\": \"{result.Totals.Pass} passed\", \"color\": \"green\" }}");
    }

    #region report
    /// <summary>What a badge shows.</summary>
    sealed class BadgeReport : IRunReport
    {
        public string Id => "badge";

        public string Extension => "badge.json";

        public string MediaType => "application/json";

        public void Write(RunResult result, Stream output)
        {
            var (text, color) = result.Totals.Fail > 0 ? ($"{result.Totals.Fail} failed", "red") : ($"{result.Totals.Pass} passed", "green");
            output.Write(Encoding.UTF8.GetBytes($$"""{ "schemaVersion": 1, "label": "API", "message": "{{text}}", "color": "{{color}}" }"""));
        }
    }
    #endregion
}
