namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>The parts of a description's page, as its address names them.</summary>
internal static class SpecViews
{
    public const string Operations = "operations";
    public const string Capabilities = "capabilities";
    public const string Problems = "problems";
    public const string Blueprint = "blueprint";
    public const string Versions = "versions";
}
