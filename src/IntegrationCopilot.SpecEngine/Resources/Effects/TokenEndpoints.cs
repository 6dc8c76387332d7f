using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Operations that let somebody in: safe, because asking again only gives another token.</summary>
internal static class TokenEndpoints
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal, "oauth", "oauth2", "auth", "access", "token", "get", "user",
        "login", "signin", "api", "jwt", "bearer", "authenticate", "o", "id", "client", "credentials");

    /// <summary>Whether the path ends in nothing but words for getting in: <c>/oauth/token</c>, <c>/login</c>, <c>/auth/access_token</c>.</summary>
    public static bool IsOne(EffectSigns signs)
    {
        if (signs.Node.IsParameter || signs.Operation.Method != "POST" || signs.Node.ParameterChild is not null || signs.Node.Operations.Count > 1)
            return false;
        if (signs.Name is { Effect: not (OperationEffect.Safe or OperationEffect.Creates), Stem: not ("login" or "authenticate" or "signin" or "authorize") })
            return false;
        if (signs.Answers("201") || signs.Summary is { Effect: OperationEffect.Deletes or OperationEffect.Dangerous }) return false;
        var words = EffectWords.WordsOf(signs.Node.Segment.Text);
        return words.Count > 0 && words.TrueForAll(Words.Contains) && words.Exists(w => w is "token" or "login" or "signin" or "authenticate" or "auth");
    }
}
