using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>A run of which every report has something to say: each status, causes with and without a line, hostile names and bodies.</summary>
internal static class ReportSample
{
    /// <summary>What would run in a page, link or mention somebody in markdown, and end an element or a section of XML.</summary>
    public const string Hostile =
        "</script></title><script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\"> ]]> @everyone [me](javascript:alert(1)) `x` | y \u202E\u001B[31m";

    private const string Create = "POST /payments";
    private const string Read = "GET /payments/{id}";
    private const string Refund = "POST /refunds";
    private const string Document = "openapi/payments api.yaml";

    private static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static RunResult Result { get; } = new()
    {
        RunId = "0195590a-0000-7000-8000-000000000000",
        Title = "Payments",
        Environment = "SANDBOX",
        BaseUrl = "https://sandbox.example/v1",
        StartedAt = Start,
        Duration = TimeSpan.FromMilliseconds(8123.4),
        Seed = 7,
        Document = new(Document, "1.4.0", new string('a', 64)),
        Cases = [.. Cases()],
        Coverage =
        [
            Reached(Create, (201, 4), (400, 1), (500, 2)), Reached(Read, (200, 3), (404, 1)), Reached(Refund, (409, 2)), Reached("DELETE /payments/{id}"),
        ],
        Left = [new(Create, "pay_1", "The document describes no operation that deletes it.")],
        Missing = [new("refund_id", IsCredential: false, Secret: false, "An existing refund.", "ref_1", 2)],
        Exchanges = [.. Exchanges()],
    };

    private static IEnumerable<CaseResult> Cases()
    {
        yield return Case("create-resource.minimal", "Create a payment with what is required", "create-resource", Create, CaseStatus.Pass) with
        {
            Assertions = [new("status is 201", AssertionVerdict.Held, null, [])],
            TraceIds = [TraceId(1)],
        };
        yield return Failed("contract.amount-above", "An amount above its maximum is refused", Create, TooMuch(Create));
        yield return Failed("contract.refund-above", "A refund above its maximum is refused", Refund, TooMuch(Refund));
        yield return Failed("contract.read", "Reading a payment answers as described", Read, WrongType());
        yield return Failed("contract.hostile", $"Hostile {Hostile}", Create, Failing());
        yield return Case("invalid-parameter.currency", "An unknown currency is refused", "invalid-parameter", Create, CaseStatus.Warn) with
        {
            Reason = "status is 400: POST /payments answered 422 Unprocessable Content",
            Cause = new() { Kind = CauseKind.RefusedOtherwise, Text = "POST /payments answered 422, and 400 is described", Operation = Create,
                Subject = "422", Status = 422, Expected = ["400"], Place = new(Document, "/paths/~1payments/post", 41, 5) },
        };
        yield return Case("life-cycle.refund", "A refund is listed", "life-cycle", Refund, CaseStatus.NoVerdict) with
        {
            Reason = "POST /refunds answered 409 Conflict",
            Cause = new() { Kind = CauseKind.NotJudged, Text = "POST /refunds answered 409 Conflict", Operation = Refund, Subject = "409", Status = 409 },
        };
        yield return Case("rate-limiting.429", "Too many calls are refused", "rate-limiting", Read, CaseStatus.Error) with
        {
            Setting = TestSetting.Required,
            Reason = "No answer within 30 s",
            Cause = new() { Kind = CauseKind.NotTested, Text = "No answer within 30 s", Operation = Read, Subject = "timeout" },
        };
        yield return Case("refund.read", "An existing refund is read", "refund", Refund, CaseStatus.Skip) with { Reason = "It needs a value for 'refund_id'." };
        yield return Case("webhook.signed", "Deliveries are signed", "webhook", null,
            CaseStatus.NotApplicable) with { Reason = "The document has no webhooks." };
    }

    private static CaseResult Case(string id, string name, string category, string? operation, CaseStatus status) => new()
    {
        Id = id, Name = name, Category = category, Operation = operation, Status = status,
        Duration = status is CaseStatus.Skip or CaseStatus.NotApplicable ? TimeSpan.Zero : TimeSpan.FromMilliseconds(12.5),
    };

    private static CaseResult Failed(string id, string name, string operation, CaseCause cause) => Case(id, name, "contract", operation, CaseStatus.Fail) with
    {
        Reason = cause.Text,
        Cause = cause,
        Assertions = [new("status is 4XX", AssertionVerdict.Broken, cause.Text, []) { Ground = cause.Ground }],
        TraceIds = [TraceId(id.EndsWith("hostile", StringComparison.Ordinal) ? 3 : 2)],
    };

    private static CaseCause TooMuch(string operation) => new()
    {
        Kind = CauseKind.NotRefused,
        Text = "sent amount = 30001, maximum 30000, line 150; expected 400, got 201",
        Operation = operation,
        Subject = "POST /payments Range /amount",
        Rule = new BrokenRule { Kind = RuleKind.Range, Place = "/amount", Allowed = "maximum 30000", Line = 150,
            Sent = JsonSerializer.SerializeToElement(30001) },
        Expected = ["400", "422"],
        Status = 201,
        Line = 150,
        Place = new(Document, "/components/schemas/Payment/properties/amount/maximum", 150, 1),
        Curl = "curl -X POST 'https://sandbox.example/v1/payments' -H 'Content-Type: application/json' --data '{\"amount\":30001}'",
        LeftOut = 3,
    };

    private static CaseCause WrongType() => new()
    {
        Kind = CauseKind.NotAsDescribed,
        Text = "body.amount is a string, and an integer is described",
        Operation = Read,
        Subject = "type /components/schemas/Payment amount",
        Status = 200,
        Ground = "#/components/schemas/Payment/properties/amount/type of the document, line 148",
        Line = 148,
        Place = new(Document, "/components/schemas/Payment/properties/amount/type", 148, 17),
    };

    private static CaseCause Failing() => new()
    {
        Kind = CauseKind.ServerFailed,
        Text = $"{Hostile}; expected 400, got 500",
        Operation = Create,
        Subject = "500",
        Status = 500,
        Curl = $"curl 'https://sandbox.example/v1/payments' --data '{Hostile}'",
        Place = new(Document, "/paths/~1payments/post", 41, 5),
    };

    private static OperationCoverage Reached(string operation, params (int Status, int Count)[] answers) => new()
    {
        Operation = operation,
        Requests = answers.Sum(answer => answer.Count),
        Answers = [.. answers.Select(answer => new StatusCount(answer.Status, answer.Count))],
        Described = [new("200", answers.Any(answer => answer.Status == 200)), new("4XX", answers.Any(answer => answer.Status is >= 400 and < 500))],
    };

    private static string TraceId(int number) => $"0195590a-0000-7000-8000-00000000000{number}";

    private static IEnumerable<ApiTrace> Exchanges()
    {
        yield return Trace(1, "create-resource.minimal", """{"amount":1}""", """{"id":"pay_1","amount":1}""", 201);
        yield return Trace(2, "contract.amount-above", """{"amount":30001}""", """{"id":"pay_2","amount":30001}""", 201);
        yield return Trace(3, "contract.hostile", Hostile, Hostile, 500);
        yield return Trace(4, null, "grant_type=client_credentials", """{"access_token":"[redacted:ab12cd34]"}""", 200) with { Operation = null };
        yield return Trace(5, "rate-limiting.429", "", "", 0) with { Response = null, Error = "No answer within 30 s",
            ErrorCategory = TraceErrorCategory.Timeout };
        yield return Trace(6, "create-resource.minimal", "", "", 200) with
        {
            Response = new() { Status = 200, Headers = [new("Content-Type", "image/png"), new("Set-Cookie", "s=[redacted:00000001]; Path=/")],
                Body = TraceBody.Capture(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0xFF, 0x00 }, 4) },
        };
    }

    private static ApiTrace Trace(int number, string? caseId, string sent, string answered, int status) => new()
    {
        Id = TraceId(number),
        StartedAt = Start.AddMilliseconds(100 * number),
        Duration = TimeSpan.FromMilliseconds(10.25 + number),
        Environment = EnvironmentType.Sandbox,
        Operation = new("POST", "/payments"),
        CaseId = caseId,
        Step = caseId is null ? null : "create",
        Request = new()
        {
            Method = "POST",
            Url = "https://sandbox.example/v1/payments?expand=all%20of%20it&key=[redacted:ab12cd34]",
            Headers = [new("Authorization", "Bearer [redacted:ab12cd34]"), new("Content-Type", "application/json"), new("Cookie", "a=1; b=2")],
            Body = TraceBody.Capture(Encoding.UTF8.GetBytes(sent)),
        },
        Response = new() { Status = status, Headers = [new("Content-Type", "application/json")], Body = TraceBody.Capture(Encoding.UTF8.GetBytes(answered)) },
        ErrorCategory = status >= 500 ? TraceErrorCategory.Server : TraceErrorCategory.None,
        Findings = number == 2 ? [new() { Code = "maximum", Message = "It is above 30000.", Where = "body.amount" }] : [],
    };
}
