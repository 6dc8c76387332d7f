using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>OpenID Connect: where tokens come from is discovered, and they are sent as those of OAuth 2.0 are (OpenID Connect Core 1.0, section
/// 5.3.1).</summary>
internal sealed class OpenIdConnectKind : OAuth2Kind
{
    public override bool Covers(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.OpenIdConnect;

    public override string Describe(SecurityScheme scheme) => "OpenID Connect";
}
