using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>One API that a vendor brings partners onto. Specs, mocks, tests and traces belong to a project.</summary>
internal sealed class Project : ITenantOwned
{
    public const int NameMaxLength = 100;
    public const int DescriptionMaxLength = 500;

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public required string Name
    {
        get;
        set
        {
            field = value;
            NameKey = value.ToUpperInvariant();
        }
    }

    /// <summary>The name without its case: two projects of an organisation do not share one.</summary>
    public string NameKey { get; private set; } = "";

    public string Description { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was put away; null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("Projects");
        builder.Property(project => project.Name).HasMaxLength(Project.NameMaxLength);
        builder.Property(project => project.NameKey).HasMaxLength(Project.NameMaxLength);
        builder.Property(project => project.Description).HasMaxLength(Project.DescriptionMaxLength);
        builder.HasIndex(project => new { project.OrganisationId, project.NameKey }).IsUnique();
    }
}
