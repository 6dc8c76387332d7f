using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.Server.Platform.Outbound;

/// <summary>What the server may call when a user types an address. Section <c>Outbound</c>.</summary>
internal sealed class OutboundSettings
{
    /// <summary>Whether addresses of private networks may be called; off by default.</summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>Whether this machine itself may be called; off by default, meant for development.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>How long one call may take, connection and redirects included. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of one response, after decompression. Default: 20 MiB.</summary>
    [Range(1024, 1L << 30)]
    public long MaxResponseBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>The most redirects that one call follows. Default: 5.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;
}
