using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Mutual TLS: the client's certificate is shown in the handshake and leaves no trace in a message, so nobody can give one here.</summary>
internal sealed class MutualTlsKind : UnknownKind
{
    public override bool Covers(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.MutualTls;

    public override string Describe(SecurityScheme scheme) => "mutual TLS";
}
