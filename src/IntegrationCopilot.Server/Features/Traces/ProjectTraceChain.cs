using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>The chain that all traces of a project are signed into, and where it stands.</summary>
internal sealed class ProjectTraceChain : ITenantOwned
{
    public Guid ProjectId { get; init; }

    public Guid OrganisationId { get; private set; }

    /// <summary>Identifier of the chain, which its header carries.</summary>
    public required string ChainId { get; init; }

    public required string KeyId { get; init; }

    /// <summary>The signing secret, encrypted.</summary>
    public required string ProtectedKey { get; init; }

    /// <summary>The first line of the chain's file.</summary>
    public required byte[] Header { get; init; }

    /// <summary>Sequence of the last line. Two that append at once cannot both win.</summary>
    public long LastSequence { get; set; }

    public required string LastSignature { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ProjectTraceChainConfiguration : IEntityTypeConfiguration<ProjectTraceChain>
{
    public void Configure(EntityTypeBuilder<ProjectTraceChain> builder)
    {
        builder.ToTable("TraceChains");
        builder.HasKey(chain => chain.ProjectId);
        builder.Property(chain => chain.ProjectId).ValueGeneratedNever();
        builder.HasOne<Project>().WithOne().HasForeignKey<ProjectTraceChain>(chain => chain.ProjectId);
        builder.Property(chain => chain.ChainId).HasMaxLength(64);
        builder.Property(chain => chain.KeyId).HasMaxLength(64);
        builder.Property(chain => chain.LastSignature).HasMaxLength(64);
        builder.Property(chain => chain.LastSequence).IsConcurrencyToken();
    }
}
