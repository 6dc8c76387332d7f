using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>A few golden tests of the example API.</summary>
internal static class PaymentsSuite
{
    public static string Path { get; } = System.IO.Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    public static GoldenTestSuite Suite { get; } = new()
    {
        Title = "Example Payments API",
        Version = "2026-11-01",
        Seed = 0,
        Tests =
        [
            List("authentication-valid", StepCredentials.Valid, "200"),
            List("authentication-missing", StepCredentials.None, "401"),
            List("authentication-wrong", StepCredentials.Wrong, "401"),
            List("authentication-malformed", StepCredentials.Malformed, "401"),
            List("authentication-expired", StepCredentials.Expired, "401"),
            Of("create-missing-field", Create("""{ "currency": "EUR" }""", new StatusAssertion(["400", "422"]), new ErrorShapeAssertion())),
            Of("create", Create("""{ "amount": 1250, "currency": "EUR", "payment_method": "pm_sandbox_visa" }""", new StatusAssertion(["201"]), new ConformsAssertion())),
            Of("rate-limit", Create("""{ "amount": 1250, "currency": "EUR", "payment_method": "pm_sandbox_visa" }""", new StatusAssertion(["429"]), new HeaderAssertion("Retry-After", "[0-9]+")) with { Mock = new MockControl { Status = 429 } }),
        ],
    };

    public static async Task<ApiSpec> ReadAsync() => (await ApiSpecReader.ReadFileAsync(Path)).Spec!;

    private static GoldenTest List(string id, StepCredentials credentials, string status) =>
        Of(id, new TestStep { Name = "list", Request = new StepRequest { Method = "GET", Path = "/payments" }, Credentials = credentials,
            Assertions = [new StatusAssertion([status]), new ConformsAssertion()] });

    private static TestStep Create(string json, params TestAssertion[] assertions) => new()
    {
        Name = "create",
        Request = new StepRequest
        {
            Method = "POST",
            Path = "/payments",
            Headers = new Dictionary<string, JsonElement> { ["Idempotency-Key"] = JsonSerializer.SerializeToElement("{{ key }}") },
            Body = new StepBody { MediaType = "application/json", Json = JsonSerializer.Deserialize<JsonElement>(json) },
        },
        Assertions = assertions,
    };

    private static GoldenTest Of(string id, TestStep step) => new()
    {
        Id = id,
        Name = id,
        Category = TestCategoryIds.Authentication,
        Template = id,
        Group = "payments",
        Applicable = true,
        Steps = [step],
        Variables = [new TestVariable { Name = "key", Fresh = true }],
    };
}
