namespace IntegrationCopilot.SpecEngine;

/// <summary>Changes of paths and operations, of webhooks and callbacks.</summary>
internal static class OperationChangeRules
{
    public static readonly ChangeRule PathRemoved = new("path-removed", ChangeKind.Breaking,
        "the path '{0}' is gone with {1}; stop calling it.");

    public static readonly ChangeRule PathAdded = new("path-added", ChangeKind.NonBreaking,
        "the path '{0}' is new with {1}.");

    public static readonly ChangeRule PathRenamed = new("path-parameter-names-changed", ChangeKind.NonBreaking,
        "the path '{0}' is written '{1}' now; only names in braces differ, so calls stay the same.");

    public static readonly ChangeRule PathMoved = new("path-changed", ChangeKind.Breaking,
        "what was found under '{0}' is found under '{1}' now; call it there.");

    public static readonly ChangeRule PathRebased = new("path-moved-into-server", ChangeKind.NonBreaking,
        "'{0}' is written '{1}' now, and together with the server's address calls stay the same.");

    public static readonly ChangeRule OperationRemoved = new("operation-removed", ChangeKind.Breaking,
        "{0} is gone; stop calling it.");

    public static readonly ChangeRule OperationAdded = new("operation-added", ChangeKind.NonBreaking,
        "{0} is new.");

    public static readonly ChangeRule OperationId = new("operation-id-changed", ChangeKind.NonBreaking,
        "operationId {0}; calls stay the same, generated code names the method differently.");

    public static readonly ChangeRule Deprecated = new("deprecated", ChangeKind.NonBreaking,
        "{0} is deprecated now; plan to do without.");

    public static readonly ChangeRule Undeprecated = new("no-longer-deprecated", ChangeKind.NonBreaking,
        "{0} is no longer deprecated.");

    public static readonly ChangeRule Sunset = new("sunset-changed", ChangeKind.NonBreaking,
        "the day when {0} ends {1}; stop using it before.");

    public static readonly ChangeRule WebhookRemoved = new("webhook-removed", ChangeKind.Breaking,
        "the API no longer sends '{0}'; do not wait for it.");

    public static readonly ChangeRule WebhookAdded = new("webhook-added", ChangeKind.NonBreaking,
        "the API can send '{0}' now.");

    public static readonly ChangeRule LinkChanged = new("link-changed", ChangeKind.NonBreaking,
        "the link '{0}' {1}; it tells how answers and calls go together, calls stay the same.");

    public static IReadOnlyList<ChangeRule> All { get; } =
        [PathRemoved, PathAdded, PathRenamed, PathMoved, PathRebased, OperationRemoved, OperationAdded, OperationId,
        Deprecated, Undeprecated, Sunset, WebhookRemoved, WebhookAdded, LinkChanged];
}
