using IntegrationCopilot.Architecture.Tests.Planted.Features.Trees;

namespace IntegrationCopilot.Architecture.Tests.Planted.Platform;

internal static class NosyPlatform
{
    public static object Grow() => new Tree();
}
