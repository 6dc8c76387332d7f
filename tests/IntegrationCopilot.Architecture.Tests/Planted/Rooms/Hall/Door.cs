namespace IntegrationCopilot.Architecture.Tests.Planted.Rooms;

internal sealed class Door
{
    public Lamp? Within { get; init; }
}
