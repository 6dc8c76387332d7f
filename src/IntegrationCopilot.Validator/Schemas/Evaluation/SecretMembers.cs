using System.Collections.Frozen;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Members whose names say that their values are secrets.</summary>
internal static class SecretMembers
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["password", "passwd", "pwd", "secret", "clientsecret", "token", "accesstoken", "refreshtoken", "idtoken", "apikey", "authorization", "privatekey",
            "pin", "cvc", "cvv", "cardnumber", "pan"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the value stands under such a name. Spelling (<c>api_key</c>, <c>apiKey</c>, <c>API-Key</c>) does not matter. A name that is looked at as a
    /// value lies behind the instance, under nothing.
    /// </summary>
    public static bool IsSecret(Instance instance, int at)
    {
        if (at == 0 || at >= instance[0].Next || InstancePath.NameTokenOf(instance, at) is not (>= 0 and var name)) return false;
        var text = Encoding.UTF8.GetString(instance.Text(name));
        return Names.Contains(text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
    }
}
