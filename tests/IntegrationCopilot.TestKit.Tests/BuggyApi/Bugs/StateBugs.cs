namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What is not kept, or kept though it should not be.</summary>
internal static class StateBugs
{
    public static readonly Bug DeleteDeletesNothing = new("delete-deletes-nothing", "A customer that was deleted is still there.",
        "RFC 9110, section 9.3.5", "What was deleted is gone.");

    public static readonly Bug ReplaceWithoutEffect = new("replace-without-effect", "Replacing a customer answers the new state and keeps the old.",
        "RFC 9110, section 9.3.4; benhowdle89/reqres#35", "What was updated is updated.");

    public static readonly Bug PatchWithoutEffect = new("patch-without-effect", "Merging into an order answers the new state and keeps the old.",
        "RFC 5789, section 2", "What was updated is updated.");

    public static readonly Bug PatchResetsOthers = new("patch-resets-others", "Merging into an order resets the fields that were not sent.",
        "RFC 7396, section 2; projectsend/projectsend#1723", "What is not in the patch stays.");

    public static readonly Bug PatchKeepsNull = new("patch-keeps-null", "Null in a patch does not take the note away.",
        "RFC 7396, section 2; Kinto/kinto#772", "Null in a merge patch removes.");

    public static readonly Bug CreateStoresNothing = new("create-stores-nothing", "A new document is answered and never stored.",
        "RFC 9110, section 15.3.2", "What was created can be read.");

    public static readonly Bug FieldNotKept = new("field-not-kept", "The phone number of a customer is not kept.",
        "RFC 9110, section 9.3.3", "Each field that was written is read back.");

    public static readonly Bug FailedCreateStays = new("failed-create-stays", "An order that was refused is in the list.",
        "hashview/hashview#352; vFense/vFense#116", "A request that was refused has no effect.");

    public static readonly Bug KeyIgnored = new("idempotency-ignored", "A repeated request with the same key creates a second order.",
        "draft-ietf-httpapi-idempotency-key-header-07, section 2.6; keygen-sh/keygen-api#305", "A key has one effect.");

    public static readonly Bug KeyTakenForOther = new("idempotency-replays-other", "Another body under a key that was used is answered with the first order.",
        "draft-ietf-httpapi-idempotency-key-header-07, section 2.7; ietf-wg-httpapi/idempotency#2", "A key is for one body.");

    public static readonly Bug KeyRace = new("idempotency-race", "Requests with one key at the same moment create an order each.",
        "draft-ietf-httpapi-idempotency-key-header-07, section 2.6; hapifhir/hapi-fhir#3141", "A key has one effect.");

    public static readonly Bug KeyNotNeeded = new("idempotency-key-not-needed", "An order is created without a key.",
        "draft-ietf-httpapi-idempotency-key-header-07, section 2.7", "A required header is there.");

    public static readonly IReadOnlyList<Bug> All =
    [
        DeleteDeletesNothing, ReplaceWithoutEffect, PatchWithoutEffect, PatchResetsOthers, PatchKeepsNull, CreateStoresNothing, FieldNotKept, FailedCreateStays,
        KeyIgnored, KeyTakenForOther, KeyRace, KeyNotNeeded,
    ];
}
