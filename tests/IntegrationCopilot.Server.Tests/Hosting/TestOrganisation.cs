using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Hosting;

/// <summary>A fresh organisation with one member of each role, so that tests which share a server share nothing else.</summary>
internal sealed record TestOrganisation(Guid Id, IReadOnlyDictionary<OrganisationRole, Actor> Members)
{
    public Actor Owner => Members[OrganisationRole.Owner];

    public Actor Admin => Members[OrganisationRole.Admin];

    public Actor Member => Members[OrganisationRole.Member];

    /// <summary>Belongs to the organisation and may do nothing in it.</summary>
    public Actor Outsider => Members[OrganisationRole.None];

    public static async Task<TestOrganisation> CreateAsync(RunningServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (database, tenant) = (scope.ServiceProvider.GetRequiredService<AppDbContext>(), scope.ServiceProvider.GetRequiredService<TenantContext>());
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var organisation = new Organisation { Id = Guid.NewGuid(), Name = "Test organisation", CreatedAt = now };
        tenant.Enter(organisation.Id);
        database.Add(organisation);
        var members = Enum.GetValues<OrganisationRole>().ToDictionary(role => role, role => AddMember(database, organisation.Id, role, now));
        await database.SaveChangesAsync();
        return new TestOrganisation(organisation.Id, members);
    }

    private static Actor AddMember(AppDbContext database, Guid organisationId, OrganisationRole role, DateTimeOffset now)
    {
        var id = Guid.NewGuid();
        var email = $"{role}-{id:n}@test.example".ToLowerInvariant();
        database.Add(new AppUser
        {
            Id = id,
            DisplayName = $"Test {role}",
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("n"),
        });
        database.Add(new Membership { Id = Guid.NewGuid(), UserId = id, Role = role, CreatedAt = now });
        return new Actor(id, $"Test {role}", organisationId, role);
    }
}
