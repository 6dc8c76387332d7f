namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>A file that a request gives. Whoever sends it disposes the content.</summary>
/// <param name="Name">The name to save it under.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes, from the beginning.</param>
public sealed record FileDownload(string Name, string MediaType, Stream Content);
