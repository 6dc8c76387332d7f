using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What importing and reading API descriptions may cost. Section <c>Specs</c>.</summary>
internal sealed class SpecSettings
{
    /// <summary>The most bytes of one document. Default: 20 MiB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxDocumentBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>How long reading one document may take. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes of documents are kept in memory, read; the ones used longest ago make room. Default: 128 MiB.</summary>
    [Range(1024 * 1024, 1L << 32)]
    public long CacheBytes { get; set; } = 128 * 1024 * 1024;
}
