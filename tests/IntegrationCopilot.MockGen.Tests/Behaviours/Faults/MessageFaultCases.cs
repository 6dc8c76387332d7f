using static IntegrationCopilot.MockGen.Tests.Spoilable;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Cases of faults that show in one answer.</summary>
internal static class MessageFaultCases
{
    private const string One = "things/1";
    private const string All = "things?area=a";

    public static IEnumerable<FaultCase> Cases { get; } =
    [
        Case("created-as-200", "201", "200", probe => probe.StatusAsync("POST", "things", Valid)),
        Case("ok-as-201", "200", "201", probe => probe.StatusAsync("GET", All)),
        Case("not-found-as-200", "404", "200", probe => probe.StatusAsync("GET", One, null, "Prefer: code=404")),
        Case("content-as-204", "200", "204", probe => probe.StatusAsync("GET", All)),
        Case("no-content-as-200", "204", "200", probe => probe.StatusAsync("DELETE", One)),
        Case("undocumented-status", "valid", "undocumented-status", probe => probe.JudgeAsync("GET", All)),
        Case("error-as-200", "404", "200", probe => probe.StatusAsync("GET", One, null, "Prefer: code=404")),
        Judged("missing-field", "required"),
        Judged("renamed-field", "required"),
        Judged("extra-field", "additional-properties"),
        Judged("wrong-type", "type"),
        Judged("number-as-string", "type"),
        Judged("null-field", "type"),
        Judged("bad-date", "format"),
        Judged("bad-uuid", "format"),
        Judged("bad-address", "format"),
        Judged("unknown-enum-value", "enum"),
        Judged("out-of-range", "maximum"),
        Judged("too-long", "max-length"),
        Judged("too-short", "min-length"),
        Judged("pattern-mismatch", "pattern"),
        Case("empty-body", "valid", "missing-body", probe => probe.JudgeAsync("GET", All)),
        Judged("truncated-json", "malformed-body"),
        Judged("broken-json", "malformed-body"),
        Judged("wrong-content-type", "undocumented-content-type"),
        Case("missing-content-type", "application/json", "none", probe => probe.FieldAsync("Content-Type", "GET", All)),
        Judged("wrong-encoding", "malformed-body"),
        Case("missing-header", "valid", "missing-header", probe => probe.JudgeAsync("POST", "things", Valid)),
        Case("bad-header-value", "valid", "type", probe => probe.JudgeAsync("POST", "things", Valid)),
        Case("missing-location", "/things/1", "none", probe => probe.FieldAsync("Location", "POST", "things", Valid)),
        Case("wrong-location", "/things/1", "/things/1-elsewhere", probe => probe.FieldAsync("Location", "POST", "things", Valid)),
        Case("missing-credentials-accepted", "401", "200", probe => probe.StatusAsync("GET", All, null, "-Authorization: none")),
        Case("wrong-credentials-accepted", "401", "200", probe => probe.StatusAsync("GET", All, null, "Authorization: Bearer wrong")),
        Case("expired-token-accepted", "401", "200", probe => probe.StatusAsync("GET", All, null, "Authorization: Bearer mock-expired-token")),
        Case("scope-ignored", "403", "200", async probe => await probe.StatusAsync("GET", All, null, $"Authorization: Bearer {await probe.TokenAsync()}")),
        Case("missing-challenge", "Bearer realm=\"mock\"", "none", probe => probe.FieldAsync("WWW-Authenticate", "GET", All, null, "-Authorization: none")),
        Case("forbidden-as-401", "401", "403", probe => probe.StatusAsync("GET", All, null, "-Authorization: none")),
        Accepted("missing-field-accepted", "{}"),
        Accepted("wrong-type-accepted", """{"name":7}"""),
        Accepted("unknown-enum-value-accepted", """{"name":"a","kind":"huge"}"""),
        Accepted("out-of-range-accepted", """{"name":"a","price":1001}"""),
        Accepted("wrong-length-accepted", """{"name":"","tags":[]}"""),
        Accepted("pattern-mismatch-accepted", """{"name":"a","code":"abc"}"""),
        Accepted("bad-format-accepted", """{"name":"a","email":"no address"}"""),
        Accepted("extra-field-accepted", """{"name":"a","colour":"red"}"""),
        Accepted("broken-json-accepted", """{"name":"""),
        Case("missing-body-accepted", "400", "201", probe => probe.StatusAsync("POST", "things")),
        Case("wrong-content-type-accepted", "415", "201", probe => probe.StatusAsync("POST", "things", Valid, "Content-Type: text/csv")),
        Case("missing-parameter-accepted", "400", "200", probe => probe.StatusAsync("GET", "things")),
        Case("bad-parameter-accepted", "400", "200", probe => probe.StatusAsync("GET", "things?area=a&limit=many")),
        Case("invalid-input-as-500", "400", "500", probe => probe.StatusAsync("POST", "things", "{}")),
        Case("stack-trace", "False", "True",
            async probe => (await probe.TextAsync("POST", "things", "{}")).Contains("NullPointerException", StringComparison.Ordinal).ToString()),
        Case("undescribed-error", "valid", "type", probe => probe.JudgeAsync("POST", "things", "{}")),
        Case("error-as-html", "application/json", "text/html", probe => probe.FieldAsync("Content-Type", "POST", "things", "{}")),
        Case("missing-retry-after", "1", "none", probe => probe.FieldAsync("Retry-After", "GET", All, null, "Prefer: code=429")),
        Case("bad-retry-after", "1", "in a minute", probe => probe.FieldAsync("Retry-After", "GET", All, null, "Prefer: code=429")),
        Case("connection-reset", "200", "broken", probe => probe.EndAsync("GET", All)),
        Case("incomplete-body", "200", "broken", probe => probe.EndAsync("GET", All)),
        Case("head-refused", "200", "405", probe => probe.StatusAsync("HEAD", All)),
        Case("service-unavailable", "200", "503", probe => probe.StatusAsync("GET", All)),
    ];

    private static FaultCase Case(string fault, string right, string wrong, Func<FaultProbe, Task<string>> look) =>
        new(fault, right, wrong, Document, look) { Set = options => options with { State = false } };

    private static FaultCase Judged(string fault, string code) => Case(fault, "valid", code, probe => probe.JudgeAsync("GET", One));

    private static FaultCase Accepted(string fault, string json) => Case(fault, "400", "201", probe => probe.StatusAsync("POST", "things", json));
}
