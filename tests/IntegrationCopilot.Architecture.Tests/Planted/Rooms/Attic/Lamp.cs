namespace IntegrationCopilot.Architecture.Tests.Planted.Rooms;

internal sealed class Lamp
{
    public static object Light() => new Barrel();
}
