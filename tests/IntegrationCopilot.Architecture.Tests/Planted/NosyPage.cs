using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.Architecture.Tests.Planted;

internal sealed class NosyPage : ComponentBase
{
    [Inject]
    public PageSender Sender { get; set; } = default!;

    [Inject]
    public AppDbContext Database { get; set; } = default!;

    [Inject]
    public IServiceProvider Services { get; set; } = default!;
}

internal sealed class NosyEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/planted", (EndpointSender sender, IntegrationCopilot.Server.Platform.Door.Dispatcher dispatcher) => dispatcher.GetHashCode());
        api.MapGet("/planted/async", async (AppDbContext database) =>
        {
            await Task.Yield();
            return database.GetHashCode();
        });
    }
}

#pragma warning disable CA1852 // Unsealed on purpose: a rule must find it.
internal class OpenClass;
#pragma warning restore CA1852
