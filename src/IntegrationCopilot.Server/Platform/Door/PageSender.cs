using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Platform.Outcomes;
using Microsoft.AspNetCore.Components.Authorization;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>What a Razor page injects to reach the application, and the only thing: it sends as the user of the page's circuit or request.</summary>
internal sealed class PageSender(Dispatcher dispatcher, AuthenticationStateProvider authentication)
{
    public async Task<Outcome<T>> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken = default)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return await dispatcher.SendAsync(ActorClaims.ActorOf(state.User), request, cancellationToken);
    }

    /// <summary>Whether the user's role grants a permission: for showing a button, never for guarding what it does.</summary>
    public async Task<bool> MayAsync(Permission permission)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return ActorClaims.ActorOf(state.User) is { } actor && RolePermissions.Grants(actor.Role, permission);
    }
}
