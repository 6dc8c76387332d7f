namespace IntegrationCopilot.Server.Platform.Outbound;

/// <summary>The server does not call this address. The message may be shown to the user who typed it.</summary>
internal sealed class OutboundRefusedException(string message) : HttpRequestException(message);
