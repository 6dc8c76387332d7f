using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationCopilot.Server.Platform.Persistence;

internal sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options, TenantContext tenant) : AppDbContext(options, tenant)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();

    /// <summary>SQLite has no instant type, and its text form of one does not sort: whole microseconds since 0001-01-01 UTC do.</summary>
    private sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
        value => value.UtcTicks / TimeSpan.TicksPerMicrosecond,
        stored => new DateTimeOffset(stored * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));
}
