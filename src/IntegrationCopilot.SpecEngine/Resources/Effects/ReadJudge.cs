namespace IntegrationCopilot.SpecEngine;

/// <summary>GET and its like are safe (RFC 9110, section 9.2.1), unless the path is a call that says otherwise: <c>GET /sms/send</c>.</summary>
internal static class ReadJudge
{
    public static EffectVerdict Judge(ApiOperation operation, PathNode node)
    {
        if (operation.Method != "GET" || !MayCall(node)) return Safe(operation);
        var signs = new EffectSigns(operation, node);
        if (signs.Path is not { IsSafe: false } verb || !IsCall(verb, signs)) return Safe(operation);
        return new EffectVerdict(verb.Effect, 0.8, [signs.PathEvidence], OperationTraits.None);
    }

    private static EffectVerdict Safe(ApiOperation operation) =>
        new(OperationEffect.Safe, 0.95, [new ResourceEvidence(InferenceRule.Method, operation.Node)], OperationTraits.None);

    /// <summary>Whether any word of the last literal is a verb that writes: asked first, because most paths hold none.</summary>
    private static bool MayCall(PathNode node)
    {
        var leaf = node;
        while (leaf.IsParameter && leaf.Parent is { } above) leaf = above;
        foreach (var word in EffectWords.WordsOf(leaf.Segment.Text))
            if ((EffectWords.TryGet(word, out var verb) || EffectWords.TryGetWithin(word, out verb)) && !verb.IsSafe) return true;
        return false;
    }

    /// <summary>A verb that cannot be a noun says so alone, unless name and summary both read; one that can needs one of them.</summary>
    private static bool IsCall(Verb verb, EffectSigns signs)
    {
        var reads = (signs.Name is { IsSafe: true } ? 1 : 0) + (signs.Summary is { IsSafe: true } ? 1 : 0);
        if (!verb.MayBeNoun && verb.Form == VerbForm.Base) return reads < 2;
        return reads == 0 && ((signs.Name is { IsSafe: false } name && name.Stem == verb.Stem) || (signs.Summary is { IsSafe: false } summary && summary.Stem == verb.Stem));
    }
}
