namespace IntegrationCopilot.SpecEngine;

/// <summary>A way in which a schema can change: a rule for what clients send and one for what they receive.</summary>
/// <param name="name">What the ids of both rules end with.</param>
/// <param name="effect">Whom it breaks.</param>
/// <param name="sent">The sentence for what clients send; place 0 is what the schema is of.</param>
/// <param name="received">The sentence for what clients receive.</param>
internal sealed class SchemaChange(string name, SchemaEffect effect, string sent, string received)
{
    public SchemaEffect Effect { get; } = effect;

    public ChangeRule Sent { get; } = new($"request-{name}", KindOf(effect, SchemaEffect.Narrowed), sent);

    public ChangeRule Received { get; } = new($"response-{name}", KindOf(effect, SchemaEffect.Widened), received);

    /// <summary>Whether it breaks who sends and who receives.</summary>
    public bool BreaksBoth => Effect == SchemaEffect.Both;

    /// <summary>What receivers have to do, when it is not what senders have to.</summary>
    public string? Advice { get; } = AdviceOf(sent) == AdviceOf(received) ? null : AdviceOf(received);

    /// <summary>The rule for what a schema is used for: the one that breaks, where both count.</summary>
    public ChangeRule For(bool isSent, bool isReceived)
    {
        if (isSent && Sent.Kind == ChangeKind.Breaking) return Sent;
        if (isReceived && Received.Kind == ChangeKind.Breaking) return Received;
        return isSent ? Sent : isReceived ? Received : SchemaChangeRules.Unused;
    }

    private static string AdviceOf(string sentence) => sentence[(sentence.IndexOf("; ", StringComparison.Ordinal) + 2)..];

    private static ChangeKind KindOf(SchemaEffect effect, SchemaEffect breaking) =>
        (effect & breaking) != 0 ? ChangeKind.Breaking : ChangeKind.NonBreaking;
}
