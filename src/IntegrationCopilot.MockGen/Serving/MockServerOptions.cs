namespace IntegrationCopilot.MockGen;

/// <summary>How a <see cref="MockServer"/> behaves and where it listens.</summary>
public sealed record MockServerOptions : MockOptions
{
    /// <summary>TCP port on 127.0.0.1. Default 0: any free one.</summary>
    public int Port { get; init; }
}
