using System.Diagnostics.CodeAnalysis;

namespace IntegrationCopilot.MockGen;

/// <summary>Addresses that deliveries can go to.</summary>
internal static class DeliveryAddress
{
    private const int MaxLength = 2_000;

    /// <summary>Whether a text is an absolute URL of http or https, of a length that is kept.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (text is null or { Length: > MaxLength } || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme is not ("http" or "https")) return false;
        address = uri;
        return true;
    }
}
