namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells what an operation does. In this order: what an extension says, the verbs of path and operation id (the worse of both), strong words of the
/// text, and the method.</summary>
/// <remarks>What is unknown is never safe: a search taken for a write costs a test, a write taken for a search costs somebody's data.</remarks>
internal static class EffectJudge
{
    public static EffectVerdict Judge(ApiOperation operation, PathNode node)
    {
        var verdict = EffectHints.Of(operation) ?? operation.Method switch
        {
            "GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY" => ReadJudge.Judge(operation, node),
            "DELETE" => DeleteJudge.Judge(new EffectSigns(operation, node)),
            "PUT" or "PATCH" => PutJudge.Judge(new EffectSigns(operation, node)),
            _ => PostJudge.Judge(new EffectSigns(operation, node)),
        };
        return Rights.AreChangedBy(operation, node, verdict.Effect) ? verdict with { Traits = verdict.Traits | OperationTraits.ChangesRights } : verdict;
    }
}
