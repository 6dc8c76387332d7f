using System.Globalization;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A way in which two versions of a description can differ: a stable id, what it means for clients, and the sentence to show.</summary>
/// <param name="Id">
/// Stable identifier in kebab case, never reused. Rules about values begin with <c>request-</c> (what clients send) or <c>response-</c> (what they receive).
/// </param>
/// <param name="Kind">What it means for clients.</param>
/// <param name="Message">The sentence shown, with numbered places for what was found.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ChangeRule(string Id, ChangeKind Kind, string Message)
{
    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } = [.. new[]
    {
        DocumentChangeRules.All, OperationChangeRules.All, MessageChangeRules.All, SecurityChangeRules.All, SchemaChangeRules.All,
    }.SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    internal string Say(params object?[] values)
    {
        var message = string.Format(CultureInfo.InvariantCulture, Message, values);
        return message.Length > 0 && char.IsLower(message[0]) ? char.ToUpperInvariant(message[0]) + message[1..] : message;
    }
}
