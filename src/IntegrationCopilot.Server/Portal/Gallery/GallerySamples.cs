using IntegrationCopilot.Server.Portal.Components;

namespace IntegrationCopilot.Server.Portal.Gallery;

/// <summary>What the gallery shows.</summary>
internal static class GallerySamples
{
    public const string Json = """
        {"id":"pay_01HZX","amount":12.50,"currency":"EUR","status":"captured","refunds":[],"metadata":{"order":"A-1001","note":"<script>alert(1)</script>"},"live":false,"next":null}
        """;

    public const string Curl =
        "curl -X POST https://api.sandbox.example/v1/payments -H 'Idempotency-Key: 3f1c' -H 'Content-Type: application/json' -d '{\"amount\":1250,\"currency\":\"EUR\"}'";

    public static IReadOnlyList<string> Statuses { get; } =
        ["PASS", "FAIL", "WARN", "NO_VERDICT", "ERROR", "SKIP", "NOT_APPLICABLE", "QUEUED", "RUNNING", "COMPLETED", "CANCELLED", "STOPPED", "VALID", "INVALID",
            "WAITING_FOR_INPUT"];

    public static IReadOnlyList<string> Methods { get; } = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static IReadOnlyList<(string Method, string Path, string Summary, string Status, string Duration)> Operations { get; } =
    [
        ("POST", "/payments", "Create a payment", "PASS", "212 ms"),
        ("GET", "/payments/{paymentId}", "Read one payment", "PASS", "48 ms"),
        ("POST", "/payments/{paymentId}/refunds", "Refund a payment in whole or in part", "FAIL", "1.3 s"),
        ("DELETE", "/webhooks/{webhookId}", "Stop notifications", "NOT_APPLICABLE", "—"),
    ];

    public static IReadOnlyList<CategoryCount> Categories { get; } =
    [
        new("Authentication", 5, 0, 0, 0, 0, 0, 0),
        new("Create resource", 3, 1, 0, 0, 0, 0, 0),
        new("Idempotency", 2, 0, 1, 1, 1, 1, 0),
        new("Webhook signature", 0, 0, 0, 0, 0, 0, 4),
        new("Rate limiting", 1, 2, 0, 0, 0, 0, 0),
    ];
}
