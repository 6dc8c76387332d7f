using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Platform.Door;

/// <summary>The keys of everything that an organisation has stored.</summary>
internal static class TenantRows
{
    public static async Task<IReadOnlySet<Guid>> IdsAsync(RunningServer server, Guid organisationId)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(organisationId);
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var ids = new HashSet<Guid> { organisationId };
        foreach (var entity in database.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned)) && !entity.IsOwned()))
        {
            var keys = entity.FindPrimaryKey()!.Properties.Where(property => property.ClrType == typeof(Guid));
            foreach (var key in keys) ids.UnionWith(await Read(database, entity.ClrType, key.Name).ToListAsync());
        }

        return ids;
    }

    private static IQueryable<Guid> Read(AppDbContext database, Type entity, string key) =>
        (IQueryable<Guid>)typeof(TenantRows).GetMethod(nameof(ReadOf), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(entity).Invoke(null, [database, key])!;

    private static IQueryable<Guid> ReadOf<T>(AppDbContext database, string key)
        where T : class => database.Set<T>().Select(row => EF.Property<Guid>(row, key));
}
