namespace IntegrationCopilot.Server.Platform.Tenancy;

/// <summary>A scope tried to save a row that its organisation does not own. Always a fault of the code, never of the caller.</summary>
internal sealed class CrossTenantWriteException(string message) : InvalidOperationException(message);
