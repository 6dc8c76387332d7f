namespace IntegrationCopilot.Architecture.Tests.Planted.Rooms;

internal sealed class Barrel
{
    public Lamp? Above { get; init; }
}
