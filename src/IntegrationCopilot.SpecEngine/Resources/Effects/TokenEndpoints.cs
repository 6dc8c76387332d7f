namespace IntegrationCopilot.SpecEngine;

/// <summary>Operations that let somebody in: safe, because asking again only gives another token.</summary>
internal static class TokenEndpoints
{
    public static bool IsOne(EffectSigns signs)
    {
        if (signs.Node.IsParameter || signs.Operation.Method != "POST" || signs.Node.ParameterChild is not null || signs.Node.Operations.Count > 1) return false;
        var words = EffectWords.WordsOf(signs.Node.Segment.Text);
        if (words.Count == 0 || signs.Name is { Effect: > OperationEffect.Creates }) return false;
        return words[^1] is "token" or "login" or "signin" or "authenticate" || (words[^1] is "accesstoken" or "gettoken" or "oauthtoken") || (words is ["auth"] && signs.Name is null or { IsSafe: true });
    }
}
