namespace IntegrationCopilot.SpecEngine;

/// <summary>GET and its like are safe (RFC 9110, section 9.2.1), unless the path is a call that says otherwise: <c>GET /sms/send</c>.</summary>
internal static class ReadJudge
{
    public static EffectVerdict Judge(ApiOperation operation, PathNode node)
    {
        if (operation.Method != "GET") return Safe(operation);
        if (!MayCall(node))
            return Named(operation) is { } named
                ? new EffectVerdict(named.Effect, 0.7, [new ResourceEvidence(InferenceRule.OperationIdVerb, operation.Node)], OperationTraits.None)
                : Safe(operation);
        var signs = new EffectSigns(operation, node);
        if (signs.Path is not { IsSafe: false } verb || !IsCall(verb, signs)) return Safe(operation);
        return new EffectVerdict(verb.Effect, 0.8, [signs.PathEvidence], OperationTraits.None);
    }

    /// <summary>Where the path holds no verb, name and summary must both write.</summary>
    private static Verb? Named(ApiOperation operation) =>
        NameVerb.Of(operation) is { IsSafe: false, MayBeNoun: false } verb
            && SummaryVerb.Of(operation.Summary, operation.OperationId) is { IsSafe: false, MayBeNoun: false } said
            && said.Stem is not ("generate" or "render") ? verb : null;

    private static EffectVerdict Safe(ApiOperation operation) =>
        new(OperationEffect.Safe, 0.95, [new ResourceEvidence(InferenceRule.Method, operation.Node)], OperationTraits.None);

    /// <summary>Whether any word of the last literal is a verb that writes: asked first, because most paths hold none.</summary>
    private static bool MayCall(PathNode node)
    {
        var leaf = node;
        while (leaf.IsParameter && leaf.Parent is { } above) leaf = above;
        if (leaf.Segment.Text.Length < 3) return false;
        foreach (var word in EffectWords.WordsOf(leaf.Segment.Text))
            if ((EffectWords.TryGet(word, out var verb) || EffectWords.TryGetWithin(word, out verb)) && !verb.IsSafe) return true;
        return false;
    }

    /// <summary>A verb that cannot be a noun says so alone, unless name or summary reads; one that can needs one of them, or the notation of a call.</summary>
    private static bool IsCall(Verb verb, EffectSigns signs)
    {
        var reads = signs.Name is { IsSafe: true } && signs.Summary is null or { IsSafe: true } || signs.Summary is { IsSafe: true } && signs.Name is null;
        if (verb.Stem is "test" or "report" or "log" or "record" or "store" or "subscription" || verb.Form == VerbForm.Inflected && !IsNotation(signs.Node))
            return false;
        if (IsNotation(signs.Node)) return !reads;
        if (!verb.MayBeNoun && verb.Form == VerbForm.Base) return !reads;
        return !reads && ((signs.Name is { IsSafe: false } name && name.Stem == verb.Stem)
            || (signs.Summary is { IsSafe: false } summary
            && (summary.Stem == verb.Stem || summary is { MayBeNoun: false, Stem: not "generate" and not "render" })));
    }

    private static bool IsNotation(PathNode node) => node.Segment.IsCall || node.Segment.Text.Contains('.', StringComparison.Ordinal);
}
