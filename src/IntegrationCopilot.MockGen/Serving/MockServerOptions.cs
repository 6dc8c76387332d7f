using System.ComponentModel.DataAnnotations;
using System.Net;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How a <see cref="MockServer"/> behaves and where it listens.</summary>
/// <threadsafety>Not safe for several threads while it is being set; may be shared after that.</threadsafety>
public sealed record MockServerOptions : MockOptions
{
    /// <summary>Initializes a new instance with the defaults of a server: callers on its own machine may control it.</summary>
    public MockServerOptions() => Control = MockControlAccess.Loopback;

    /// <summary>
    /// The address to listen on. Default 127.0.0.1: nobody else can call the mock. <see cref="IPAddress.Any"/> lets in whoever reaches the machine.
    /// </summary>
    [Required]
    public IPAddress Host { get; set; } = IPAddress.Loopback;

    /// <summary>TCP port. Default 0: any free one.</summary>
    [OptionRange(0, 65535)]
    public int Port { get; set; }
}
