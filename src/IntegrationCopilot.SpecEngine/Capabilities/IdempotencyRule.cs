namespace IntegrationCopilot.SpecEngine;

/// <summary>Keys that make a repeated write safe (draft-ietf-httpapi-idempotency-key-header, and vendors' own names for the same).</summary>
internal sealed class IdempotencyRule : CapabilityRule
{
    /// <summary>Names vendors use for other things too; they count only when their description says what they are for.</summary>
    private static readonly HashSet<string> Ambiguous = LooseNames.Set(
        "request-id", "x-request-id", "client-request-id", "client-token", "client-request-token", "creation-token", "x-amzn-client-token", "request-token",
        "nonce", "unique-id", "unique-key", "unique-request-id", "transaction-id", "external-id", "reference", "reference-id", "client-reference-id",
        "caller-reference", "trace-id", "correlation-id", "dedupe-key", "deduplication-id", "message-deduplication-id", "token");

    private static readonly string[] Telling =
        ["idempoten", "second request", "duplicate request", "duplicate commitments", "safely retry", "retry safely", "retried safely"];

    public override string Id => CapabilityIds.Idempotency;

    public override double AbsentConfidence => 0.8;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (!Writing.Is(operation)) return;
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Place is not (ParameterPlace.Header or ParameterPlace.Query)) continue;
            if (Strength(parameter.Name, parameter.Description) is not (> 0 and var strength)) continue;
            findings.Add(operation, parameter.Node, strength, new IdempotencyKeyFact(MessageField.Of(parameter), parameter.Required));
            return;
        }
        LookAtBody(operation, findings);
    }

    private static void LookAtBody(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.RequestBody is not { } body) return;
        foreach (var (name, schema) in findings.Fields.FieldsOf(body.Content))
        {
            if (!MayBe(name)) continue;
            var description = SpecContext.Text(schema, "description"u8) ?? SpecContext.Text(findings.Fields.Resolve(schema), "description"u8);
            if (Strength(name, description) is not (> 0 and var strength)) continue;
            var required = body.Required && body.Content.All(media => findings.Fields.Requires(media.Schema, name));
            findings.Add(operation, schema, strength, new IdempotencyKeyFact(MessageField.InBody(name), required));
            return;
        }
    }

    private static bool MayBe(string name) => Names(name) || Ambiguous.Contains(name);

    /// <summary>Whether the name alone says that it is a key.</summary>
    private static bool Names(string name) =>
        name.Contains("idempot", StringComparison.OrdinalIgnoreCase) || name.Equals("PayPal-Request-Id", StringComparison.OrdinalIgnoreCase);

    private static double Strength(string name, string? description)
    {
        if (Names(name)) return 1;
        return Ambiguous.Contains(name) && description is not null && Telling.Any(t => description.Contains(t, StringComparison.OrdinalIgnoreCase)) ? 0.9 : 0;
    }
}
