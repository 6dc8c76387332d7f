using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests.Traffic;

public sealed class TrafficCheckTests
{
    private const string Members = """
        "servers":[{"url":"https://{region}.example.com:443/v1","variables":{"region":{"default":"api"}}}],
        "security":[{"key":[]}],
        "components":{"securitySchemes":{"key":{"type":"http","scheme":"bearer"}}},
        "paths":{
          "/things/{id}":{
            "get":{"operationId":"getThing","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}],
              "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"object","required":["id","name"],
                "properties":{"id":{"type":"integer"},"name":{"type":"string"},"card":{"oneOf":[{"type":"object","required":["number"],
                  "properties":{"number":{"type":"string","pattern":"^[0-9]+$"}}},{"type":"null"}]}}}}}},"404":{"description":"none"}}}},
          "/things":{"post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["name"]}}}},
            "responses":{"201":{"description":"made"},"422":{"description":"wrong"}}}}}
        """;

    private static readonly ApiSpec Spec = Described.Api(Members);
    private static readonly TrafficCheck Check = new(new MessageValidator(Spec));

    [Theory]
    [InlineData("https://api.example.com/v1/things/1")]
    [InlineData("https://API.example.com:443/v1/things/1?")]
    [InlineData("http://eu-1.example.com/v1/things/1")]
    [InlineData("/v1/things/1")]
    [InlineData("/things/1")]
    public void Judge_UrlOfAServer_IsOfTheApi(string url)
    {
        var verdict = Check.Judge(Get(url, Har.Thing));
        verdict.Outcome.Should().Be(TrafficOutcome.Judged);
        verdict.Operation!.OperationId.Should().Be("getThing");
        verdict.IsValid.Should().BeTrue();
    }

    [Theory]
    [InlineData("https://api.example.com/things/1")]
    [InlineData("https://api.example.com/v1beta/things/1")]
    [InlineData("https://api.example.org/v1/things/1")]
    [InlineData("https://api.example.com.evil.test/v1/things/1")]
    [InlineData("https://api.example.com:8443/v1/things/1")]
    [InlineData("data:text/plain,hi")]
    [InlineData("chrome-extension://abc/v1/things/1")]
    public void Judge_UrlElsewhere_IsNotOfTheApi(string url) => Check.Judge(Get(url, "no JSON")).Outcome.Should().Be(TrafficOutcome.NotOfApi);

    [Fact]
    public void Judge_BaseUrl_IsTheOnlyOne()
    {
        var local = new TrafficCheck(new MessageValidator(Spec), new Uri("http://localhost:5000/api/"));
        local.Judge(Get("http://localhost:5000/api/things/1", Har.Thing)).Operation!.OperationId.Should().Be("getThing");
        local.Judge(Get("http://localhost:5000/things/1", Har.Thing)).Outcome.Should().Be(TrafficOutcome.NotOfApi);
        local.Judge(Get("https://api.example.com/v1/things/1", Har.Thing)).Outcome.Should().Be(TrafficOutcome.NotOfApi);
    }

    [Fact]
    public void Judge_NoHostDescribed_TakesPathsThatAreDescribed()
    {
        var anywhere = new TrafficCheck(new MessageValidator(Described.Paths("/things/{id}")));
        anywhere.Judge(Get("http://localhost:5000/things/1")).Outcome.Should().Be(TrafficOutcome.Judged);
        anywhere.Judge(Get("http://localhost:5000/else")).Outcome.Should().Be(TrafficOutcome.NotOfApi);
        anywhere.Judge(Get("/else")).Findings.Should().ContainSingle().Which.Finding.Code.Should().Be(FindingCodes.UnknownPath);
    }

    [Fact]
    public void Judge_UndescribedPathOfTheApi_IsFound()
    {
        var verdict = Check.Judge(Get("https://api.example.com/v1/thinks/1", "{}"));
        verdict.Outcome.Should().Be(TrafficOutcome.Judged);
        verdict.Findings.Should().ContainSingle().Which.Finding.Code.Should().Be(FindingCodes.UnknownPath);
        verdict.IsValid.Should().BeFalse();
    }

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/javascript")]
    [InlineData("image/png")]
    public void Judge_PageBesideTheApi_IsNotOfIt(string type) =>
        Check.Judge(Get("https://api.example.com/v1/index", "x", type)).Outcome.Should().Be(TrafficOutcome.NotOfApi);

    [Fact]
    public void Judge_Preflight_IsNotJudged()
    {
        var exchange = new TrafficExchange { Request =
            new() { Method = "OPTIONS", Url = "https://api.example.com/v1/things", Headers = [new("Access-Control-Request-Method", "POST")] } };
        Check.Judge(exchange).Outcome.Should().Be(TrafficOutcome.Preflight);
    }

    [Fact]
    public void Judge_WrongResponse_IsFoundWithItsLine()
    {
        var verdict = Check.Judge(Get("/things/1", """{"id":"1"}"""));
        verdict.IsValid.Should().BeFalse();
        verdict.Findings.Select(f => (f.Direction, f.Finding.Where)).Should()
            .Equal((MessageDirection.Response, "body.name"), (MessageDirection.Response, "body.id"));
        verdict.Findings.Should().OnlyContain(f => f.Finding.Source!.Line > 0);
    }

    [Theory]
    [InlineData(422, true)]
    [InlineData(201, false)]
    public void Judge_WrongRequest_FailsUnlessItWasRefused(int status, bool isRefused)
    {
        var exchange = new TrafficExchange
        {
            Request = new() { Method = "POST", Url = "/things", Headers = [new("Content-Type", "application/json"), new("Authorization", "Bearer x")],
                Body = "{}"u8.ToArray() },
            Response = new() { Status = status },
        };
        var verdict = Check.Judge(exchange);
        verdict.Findings.Should().ContainSingle().Which.IsRefused.Should().Be(isRefused);
        verdict.IsValid.Should().Be(isRefused);
    }

    [Fact]
    public void Judge_WithoutCredentials_FailsWhereTheyWouldHaveBeenRecorded()
    {
        var exchange = Get("/things/1", Har.Thing) with { Request = new() { Method = "GET", Url = "/things/1" } };
        Check.Judge(exchange).Findings.Should().ContainSingle().Which.Finding.Code.Should().Be(FindingCodes.MissingCredentials);
        Check.Judge(exchange with { Unknown = [new(MessageDirection.Request, "header.Authorization", UnknownReason.NotRecorded)] }).Findings.Should().BeEmpty();
    }

    [Fact]
    public void Judge_UnknownBody_IsNotMissing()
    {
        var exchange = Get("/things/1", "") with { Unknown = [new(MessageDirection.Response, "body", UnknownReason.NotRecorded)] };
        Check.Judge(exchange).Findings.Should().BeEmpty();
        Check.Judge(exchange with { Unknown = [] }).IsValid.Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"id":1,"name":"a","card":{"number":"[redacted:ab12cd34]"}}""", "")]
    [InlineData("""{"id":"[redacted:ab12cd34]","name":"a"}""", "")]
    [InlineData("""{"id":"[redacted:ab12cd34]","name":1}""", "body.name")]
    [InlineData("""{"id":"[redacted:ab12cd34]"}""", "body.name")]
    [InlineData("""[{"id":"[redacted:ab12cd34]"}]""", "body")]
    public void Judge_RedactedValue_IsPassedOverAndNothingElse(string body, string found)
    {
        var verdict = Check.Judge(Get("/things/1", body));
        verdict.Unknown.Should().ContainSingle().Which.Reason.Should().Be(UnknownReason.Redacted);
        string.Join(' ', verdict.Findings.Select(f => f.Finding.Where)).Should().Be(found);
    }

    [Theory]
    [InlineData("/things/%5Bredacted%3Aab12cd34%5D", TrafficOutcome.Judged)]
    [InlineData("/%5Bredacted%3Aab12cd34%5D/things", TrafficOutcome.Unknown)]
    public void Judge_RedactedPath_IsPassedOver(string url, TrafficOutcome outcome)
    {
        var verdict = Check.Judge(Get(url, Har.Thing));
        verdict.Outcome.Should().Be(outcome);
        verdict.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Judge_RecordedTraces_SaysWhatIsWrongAndPassesOverSecrets()
    {
        using var file = new MemoryStream();
        await using (var writer = await TraceWriter.StartAsync(file, TraceKey.Generate()))
        {
            await writer.WriteAsync(Recorded("""{"id":1,"name":"a","card":{"number":"4111111111111111"}}"""));
            await writer.WriteAsync(Recorded("""{"id":1}"""));
        }

        file.Position = 0;
        var tally = new TrafficTally(Spec);
        await tally.AddAsync(Check, TrafficReader.ReadAsync(file, "t.ndjson", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var report = tally.ToReport();
        (report.Judged, report.Failed).Should().Be((2, 1));
        report.Causes.Should().ContainSingle().Which.First.Should().Be(new TrafficPlace("t.ndjson", 2, 3));
        report.Gaps.Should().BeEquivalentTo(
            [new TrafficGap("request header.Authorization", UnknownReason.Redacted, 2), new TrafficGap("response body, in part", UnknownReason.Redacted, 1)]);
    }

    [Fact]
    public async Task Read_TracesOfTheFirstFormat_AreRead()
    {
        var path = Path.Combine(Testing.SharedData.RepositoryRoot, "tests", "IntegrationCopilot.Validator.Tests", "Traces", "Format1", "run.ndjson");
        var entries = await TrafficReader.ReadFileAsync(path, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        entries.Should().NotBeEmpty().And.OnlyContain(entry => entry.Exchange != null);
    }

    [Theory]
    [InlineData("/things/1", 200, "")]
    [InlineData("/things/x", 200, "path.id")]
    public void Judge_Head_IsTheGetWithoutABody(string url, int status, string found)
    {
        var exchange = Get(url) with { Response = new() { Status = status, Headers = [new("Content-Type", "application/json")] } };
        var verdict = Check.Judge(exchange with { Request = exchange.Request with { Method = "HEAD" } });
        verdict.Operation!.OperationId.Should().Be("getThing");
        string.Join(' ', verdict.Findings.Select(f => f.Finding.Where)).Should().Be(found);
    }

    [Fact]
    public void Report_Exchanges_AreFolded()
    {
        var tally = new TrafficTally(Spec);
        foreach (var exchange in (TrafficExchange[])[Get("/things/1", """{"id":"a"}"""), Get("/things/2", """{"id":"b","name":"x"}"""),
            Get("/things/3", Har.Thing),
            Get("https://cdn.example.net/x"), Get("/things/4") with { Response = new() { Status = 404 } },
            Get("/things/5") with { Response = new() { Status = 503 } }])
            tally.Add(exchange, Check.Judge(exchange));
        var report = tally.ToReport();
        (report.Exchanges, report.Judged, report.Failed, report.NotOfApi, report.IsGood).Should().Be((6, 5, 2, 1, false));
        report.Causes.Where(cause => cause.Finding.Severity == FindingSeverity.Error).Select(cause => (cause.Finding.Where, cause.Exchanges)).Should()
            .Equal(("body.id", 2), ("body.name", 1));
        report.OtherHosts.Should().Equal(new TrafficHost("cdn.example.net", 1));
        report.Coverage[0].Responses.Select(r => (r.Key, r.Value)).Should().Equal(("200", 3), ("404", 1));
        report.Coverage[0].OtherStatuses.Select(r => (r.Key, r.Value)).Should().Equal(("503", 1));
        report.Coverage[1].Exchanges.Should().Be(0);
    }

    [Fact]
    public void Report_OfSecrets_ShowsNone()
    {
        const string Secret = "hunter2-hunter2";
        var exchange = Get($"/things/x?access_token={Secret}", $$"""{"id":"{{Secret}}","name":"a","password":"{{Secret}}"}""");
        var tally = new TrafficTally(Spec);
        tally.Add(exchange, Check.Judge(exchange));
        var report = tally.ToReport();
        report.Causes.Should().NotBeEmpty();
        string.Join('\n', report.Causes.Select(cause => cause.ToString())).Should().NotContain(Secret);
    }

    private static ApiTrace Recorded(string body)
    {
        var exchange = Get("https://localhost:1/v1/things/1", body);
        return new TraceRedactor().Record(new TraceDraft
        {
            StartedAt = DateTimeOffset.UnixEpoch, Duration = TimeSpan.Zero, Environment = EnvironmentType.Sandbox, Document = TraceDocument.Of(Spec),
            Request = exchange.Request, Response = exchange.Response,
        });
    }

    private static TrafficExchange Get(string url, string body = "", string type = "application/json") => new()
    {
        Place = new TrafficPlace("a.har", 1, 1),
        Request = new() { Method = "GET", Url = url, Headers = [new("Authorization", "Bearer abcdefghijkl")] },
        Response = new() { Status = 200, Headers = [new("Content-Type", type)], Body = Encoding.UTF8.GetBytes(body) },
    };
}
