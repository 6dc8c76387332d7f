using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Names of variables that are the same for every document, so that a person who tests many APIs knows them.</summary>
internal static class CommonNames
{
    private const string Account = "test_account_id";
    private const string Amount = "test_amount";

    /// <summary>The common name of what identifies something; null when it has none.</summary>
    public static string? Of(NamedValue named) => NameWords.Of(named.Name) switch
    {
        ["account", "id"] or ["account", "number"] => Account,
        ["id"] when named.Thing is { } thing && NameWords.Of(thing) is ["account" or "accounts"] => Account,
        _ => null,
    };

    /// <summary>The common name of a field of a body that people like to set; null when it has none.</summary>
    /// <param name="named">The field.</param>
    /// <param name="value">A value of it.</param>
    public static string? OfField(NamedValue named, JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number && NameWords.Of(named.Name) is ["amount"] ? Amount : null;
}
