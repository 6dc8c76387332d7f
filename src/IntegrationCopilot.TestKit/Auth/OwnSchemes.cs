using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>How credentials are sent where no document says it: as they are meant by themselves.</summary>
internal static class OwnSchemes
{
    private static readonly SecurityScheme Basic = new() { Name = "", Kind = SecuritySchemeKind.Basic, Node = default };
    private static readonly SecurityScheme Bearer = new() { Name = "", Kind = SecuritySchemeKind.Bearer, Node = default };

    /// <returns>The scheme; null for credentials that only a document explains.</returns>
    public static SecurityScheme? Of(ApiCredentials credentials) => credentials switch
    {
        ApiKeyCredentials key => OfKey(key.Name, key.Place),
        BasicCredentials => Basic,
        BearerCredentials or OAuth2ClientCredentials => Bearer,
        _ => null,
    };

    /// <summary>The scheme of an API key.</summary>
    public static SecurityScheme OfKey(string name, ParameterPlace place) =>
        new() { Name = "", Kind = SecuritySchemeKind.ApiKey, Node = default, KeyPlace = place, KeyName = name };
}
