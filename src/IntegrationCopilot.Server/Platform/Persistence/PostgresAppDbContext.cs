using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationCopilot.Server.Platform.Persistence;

internal sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options, TenantContext tenant) : AppDbContext(options, tenant)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        configurationBuilder.Properties<string>().HaveConversion<StorableText>();
    }

    /// <summary><c>timestamptz</c> takes instants in UTC only, and gives them back in UTC.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(value => value.ToUniversalTime(), stored => stored);
}
