namespace IntegrationCopilot.MockGen;

/// <summary>Who may control a mock over HTTP, under <c>/__mock/</c>: read what it received, set answers, have requests fail, reset it.</summary>
public enum MockControlAccess
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Callers on the machine it runs on, but no pages of browsers and nothing that came through a proxy.</summary>
    Loopback,

    /// <summary>Callers from anywhere who send <see cref="MockOptions.ControlToken"/> in the header <c>Mock-Control-Token</c>.</summary>
    Token,
}
