using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>How the requests to an application are validated.</summary>
/// <threadsafety>Set before use, and not changed afterwards: then any number of threads may read them.</threadsafety>
public sealed record RequestValidationOptions
{
    /// <summary>Which requests are validated; null (the default) for all.</summary>
    public Func<HttpContext, bool>? Filter { get; set; }

    /// <summary>
    /// Whether requests that the description has no operation for are refused. Default false: they go on to the application, whose other pages they may be.
    /// </summary>
    public bool RefusesUndescribed { get; set; }

    /// <summary>Bytes of a body that are read at most; a longer one is refused with status 413. Default 16 MiB.</summary>
    [OptionRange(1)]
    public int MaxBodyBytes { get; set; } = TraceRedactor.MaxInspectedBytes;
}
