namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>One step of the way to a page.</summary>
/// <param name="Text">What the step is called.</param>
/// <param name="Href">Where it leads, on this server.</param>
public sealed record Crumb(string Text, string Href);
