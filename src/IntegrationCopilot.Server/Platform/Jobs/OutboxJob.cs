using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Platform.Jobs;

/// <summary>A job that was stored in one write with what it works on, and that the scheduler has not been told of yet.</summary>
internal sealed class OutboxJob : ITenantOwned
{
    /// <summary>The job's own.</summary>
    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    /// <summary>What is sent and as whom, as <see cref="StoredRequest"/> writes it.</summary>
    public required string Request { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class OutboxJobConfiguration : IEntityTypeConfiguration<OutboxJob>
{
    public void Configure(EntityTypeBuilder<OutboxJob> builder) => builder.ToTable("OutboxJobs");
}
