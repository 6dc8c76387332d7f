using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Ends the signed-in state of a circuit, which may live for hours, soon after the user's security stamp changes.</summary>
internal sealed class CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => IdentitySetup.StampCheckInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<AppSignInManager>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
